package org.airbytejdbc.calcite.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.jspecify.annotations.Nullable;

/** Walks Calcite's trees without recursion, since chains of operators make them deep. */
final class SqlTree {
  private SqlTree() {}

  /** Whether the test holds for every node from here down. */
  static boolean all(@Nullable SqlNode root, Predicate<SqlNode> test) {
    Deque<SqlNode> open = new ArrayDeque<>();
    push(open, root);
    while (!open.isEmpty()) {
      SqlNode node = open.pop();
      if (!test.test(node)) {
        return false;
      }
      children(node).forEach(child -> push(open, child));
    }
    return true;
  }

  private static List<? extends @Nullable SqlNode> children(SqlNode node) {
    if (node instanceof SqlNodeList list) {
      return list;
    }
    return node instanceof SqlCall call ? call.getOperandList() : List.of();
  }

  private static void push(Deque<SqlNode> open, @Nullable SqlNode node) {
    if (node != null) {
      open.push(node);
    }
  }
}
