package org.airbytejdbc.calcite.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.jspecify.annotations.Nullable;

/** Finds the tables that Calcite's tree of a query names. Without recursion: trees can be deep. */
final class CalciteTables {
  private final List<TableName> tables = new ArrayList<>();
  private final List<String> functions = new ArrayList<>();
  private final Deque<Visit> open = new ArrayDeque<>();
  private boolean understood = true;

  private record Visit(SqlNode node, boolean inFrom, Scope scope) {}

  private CalciteTables() {}

  /** Empty where the tree has a form in FROM that is not known here. */
  static Optional<CalciteTables> of(SqlNode query) {
    CalciteTables found = new CalciteTables();
    found.open(query, false, Scope.NONE);
    while (!found.open.isEmpty()) {
      Visit visit = found.open.removeLast();
      if (visit.inFrom) {
        found.from(visit.node, visit.scope);
      } else {
        found.expression(visit.node, visit.scope);
      }
    }
    return found.understood ? Optional.of(found) : Optional.empty();
  }

  List<TableName> tables() {
    return tables;
  }

  List<String> functions() {
    return functions;
  }

  private void open(@Nullable SqlNode node, boolean inFrom, Scope scope) {
    if (node != null) {
      open.addFirst(new Visit(node, inFrom, scope));
    }
  }

  private void expression(SqlNode node, Scope scope) {
    if (node instanceof SqlWith with) {
      with(with, scope);
    } else if (node instanceof SqlSelect select) {
      SqlNode from = select.getFrom();
      open(from, true, scope);
      select.getOperandList().stream()
          .filter(part -> part != from)
          .forEach(part -> open(part, false, scope));
    } else if (node instanceof SqlNodeList list) {
      list.forEach(item -> open(item, false, scope));
    } else if (node instanceof SqlCall call) {
      boolean table = call.getKind() == SqlKind.EXPLICIT_TABLE;
      call.getOperandList().forEach(operand -> open(operand, table, scope));
    }
  }

  private void with(SqlWith with, Scope outer) {
    Scope scope = outer;
    for (SqlNode node : with.withList) {
      SqlWithItem item = (SqlWithItem) node;
      Scope behind = scope.with(item.name.getSimple());
      open(item.query, false, item.recursive.booleanValue() ? behind : scope);
      scope = behind;
    }
    open(with.body, false, scope);
  }

  private void from(SqlNode node, Scope scope) {
    if (node instanceof SqlIdentifier name) {
      TableName table = new TableName(name.names);
      if (!scope.hides(table)) {
        tables.add(table);
      }
    } else if (node instanceof SqlJoin join) {
      open(join.getLeft(), true, scope);
      open(join.getRight(), true, scope);
      open(join.getCondition(), false, scope);
    } else if (node.isA(SqlKind.QUERY)) {
      open(node, false, scope);
    } else if (node instanceof SqlCall call) {
      fromCall(call, scope);
    } else {
      understood = false;
    }
  }

  private void fromCall(SqlCall call, Scope scope) {
    List<SqlNode> operands = call.getOperandList().stream().filter(Objects::nonNull).toList();
    switch (call.getKind()) {
      case AS, TABLE_REF, TABLESAMPLE, LATERAL, PIVOT, UNPIVOT -> {
        open(operands.get(0), true, scope);
        operands.stream().skip(1).forEach(operand -> open(operand, false, scope));
      }
      case UNNEST -> {
        functions.add("unnest");
        operands.forEach(operand -> open(operand, false, scope));
      }
      case COLLECTION_TABLE -> {
        if (operands.get(0) instanceof SqlCall inner
            && inner.getOperator() instanceof SqlFunction function) {
          functions.add(function.getName());
          open(inner, false, scope);
        } else {
          understood = false;
        }
      }
      default -> understood = false;
    }
  }
}
