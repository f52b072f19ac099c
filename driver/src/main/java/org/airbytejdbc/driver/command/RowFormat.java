package org.airbytejdbc.driver.command;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How rows are written for people and programs. */
enum RowFormat {
  TABLE {
    @Override
    RowWriter writer(PrintStream out, List<ResultColumn> columns) {
      return new TableWriter(out, columns);
    }
  },
  CSV {
    @Override
    RowWriter writer(PrintStream out, List<ResultColumn> columns) throws IOException {
      return new CsvWriter(out, columns);
    }
  },
  JSON {
    @Override
    RowWriter writer(PrintStream out, List<ResultColumn> columns) {
      return new JsonWriter(out, columns);
    }
  };

  abstract RowWriter writer(PrintStream out, List<ResultColumn> columns) throws IOException;

  /** Writes the rows that are left; returns their number. */
  long write(ResultSet rows, PrintStream out, String... labels) throws SQLException, IOException {
    long count = 0;
    try (RowWriter writer = writer(out, columns(rows.getMetaData(), Set.of(labels)))) {
      while (rows.next()) {
        writer.write(rows);
        count++;
      }
    }
    return count;
  }

  private static List<ResultColumn> columns(ResultSetMetaData metaData, Set<String> labels)
      throws SQLException {
    List<ResultColumn> columns = new ArrayList<>();
    for (int index = 1; index <= metaData.getColumnCount(); index++) {
      String label = metaData.getColumnLabel(index);
      if (labels.isEmpty() || labels.contains(label)) {
        columns.add(
            new ResultColumn(
                index,
                label,
                metaData.getColumnType(index),
                metaData.getColumnTypeName(index).equals("JSON")));
      }
    }
    return columns;
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
