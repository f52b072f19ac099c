package org.airbytejdbc.calcite.statement;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.airbytejdbc.calcite.statement.StatementException.Kind;

/**
 * A scalar function of JDBC's list as the engine has it; one that is not in the list, or is called
 * the same there, stays as written.
 */
final class EscapedFunction {
  /** With {@code 1}, {@code 2} and so on for its arguments. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          entry("char", "chr(CAST($1 AS INTEGER))"),
          entry("char_length", "length($1)"),
          entry("character_length", "length($1)"),
          entry("curdate", "current_date"),
          entry("current_date", "current_date"),
          entry("current_time", "CAST(current_localtimestamp() AS TIME)"),
          entry("current_timestamp", "current_localtimestamp()"),
          entry("curtime", "CAST(current_localtimestamp() AS TIME)"),
          entry("database", "current_database()"),
          entry("dayofweek", "(dayofweek($1) + 1)"),
          entry("insert", "(left($1, $2 - 1) || $4 || substr($1, $2 + $3))"),
          entry("lcase", "lower($1)"),
          entry("log", "ln($1)"),
          entry("now", "current_localtimestamp()"),
          entry("octet_length", "strlen($1)"),
          entry("rand", "random()"),
          entry("space", "repeat(' ', $1)"),
          entry("truncate", "trunc($1, $2)"),
          entry("ucase", "upper($1)"),
          entry("user", "current_user"));

  private static final Map<String, String> TYPES =
      Map.of(
          "LONGVARCHAR", "VARCHAR", "VARBINARY", "BLOB", "LONGVARBINARY", "BLOB", "BIT", "BOOLEAN");

  private final String written;
  private final String name;
  private final List<String> arguments;

  private EscapedFunction(String written, String name, List<String> arguments) {
    this.written = written;
    this.name = name;
    this.arguments = arguments;
  }

  /**
   * @param written the call between {@code {fn} and {@code }}
   */
  static String of(String written) {
    List<Token> tokens = new Tokenizer(written).tokens();
    if (tokens.isEmpty() || !tokens.get(0).isName()) {
      throw new StatementException(Kind.SYNTAX, "{fn expects the call of a function", "");
    }
    return new EscapedFunction(
            written, tokens.get(0).text().toLowerCase(Locale.ROOT), arguments(written, tokens))
        .replaced();
  }

  private static List<String> arguments(String written, List<Token> tokens) {
    List<String> arguments = new ArrayList<>();
    int open = 0;
    int from = -1;
    for (Token token : tokens) {
      boolean closes = token.isSign(")") || token.isSign("]") || token.isSign("}");
      boolean ends = open == 1 && (closes || token.isSign(","));
      if (ends && from >= 0 && !written.substring(from, token.start()).isBlank()) {
        arguments.add(written.substring(from, token.start()).strip());
        from = token.end();
      }
      if (token.isSign("(") || token.isSign("[") || token.isSign("{")) {
        from = open == 0 ? token.end() : from;
        open++;
      } else if (closes) {
        open--;
      }
    }
    return arguments;
  }

  private String replaced() {
    String form =
        switch (name) {
          case "locate" -> locate();
          case "convert" -> "CAST($1 AS " + type() + ")";
          case "timestampadd" -> "($3 + CAST($2 AS BIGINT) * INTERVAL 1 " + unit() + ")";
          case "timestampdiff" -> "date_sub('" + unit() + "', $2, $3)";
          default -> FORMS.getOrDefault(name, "");
        };
    if (form.isEmpty()) {
      return written.strip();
    }
    String replaced = form;
    for (int i = arguments.size(); i >= 1; i--) {
      replaced = replaced.replace("$" + i, arguments.get(i - 1));
    }
    if (replaced.equals(form) && form.contains("$")) {
      throw wrong();
    }
    return replaced;
  }

  /** Where a text begins in another, from a position on. */
  private String locate() {
    return arguments.size() < 3
        ? "strpos($2, $1)"
        : "CASE WHEN strpos(substr($2, $3), $1) = 0 THEN 0"
            + " ELSE strpos(substr($2, $3), $1) + $3 - 1 END";
  }

  private String type() {
    String type = argument(2).toUpperCase(Locale.ROOT);
    String bare = type.startsWith("SQL_") ? type.substring(4) : type;
    return TYPES.getOrDefault(bare, bare);
  }

  private String unit() {
    String unit = argument(1).toUpperCase(Locale.ROOT);
    return switch (unit) {
      case "SQL_TSI_FRAC_SECOND" -> "MICROSECOND";
      case "SQL_TSI_SECOND", "SQL_TSI_MINUTE", "SQL_TSI_HOUR", "SQL_TSI_DAY", "SQL_TSI_WEEK" ->
          unit.substring(8);
      case "SQL_TSI_MONTH", "SQL_TSI_QUARTER", "SQL_TSI_YEAR" -> unit.substring(8);
      default -> throw wrong();
    };
  }

  private String argument(int number) {
    if (arguments.size() < number) {
      throw wrong();
    }
    return arguments.get(number - 1);
  }

  private StatementException wrong() {
    return new StatementException(
        Kind.SYNTAX, "{fn " + name + "} was not given the arguments that it takes", "");
  }
}
