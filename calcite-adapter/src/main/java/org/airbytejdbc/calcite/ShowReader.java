package org.airbytejdbc.calcite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.airbytejdbc.calcite.RoutedStatement.Listing;
import org.airbytejdbc.calcite.RoutedStatement.Listing.Listed;
import org.airbytejdbc.calcite.RoutedStatement.Setting;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementText;
import org.airbytejdbc.calcite.statement.Token;

/**
 * Reads {@code SHOW}: of tables and settings. What is left describes a table or a query, which the
 * engine does.
 */
final class ShowReader {
  private ShowReader() {}

  /** Empty for what is described. */
  static Optional<RoutedStatement> read(
      StatementText text, AttachedSources sources, String currentSchema) {
    List<Token> tokens = text.tokens();
    List<String> words =
        tokens.stream().map(token -> token.text().toUpperCase(Locale.ROOT)).toList();
    if (tokens.size() == 1) {
      throw new StatementException(
          StatementException.Kind.SYNTAX,
          "SHOW needs to be told what",
          "Write SHOW TABLES or SHOW ALL.");
    }
    if (tokens.size() == 2) {
      return two(tokens.get(1), sources, currentSchema);
    }
    if (words.equals(List.of("SHOW", "ALL", "TABLES"))) {
      return Optional.of(new Listing(Listed.ALL_TABLES, ""));
    }
    boolean ofSchema =
        tokens.size() == 4
            && tokens.get(1).isWord("TABLES")
            && isOf(tokens.get(2))
            && tokens.get(3).isName();
    return ofSchema
        ? Optional.of(new Listing(Listed.TABLES, tokens.get(3).text()))
        : Optional.empty();
  }

  private static boolean isOf(Token token) {
    return token.isWord("FROM") || token.isWord("IN");
  }

  /** The same written with DESCRIBE, where the engine's tree names the table. */
  static StatementText described(StatementText text) {
    List<Token> tokens = text.tokens();
    if (tokens.get(1).isWord("DATABASES")) {
      return text;
    }
    boolean columns = tokens.size() > 3 && tokens.get(1).isWord("COLUMNS") && isOf(tokens.get(2));
    Token before = columns ? tokens.get(2) : text.first();
    return StatementText.of("DESCRIBE" + text.sql().substring(before.end()));
  }

  private static Optional<RoutedStatement> two(
      Token what, AttachedSources sources, String currentSchema) {
    if (what.isWord("ALL")) {
      return Optional.of(new Setting(Setting.Action.SHOW, "", ""));
    }
    if (what.isWord("TABLES")) {
      return Optional.of(new Listing(Listed.TABLES, ""));
    }
    if (what.isWord("SCHEMAS")) {
      return Optional.of(new Listing(Listed.SCHEMAS, ""));
    }
    boolean described =
        what.isWord("DATABASES")
            || sources
                .find(currentSchema)
                .filter(source -> source.catalog().table(what.text()).isPresent())
                .isPresent();
    return described || !what.isName()
        ? Optional.empty()
        : Optional.of(new Setting(Setting.Action.SHOW, what.text(), ""));
  }
}
