package org.airbytejdbc.calcite.statement;

import java.util.ArrayList;
import java.util.List;

/** The statements of a text, as the semicolons between them say. */
public final class StatementTexts {
  private StatementTexts() {}

  /** Each of them as written; the text itself if there is none in it. */
  public static List<String> of(String text) {
    int semicolon = text.indexOf(';');
    if (semicolon < 0 || text.substring(semicolon + 1).isBlank()) {
      return List.of(text);
    }
    List<String> statements = new ArrayList<>();
    int from = 0;
    boolean empty = true;
    for (Token token : new Tokenizer(text).tokens()) {
      if (!token.isSign(";")) {
        empty = false;
        continue;
      }
      if (!empty) {
        statements.add(text.substring(from, token.start()));
      }
      from = token.end();
      empty = true;
    }
    if (!empty) {
      statements.add(text.substring(from));
    }
    return statements.isEmpty() ? List.of(text) : List.copyOf(statements);
  }
}
