package org.airbytejdbc.calcite;

import java.util.List;
import org.airbytejdbc.calcite.RoutedStatement.Setting;
import org.airbytejdbc.calcite.RoutedStatement.Setting.Action;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;
import org.airbytejdbc.calcite.statement.StatementText;
import org.airbytejdbc.calcite.statement.Token;

/** Reads {@code SET name = value}, {@code RESET name} and {@code USE schema}. */
final class SettingReader {
  private final List<Token> tokens;
  private int at = 1;

  private SettingReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws StatementException SYNTAX
   */
  static Setting read(StatementText text) {
    SettingReader reader = new SettingReader(text.tokens());
    Setting setting =
        text.first().isWord("SET")
            ? reader.set()
            : text.first().isWord("RESET") ? reader.reset() : reader.use();
    if (reader.at < reader.tokens.size()) {
      throw wrong();
    }
    return setting;
  }

  private Setting set() {
    if (at + 1 < tokens.size() && tokens.get(at).isWord("SESSION") && tokens.get(at + 1).isName()) {
      at++;
    }
    String name = name();
    if (at == tokens.size() || !(tokens.get(at).isSign("=") || tokens.get(at).isWord("TO"))) {
      throw wrong();
    }
    at++;
    if (at == tokens.size() || tokens.get(at).kind() == Token.Kind.SIGN) {
      throw wrong();
    }
    Token value = tokens.get(at++);
    return value.isWord("DEFAULT")
        ? new Setting(Action.RESET, name, "")
        : new Setting(Action.SET, name, value.text());
  }

  private Setting reset() {
    String name = name();
    return new Setting(Action.RESET, name.equalsIgnoreCase("all") ? "" : name, "");
  }

  private Setting use() {
    return new Setting(Action.SET, "schema", name());
  }

  private String name() {
    if (at == tokens.size() || !tokens.get(at).isName()) {
      throw wrong();
    }
    return tokens.get(at++).text();
  }

  private static StatementException wrong() {
    return new StatementException(
        Kind.SYNTAX,
        "The setting is not understood",
        "Write SET maxAge = '15m', RESET maxAge, SHOW maxAge, SHOW ALL or USE schema.");
  }
}
