package org.airbytejdbc.calcite;

/**
 * A word, name, literal or sign of a statement.
 *
 * @param start where it begins in the text
 * @param end behind its last character
 * @param text as written; of names and strings in quotes what they stand for
 */
record Token(Kind kind, int start, int end, String text) {
  enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    SIGN
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }
}
