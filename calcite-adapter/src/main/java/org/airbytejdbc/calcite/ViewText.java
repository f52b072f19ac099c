package org.airbytejdbc.calcite;

import java.util.List;
import org.airbytejdbc.calcite.statement.Clause;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;
import org.airbytejdbc.calcite.statement.StatementText;
import org.airbytejdbc.calcite.statement.Token;

/** Cuts the query out of the statement that makes a view. */
final class ViewText {
  private ViewText() {}

  /** The query of a view by the engine's own account of it. */
  static StatementText query(String definition) {
    StatementText text = StatementText.of(definition);
    return text.from(query(text.tokens(), 0));
  }

  /**
   * Where the query begins behind the first AS that is in no parentheses.
   *
   * @param from where to begin to look
   */
  static int query(List<Token> tokens, int from) {
    int as = Clause.find(tokens, from, at -> tokens.get(at).isWord("AS"));
    if (as + 1 >= tokens.size()) {
      throw new StatementException(Kind.SYNTAX, "The view has no query", "Write … AS SELECT …");
    }
    return as + 1;
  }
}
