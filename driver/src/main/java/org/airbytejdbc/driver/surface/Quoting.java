package org.airbytejdbc.driver.surface;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/** Names and texts as they are written in a statement. */
public interface Quoting extends Statement {
  /** What needs no quotes, reserved words aside. */
  Pattern SIMPLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,127}");

  @Override
  default String enquoteLiteral(@Nullable String text) throws SQLException {
    return SqlName.literal(present(text));
  }

  @Override
  default String enquoteNCharLiteral(@Nullable String text) throws SQLException {
    return "N" + enquoteLiteral(text);
  }

  @Override
  default String enquoteIdentifier(@Nullable String name, boolean always) throws SQLException {
    String bare = present(name);
    if (bare.isEmpty() || bare.indexOf('\0') >= 0) {
      throw SqlErrors.argument("A name must not be empty, nor have the character 0 in it");
    }
    return !always && isSimpleIdentifier(bare) ? bare : SqlName.quoted(bare);
  }

  @Override
  default boolean isSimpleIdentifier(@Nullable String name) throws SQLException {
    return SIMPLE.matcher(present(name)).matches();
  }

  private String present(@Nullable String text) throws SQLException {
    StatementOpen.ensure(this);
    if (text == null) {
      throw SqlErrors.argument("The text is null");
    }
    return text;
  }
}
