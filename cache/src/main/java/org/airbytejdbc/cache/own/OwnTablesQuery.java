package org.airbytejdbc.cache.own;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.cache.ledger.Sql;
import org.airbytejdbc.cache.own.OwnTable.Kind;
import org.airbytejdbc.cache.own.OwnTable.OwnColumn;
import org.jspecify.annotations.Nullable;

/** Asks the engine what users have made. */
public final class OwnTablesQuery {
  /** Rows that are walked through in any direction wait in one; it is nobody's. */
  public static final String SCROLLED = "airbyte_scroll";

  private static final String QUERY =
      """
      SELECT mine.is_view, mine.temporary, mine.name, mine.definition,
        columns.column_name, columns.data_type, columns.is_nullable, keys.columns
      FROM (
        SELECT true AS is_view, temporary, database_name, view_name AS name, sql AS definition
        FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'
        UNION ALL
        SELECT false, temporary, database_name, table_name, ''
        FROM duckdb_tables() WHERE NOT internal AND schema_name = 'main') mine
      LEFT JOIN duckdb_columns() columns
        ON columns.database_name = mine.database_name AND columns.schema_name = 'main'
        AND columns.table_name = mine.name
      LEFT JOIN (
        SELECT database_name, table_name, any_value(constraint_column_names) AS columns
        FROM duckdb_constraints()
        WHERE constraint_type = 'PRIMARY KEY' AND schema_name = 'main' GROUP BY ALL) keys
        ON keys.database_name = mine.database_name AND keys.table_name = mine.name
      WHERE mine.database_name IN (current_database(), 'temp') AND mine.name <> ?
      ORDER BY mine.temporary DESC, mine.name, columns.column_index
      """;

  private record Key(boolean temporary, String name) {}

  private final Map<Key, OwnTable> found = new LinkedHashMap<>();
  private final Map<Key, List<OwnColumn>> columns = new LinkedHashMap<>();

  private OwnTablesQuery() {}

  /** All that a connection sees, its temporary ones first, by name. */
  public static List<OwnTable> run(Connection connection) throws SQLException {
    OwnTablesQuery query = new OwnTablesQuery();
    Sql.query(connection, query::take, QUERY, SCROLLED);
    return query.found.entrySet().stream()
        .map(entry -> with(entry.getValue(), query.columns.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  /** A row is a column of a table; a table without columns is a row, too. */
  private Key take(ResultSet row) throws SQLException {
    Key key = new Key(row.getBoolean("temporary"), row.getString("name"));
    if (!found.containsKey(key)) {
      found.put(key, table(key, row));
    }
    String column = row.getString("column_name");
    if (column != null) {
      columns
          .computeIfAbsent(key, unknown -> new ArrayList<>())
          .add(new OwnColumn(column, row.getString("data_type"), row.getBoolean("is_nullable")));
    }
    return key;
  }

  private static OwnTable table(Key key, ResultSet row) throws SQLException {
    Kind kind = row.getBoolean("is_view") ? Kind.VIEW : Kind.TABLE;
    return new OwnTable(
        kind,
        key.temporary,
        key.name,
        row.getString("definition"),
        List.of(),
        texts(row.getArray("columns")));
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }

  private static OwnTable with(OwnTable table, List<OwnColumn> columns) {
    return new OwnTable(
        table.kind(),
        table.temporary(),
        table.name(),
        table.definition(),
        columns,
        table.primaryKey());
  }
}
