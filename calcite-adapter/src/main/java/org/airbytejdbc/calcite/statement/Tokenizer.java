package org.airbytejdbc.calcite.statement;

import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.calcite.statement.Token.Kind;

/**
 * Cuts a text into tokens as the engine does: nested comments, dollar quotes, strings with escapes.
 * Never fails; what is not closed reaches to the end of the text.
 */
final class Tokenizer {
  private static final List<String> LONG_SIGNS = List.of("=>", ":=", "//");

  private final String text;
  private final StringBuilder uncommented;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean readAlike = true;

  Tokenizer(String text) {
    this.text = text;
    uncommented = new StringBuilder(text);
    while (at < text.length()) {
      next();
    }
  }

  List<Token> tokens() {
    return tokens;
  }

  /** The text with blanks for comments, so that every position stays. */
  String uncommented() {
    return uncommented.toString();
  }

  /** Whether Calcite cuts this text into the same tokens. */
  boolean readAlike() {
    return readAlike;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      at++;
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      readAlike = false;
      at++;
    } else if (text.startsWith("--", at)) {
      comment(lineEnd());
    } else if (text.startsWith("/*", at)) {
      comment(blockEnd());
    } else if (c == '\'') {
      quoted(Kind.STRING, at, at + 1, false);
    } else if (c == '"') {
      quoted(Kind.QUOTED_NAME, at, at + 1, false);
    } else if (c == '$') {
      readAlike = false;
      dollar();
    } else if (startsWord(c)) {
      word();
    } else if (isDigit(c)) {
      number();
    } else {
      sign(c);
    }
  }

  private int lineEnd() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int blockEnd() {
    int open = 0;
    int end = at;
    do {
      if (text.startsWith("/*", end)) {
        open++;
        end += 2;
      } else if (text.startsWith("*/", end)) {
        open--;
        end += 2;
      } else {
        end++;
      }
    } while (open > 0 && end < text.length());
    return Math.min(end, text.length());
  }

  private void comment(int end) {
    for (; at < end; at++) {
      if (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        uncommented.setCharAt(at, ' ');
      }
    }
  }

  private void quoted(Kind kind, int start, int from, boolean escapes) {
    char quote = text.charAt(from - 1);
    StringBuilder value = new StringBuilder();
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == quote && end + 1 < text.length() && text.charAt(end + 1) == quote) {
        end++;
      } else if (c == quote) {
        break;
      } else if (escapes && c == '\\' && end + 1 < text.length()) {
        end++;
      }
      value.append(text.charAt(end));
      end++;
    }
    add(kind, start, Math.min(end + 1, text.length()), value.toString());
  }

  private void dollar() {
    int tag = at + 1;
    while (tag < text.length() && (startsWord(text.charAt(tag)) || isDigit(text.charAt(tag)))) {
      tag++;
    }
    boolean parameter = tag > at + 1 && isDigit(text.charAt(at + 1));
    if (parameter || tag == text.length() || text.charAt(tag) != '$') {
      add(Kind.SIGN, at, tag, text.substring(at, tag));
      return;
    }
    String delimiter = text.substring(at, tag + 1);
    int close = text.indexOf(delimiter, tag + 1);
    int end = close < 0 ? text.length() : close;
    add(
        Kind.STRING,
        at,
        Math.min(end + delimiter.length(), text.length()),
        text.substring(tag + 1, end));
  }

  private void word() {
    int end = at;
    while (end < text.length() && continuesWord(text.charAt(end))) {
      readAlike &= text.charAt(end) < 0x80;
      end++;
    }
    String word = text.substring(at, end);
    if (word.equalsIgnoreCase("e") && end < text.length() && text.charAt(end) == '\'') {
      readAlike = false;
      quoted(Kind.STRING, at, end + 1, true);
      return;
    }
    add(Kind.WORD, at, end, word);
  }

  private void number() {
    int end = at;
    while (end < text.length() && (continuesWord(text.charAt(end)) || text.charAt(end) == '.')) {
      boolean exponent = text.charAt(end) == 'e' || text.charAt(end) == 'E';
      end++;
      boolean signed = end < text.length() && (text.charAt(end) == '-' || text.charAt(end) == '+');
      if (exponent && signed) {
        end++;
      }
    }
    add(Kind.NUMBER, at, end, text.substring(at, end));
  }

  private void sign(char c) {
    readAlike &= c > 0x20 && c < 0x7f;
    for (String sign : LONG_SIGNS) {
      if (text.startsWith(sign, at)) {
        // A division for the engine, a comment for Calcite.
        readAlike &= !sign.equals("//");
        add(Kind.SIGN, at, at + sign.length(), sign);
        return;
      }
    }
    add(Kind.SIGN, at, at + 1, String.valueOf(c));
  }

  private void add(Kind kind, int start, int end, String value) {
    tokens.add(new Token(kind, start, end, value));
    at = end;
  }

  private static boolean startsWord(char c) {
    return c == '_' || Character.isLetter(c) || (c >= 0x80 && !Character.isSpaceChar(c));
  }

  private static boolean continuesWord(char c) {
    return startsWord(c) || isDigit(c) || c == '$';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
