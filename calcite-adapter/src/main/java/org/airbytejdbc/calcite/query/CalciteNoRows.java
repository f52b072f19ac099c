package org.airbytejdbc.calcite.query;

import java.math.BigDecimal;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.jspecify.annotations.Nullable;

/** Knows the forms with which tools ask for a result's columns only. */
final class CalciteNoRows {
  private CalciteNoRows() {}

  /** No row of any table can reach the query's result. */
  static boolean yieldsNoRows(@Nullable SqlNode query) {
    SqlNode node = query;
    while (true) {
      if (node instanceof SqlOrderBy ordered) {
        if (isZero(ordered.fetch)) {
          return true;
        }
        node = ordered.query;
      } else if (node instanceof SqlWith with) {
        node = with.body;
      } else if (node instanceof SqlSelect select) {
        if (isZero(select.getFetch())) {
          return true;
        }
        // An aggregate gives a row even so, and a sub-query in it would read its own tables.
        if (readsElsewhere(select)) {
          return false;
        }
        if (isFalse(select.getWhere())) {
          return true;
        }
        node = select.getFrom();
      } else if (node instanceof SqlBasicCall call && call.getKind() == SqlKind.AS) {
        node = call.operand(0);
      } else {
        return false;
      }
    }
  }

  private static boolean readsElsewhere(SqlSelect select) {
    return select.getOperandList().stream()
        .filter(part -> part != select.getFrom())
        .anyMatch(part -> !SqlTree.all(part, node -> !node.isA(SqlKind.QUERY)));
  }

  private static boolean isZero(@Nullable SqlNode node) {
    return node instanceof SqlNumericLiteral number && value(number).signum() == 0;
  }

  private static BigDecimal value(SqlNumericLiteral number) {
    return number.getValueAs(BigDecimal.class);
  }

  private static boolean isFalse(@Nullable SqlNode condition) {
    SqlNode node = condition;
    while (node instanceof SqlBasicCall and && and.getKind() == SqlKind.AND) {
      if (isFalsePart(and.operand(1))) {
        return true;
      }
      node = and.operand(0);
    }
    return isFalsePart(node);
  }

  private static boolean isFalsePart(@Nullable SqlNode node) {
    if (node instanceof SqlLiteral literal) {
      return Boolean.FALSE.equals(literal.getValue());
    }
    return node instanceof SqlBasicCall call
        && call.operandCount() == 2
        && call.operand(0) instanceof SqlNumericLiteral left
        && call.operand(1) instanceof SqlNumericLiteral right
        && isFalse(call.getKind(), value(left).compareTo(value(right)));
  }

  private static boolean isFalse(SqlKind comparison, int order) {
    return switch (comparison) {
      case EQUALS -> order != 0;
      case NOT_EQUALS -> order == 0;
      case LESS_THAN -> order >= 0;
      case LESS_THAN_OR_EQUAL -> order > 0;
      case GREATER_THAN -> order <= 0;
      case GREATER_THAN_OR_EQUAL -> order < 0;
      default -> false;
    };
  }
}
