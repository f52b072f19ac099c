package org.airbytejdbc.calcite.statement;

import java.util.List;
import java.util.function.IntPredicate;

/** Finds where the clauses of a statement begin, outside of all parentheses. */
public final class Clause {
  private Clause() {}

  /**
   * The first place from there on that is in no parentheses and passes; else how many tokens there
   * are.
   */
  public static int find(List<Token> tokens, int from, IntPredicate test) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      if (depth == 0 && test.test(i)) {
        return i;
      }
      Token token = tokens.get(i);
      if (token.isSign("(") || token.isSign("[") || token.isSign("{")) {
        depth++;
      } else if (token.isSign(")") || token.isSign("]") || token.isSign("}")) {
        depth--;
      }
    }
    return tokens.size();
  }
}
