package org.airbytejdbc.benchmarks;

import io.trino.tpch.GenerateUtils;
import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** TPC-H's tables as the records of a connector. */
final class TpchRecords {
  private TpchRecords() {}

  /** A connector with the eight tables at a scale factor. */
  static Path connector(WorkFolder work, double scale) throws Exception {
    FileConnector connector = new FileConnector("source-tpch");
    for (TpchTable<?> table : TpchTable.getTables()) {
      String name = table.getTableName();
      Path file =
          work.once(
              "tpch-" + scale + "-" + name + ".jsonl",
              () -> write(table, scale, work.path("part")));
      connector.stream(name, properties(table), file);
    }
    return connector.write(work);
  }

  private static <E extends TpchEntity> String properties(TpchTable<E> table) {
    return table.getColumns().stream()
        .map(column -> "\"" + column.getColumnName() + "\":" + type(column))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String type(TpchColumn<?> column) {
    return switch (column.getType().getBase()) {
      case INTEGER, IDENTIFIER -> "{\"type\":\"integer\"}";
      case DOUBLE -> "{\"type\":\"number\"}";
      case DATE -> "{\"type\":\"string\",\"format\":\"date\"}";
      case VARCHAR -> "{\"type\":\"string\"}";
    };
  }

  private static <E extends TpchEntity> Path write(TpchTable<E> table, double scale, Path file)
      throws Exception {
    String head =
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"" + table.getTableName() + "\",\"data\":";
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (E row : table.createGenerator(scale, 1, 1)) {
        String data =
            table.getColumns().stream()
                .map(column -> "\"" + column.getColumnName() + "\":" + value(column, row))
                .collect(Collectors.joining(",", "{", "}"));
        out.write(head + data + ",\"emitted_at\":1795359625238}}\n");
      }
    }
    return file;
  }

  private static <E extends TpchEntity> String value(TpchColumn<E> column, E row) {
    return switch (column.getType().getBase()) {
      case INTEGER -> Integer.toString(column.getInteger(row));
      case IDENTIFIER -> Long.toString(column.getIdentifier(row));
      case DOUBLE -> Double.toString(column.getDouble(row));
      case DATE -> "\"" + GenerateUtils.formatDate(column.getDate(row)) + "\"";
      case VARCHAR -> "\"" + column.getString(row).replace("\"", "\\\"") + "\"";
    };
  }
}
