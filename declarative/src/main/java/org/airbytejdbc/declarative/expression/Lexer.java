package org.airbytejdbc.declarative.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a template into tokens, with Jinja's rules for white space, comments and raw blocks. */
final class Lexer {
  private static final Pattern BEGIN = Pattern.compile("\\{[{%#]");
  private static final Pattern RAW =
      Pattern.compile("\\{%[-+]?\\s*raw\\s*(-?)%}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern RAW_END =
      Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final String DIGITS = "(?:\\d+_)*\\d+";
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<space>\\s+)"
              + ("|(?<float>D(?:(?:\\.D)?[eE][+-]?D|\\.D))".replace("D", DIGITS))
              + "|(?<integer>0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[0-9a-fA-F])+"
              + "|[1-9](?:_?\\d)*|0(?:_?0)*)"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*)"
              + "|(?<string>'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\")"
              + "|(?<operator>//|\\*\\*|==|!=|>=|<=|[-+/*%~\\[\\](){}><=.:|,;])",
          Pattern.DOTALL);

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  /** All tokens, with an END as the last. */
  static List<Token> tokens(String template) {
    String lines = template.replace("\r\n", "\n").replace('\r', '\n');
    var lexer = new Lexer(lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    Matcher begin = BEGIN.matcher(source);
    while (begin.find(at)) {
      int start = begin.start();
      char kind = source.charAt(start + 1);
      char sign = start + 2 < source.length() ? source.charAt(start + 2) : ' ';
      data(at, start, sign == '-');
      Matcher raw = RAW.matcher(source).region(start, source.length());
      if (kind == '#') {
        comment(start);
      } else if (raw.lookingAt()) {
        raw(raw);
      } else {
        at = start + (sign == '-' || sign == '+' && kind == '%' ? 3 : 2);
        inside(kind == '{');
      }
    }
    data(at, source.length(), false);
    tokens.add(new Token(Token.Type.END, ""));
  }

  private void data(int from, int to, boolean strip) {
    String text = source.substring(from, to);
    if (strip) {
      text = text.stripTrailing();
    }
    if (!text.isEmpty()) {
      tokens.add(new Token(Token.Type.DATA, text));
    }
  }

  private void comment(int start) {
    int end = source.indexOf("#}", start + 2);
    if (end < 0) {
      throw ExpressionException.syntax("A comment does not end");
    }
    at = end + 2;
    if (source.charAt(end - 1) == '-' && end > start + 2) {
      skipSpace();
    }
  }

  private void raw(Matcher begin) {
    at = begin.end();
    if (!begin.group(1).isEmpty()) {
      skipSpace();
    }
    Matcher end = RAW_END.matcher(source);
    if (!end.find(at)) {
      throw ExpressionException.syntax("A raw block does not end");
    }
    data(at, end.start(), end.group(1).equals("-"));
    at = end.end();
    if (end.group(2).equals("-")) {
      skipSpace();
    }
  }

  private void skipSpace() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  private void inside(boolean print) {
    tokens.add(new Token(print ? Token.Type.PRINT_BEGIN : Token.Type.STATEMENT_BEGIN, ""));
    String end = print ? "}}" : "%}";
    Deque<Character> open = new ArrayDeque<>();
    Matcher piece = PIECE.matcher(source);
    while (true) {
      if (open.isEmpty() && ends(end, print)) {
        tokens.add(new Token(print ? Token.Type.PRINT_END : Token.Type.STATEMENT_END, ""));
        return;
      }
      if (!piece.region(at, source.length()).lookingAt()) {
        throw ExpressionException.syntax(
            at < source.length() ? "Unexpected '" + source.charAt(at) + "'" : "Missing " + end);
      }
      at = piece.end();
      add(piece, open);
    }
  }

  private boolean ends(String end, boolean print) {
    if (source.startsWith(end, at)) {
      at += 2;
      return true;
    }
    if (source.startsWith("-" + end, at)) {
      at += 3;
      skipSpace();
      return true;
    }
    if (!print && source.startsWith("+" + end, at)) {
      at += 3;
      return true;
    }
    return false;
  }

  private void add(Matcher piece, Deque<Character> open) {
    String text = piece.group();
    if (piece.group("space") != null) {
      return;
    }
    if (piece.group("string") != null) {
      String unescaped = Escapes.decode(text.substring(1, text.length() - 1));
      tokens.add(new Token(Token.Type.STRING, unescaped));
    } else if (piece.group("name") != null) {
      tokens.add(new Token(Token.Type.NAME, text));
    } else if (piece.group("float") != null) {
      tokens.add(new Token(Token.Type.FLOAT, text.replace("_", "")));
    } else if (piece.group("integer") != null) {
      tokens.add(new Token(Token.Type.INTEGER, text.replace("_", "")));
    } else {
      balance(text.charAt(0), open);
      tokens.add(new Token(Token.Type.OPERATOR, text));
    }
  }

  private static void balance(char operator, Deque<Character> open) {
    switch (operator) {
      case '(' -> open.push(')');
      case '[' -> open.push(']');
      case '{' -> open.push('}');
      case ')', ']', '}' -> {
        if (open.isEmpty() || open.pop() != operator) {
          throw ExpressionException.syntax("Unexpected '" + operator + "'");
        }
      }
      default -> {}
    }
  }
}
