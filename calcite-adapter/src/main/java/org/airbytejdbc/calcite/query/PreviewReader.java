package org.airbytejdbc.calcite.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Knows the queries whose first rows need only the first rows of their one table. */
final class PreviewReader {
  private static final Set<SqlKind> ROW_OPERATORS =
      Set.of(
          SqlKind.AS,
          SqlKind.CAST,
          SqlKind.PLUS,
          SqlKind.MINUS,
          SqlKind.TIMES,
          SqlKind.DIVIDE,
          SqlKind.MOD,
          SqlKind.MINUS_PREFIX,
          SqlKind.PLUS_PREFIX,
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.LIKE,
          SqlKind.BETWEEN);

  private final Set<String> functions = new LinkedHashSet<>();

  private PreviewReader() {}

  static Optional<QueryShape.Preview> read(SqlNode tree, String sql) {
    if (tree instanceof SqlSelect select) {
      return new PreviewReader().read(select, OptionalLong.empty(), sql);
    }
    if (tree instanceof SqlOrderBy ordered
        && ordered.orderList.isEmpty()
        && ordered.query instanceof SqlSelect select) {
      OptionalLong fetch = wholeNumber(ordered.fetch);
      OptionalLong offset =
          ordered.offset == null ? OptionalLong.of(0) : wholeNumber(ordered.offset);
      if (fetch.isPresent() && offset.isPresent()) {
        long limit = saturatedSum(fetch.getAsLong(), offset.getAsLong());
        return new PreviewReader().read(select, OptionalLong.of(limit), sql);
      }
    }
    return Optional.empty();
  }

  private Optional<QueryShape.Preview> read(SqlSelect select, OptionalLong limit, String sql) {
    boolean plain =
        select.getWhere() == null
            && select.getGroup() == null
            && select.getHaving() == null
            && select.getQualify() == null
            && select.getWindowList().isEmpty()
            && select.getFetch() == null
            && select.getOffset() == null
            && !select.isDistinct()
            && SqlTree.all(select.getSelectList(), this::ofOneRow);
    SqlNode from = select.getFrom();
    if (!plain || from == null) {
      return Optional.empty();
    }
    boolean named = from instanceof SqlBasicCall as && as.getKind() == SqlKind.AS;
    SqlNode table = from instanceof SqlBasicCall as && named ? as.operand(0) : from;
    if (!(table instanceof SqlIdentifier name)) {
      return Optional.empty();
    }
    String alias = named ? "" : " AS " + SqlName.quoted(name.names.get(name.names.size() - 1));
    SqlParserPos place = name.getParserPosition();
    String before = sql.substring(0, index(sql, place.getLineNum(), place.getColumnNum()));
    String behind = sql.substring(index(sql, place.getEndLineNum(), place.getEndColumnNum()) + 1);
    return Optional.of(
        new QueryShape.Preview(
            limit, Set.copyOf(functions), quotedName -> before + quotedName + alias + behind));
  }

  /** Whether the node by itself needs no other row. */
  private boolean ofOneRow(SqlNode node) {
    if (node instanceof SqlIdentifier column) {
      // More parts would name the schema, which the rows of a preview do not live in.
      return column.names.size() <= 2;
    }
    if (node instanceof SqlBasicCall call && call.getOperator() == SqlStdOperatorTable.CONCAT) {
      return true;
    }
    if (node instanceof SqlBasicCall call
        && call.getOperator() instanceof SqlUnresolvedFunction function) {
      functions.add(function.getName().toLowerCase(Locale.ROOT));
      return call.getFunctionQuantifier() == null;
    }
    return !(node instanceof SqlCall)
        || node instanceof SqlCase
        || ROW_OPERATORS.contains(node.getKind());
  }

  private static OptionalLong wholeNumber(@Nullable SqlNode node) {
    if (node instanceof SqlNumericLiteral number && number.isInteger()) {
      BigInteger value = number.getValueAs(BigDecimal.class).toBigInteger();
      return value.bitLength() < Long.SIZE
          ? OptionalLong.of(value.longValue())
          : OptionalLong.empty();
    }
    return OptionalLong.empty();
  }

  private static long saturatedSum(long fetch, long offset) {
    return fetch > Long.MAX_VALUE - offset ? Long.MAX_VALUE : fetch + offset;
  }

  /** Where a line and column of Calcite's, both from 1, are in the text. */
  private static int index(String sql, int line, int column) {
    int at = 0;
    for (int passed = 1; passed < line; at++) {
      char c = sql.charAt(at);
      boolean ends = c == '\n' || (c == '\r' && !sql.startsWith("\n", at + 1));
      passed += ends ? 1 : 0;
    }
    return at + column - 1;
  }
}
