package org.airbytejdbc.declarative.expression;

/**
 * A piece of a template.
 *
 * @param text of a string: what it stands for; of all others: as it was written
 */
record Token(Type type, String text) {
  enum Type {
    DATA,
    PRINT_BEGIN,
    PRINT_END,
    STATEMENT_BEGIN,
    STATEMENT_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    END
  }

  boolean is(Type wanted, String wantedText) {
    return type == wanted && text.equals(wantedText);
  }
}
