package org.airbytejdbc.cache.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Statements of one line each. Parameters are strings, numbers and booleans. */
public final class Sql {
  /** Makes something of the row that the result set stands on. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Sql() {}

  /** Runs statements that have no result. */
  public static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Changes rows; returns how many. */
  public static long update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(InlineParameters.in(sql, parameters));
    }
  }

  /** Changes rows once for each item, with the parameters that are made of it. */
  public static <T> void updates(
      Connection connection, String sql, List<T> items, Function<T, List<Object>> parameters)
      throws SQLException {
    if (items.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (T item : items) {
        set(statement, parameters.apply(item));
        statement.executeLargeUpdate();
      }
    }
  }

  /** All rows of a query. */
  public static <T> List<T> query(
      Connection connection, Row<T> row, String sql, Object... parameters) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(InlineParameters.in(sql, parameters))) {
      while (result.next()) {
        rows.add(row.read(result));
      }
    }
    return rows;
  }

  /** The first column of a query's only row. */
  public static long number(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return query(connection, row -> row.getLong(1), sql, parameters).get(0);
  }

  private static void set(PreparedStatement statement, List<Object> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
  }
}
