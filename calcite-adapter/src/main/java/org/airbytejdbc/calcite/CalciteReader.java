package org.airbytejdbc.calcite;

import java.util.Optional;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/** Reads a query with Calcite's parser. */
final class CalciteReader {
  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withCaseSensitive(false)
          .withConformance(SqlConformanceEnum.LENIENT)
          .withIdentifierMaxLength(Integer.MAX_VALUE);

  private CalciteReader() {}

  /** Empty where the text is not in Calcite's language; the engine may know it all the same. */
  static Optional<QueryShape> read(StatementText text) {
    if (!text.forCalcite()) {
      return Optional.empty();
    }
    SqlNode tree;
    try {
      tree = SqlParser.create(text.uncommented(), CONFIG).parseQuery();
    } catch (SqlParseException e) {
      return Optional.empty();
    }
    if (!tree.isA(SqlKind.QUERY)) {
      return Optional.empty();
    }
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
