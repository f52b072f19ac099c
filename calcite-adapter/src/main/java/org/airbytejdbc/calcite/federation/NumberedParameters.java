package org.airbytejdbc.calcite.federation;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriterConfig;
import org.apache.calcite.sql.pretty.SqlPrettyWriter;

/** Writes {@code ?} with its number, since a plan may use parameters in another order. */
final class NumberedParameters extends SqlPrettyWriter {
  private NumberedParameters(SqlWriterConfig config) {
    super(config);
  }

  static String write(SqlNode statement) {
    SqlWriterConfig config =
        SqlPrettyWriter.config()
            .withDialect(EngineDialect.INSTANCE)
            .withAlwaysUseParentheses(true)
            .withQuoteAllIdentifiers(true)
            .withSelectListItemsOnSeparateLines(false);
    NumberedParameters writer = new NumberedParameters(config);
    statement.unparse(writer, 0, 0);
    return writer.toString();
  }

  @Override
  public void dynamicParam(int index) {
    print("$" + (index + 1));
    setNeedWhitespace(true);
  }
}
