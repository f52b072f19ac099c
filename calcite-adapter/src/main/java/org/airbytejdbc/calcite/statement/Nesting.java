package org.airbytejdbc.calcite.statement;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.airbytejdbc.calcite.statement.StatementException.Kind;

/**
 * How deep the parts of a statement are nested, at most. Parsers pay for depth with their stack,
 * and DuckDB 2.0's with memory that grows fivefold by each nested WITH of a text that is wrong.
 *
 * @param parts parentheses, brackets, braces and CASE
 * @param withs WITH inside WITH
 */
public record Nesting(int parts, int withs) {
  private static final int CALCITE_PARTS = 100;
  private static final int ENGINE_PARTS = 500;
  private static final int ENGINE_WITHS = 6;

  /** WITH before these begins no query. */
  private static final Set<String> NO_QUERY = Set.of("time", "local", "ties", "ordinality");

  static Nesting of(List<Token> tokens) {
    Deque<Integer> outerWiths = new ArrayDeque<>();
    int parts = 0;
    int withs = 0;
    int cases = 0;
    int mostWiths = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isSign("(") || token.isSign("[") || token.isSign("{")) {
        outerWiths.push(withs);
        parts = Math.max(parts, outerWiths.size());
      } else if (token.isSign(")") || token.isSign("]") || token.isSign("}")) {
        withs = outerWiths.isEmpty() ? withs : outerWiths.pop();
      } else if (token.isWord("CASE")) {
        cases++;
      } else if (token.isWord("WITH") && beginsQuery(tokens, i)) {
        withs++;
        mostWiths = Math.max(mostWiths, withs);
      }
    }
    return new Nesting(parts + cases, mostWiths);
  }

  private static boolean beginsQuery(List<Token> tokens, int with) {
    return with + 1 == tokens.size() || NO_QUERY.stream().noneMatch(tokens.get(with + 1)::isWord);
  }

  /** Whether Calcite's recursive parser can bear it on any thread's stack. */
  boolean suitsCalcite() {
    return parts <= CALCITE_PARTS;
  }

  /**
   * @throws StatementException if the engine's parser should not be asked
   */
  public void checkForEngine() {
    if (parts > ENGINE_PARTS || withs > ENGINE_WITHS) {
      throw new StatementException(
          Kind.UNSUPPORTED,
          "The statement is nested too deep: " + parts + " levels, " + withs + " of WITH",
          "At most " + ENGINE_PARTS + " levels and " + ENGINE_WITHS + " of WITH can be read.");
    }
  }
}
