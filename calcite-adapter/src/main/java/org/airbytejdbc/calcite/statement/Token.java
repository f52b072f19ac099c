package org.airbytejdbc.calcite.statement;

/**
 * A word, name, literal or sign of a statement.
 *
 * @param start where it begins in the text
 * @param end behind its last character
 * @param text as written; of names and strings in quotes what they stand for
 */
public record Token(Kind kind, int start, int end, String text) {
  /** What it is. */
  public enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    SIGN
  }

  /** Whether it is this word without quotes, in any case. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /** Whether it is this sign. */
  public boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether it can name something. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }
}
