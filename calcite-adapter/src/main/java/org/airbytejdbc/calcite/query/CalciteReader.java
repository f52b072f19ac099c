package org.airbytejdbc.calcite.query;

import java.util.Optional;
import org.airbytejdbc.calcite.statement.StatementText;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/** Reads queries with Calcite's parser. */
public final class CalciteReader {
  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withCaseSensitive(false)
          .withConformance(SqlConformanceEnum.LENIENT)
          .withIdentifierMaxLength(Integer.MAX_VALUE);

  private CalciteReader() {}

  /**
   * Calcite's tree of a query; empty where the text is not in Calcite's language.
   *
   * @throws StatementException if the text is not one statement
   */
  public static Optional<SqlNode> parse(String sql) {
    return parse(StatementText.of(sql));
  }

  /**
   * What the query reads; empty where the text is not in Calcite's language.
   *
   * @throws StatementException if the text is not one statement
   */
  public static Optional<QueryShape> read(StatementText text) {
    return parse(text).flatMap(tree -> shape(tree, text));
  }

  private static Optional<SqlNode> parse(StatementText text) {
    if (!text.forCalcite()) {
      return Optional.empty();
    }
    try {
      SqlNode tree = SqlParser.create(text.uncommented(), CONFIG).parseQuery();
      return tree.isA(SqlKind.QUERY) ? Optional.of(tree) : Optional.empty();
    } catch (SqlParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<QueryShape> shape(SqlNode tree, StatementText text) {
    return CalciteTables.of(tree)
        .map(
            tables ->
                QueryShape.of(
                    tables.tables(),
                    tables.functions(),
                    CalciteNoRows.yieldsNoRows(tree),
                    PreviewReader.read(tree, text.sql())));
  }
}
