package org.airbytejdbc.driver.command;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON array with an object for each row; lists, structures, maps and JSON are nested in it. */
final class JsonWriter implements RowWriter {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final PrintStream out;
  private final JsonGenerator generator;
  private final List<ResultColumn> columns;
  private boolean written;

  JsonWriter(PrintStream out, List<ResultColumn> columns) {
    this.out = out;
    this.generator =
        JSON.writer()
            .withRootValueSeparator(",\n")
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .createGenerator(out);
    this.columns = columns;
    out.print("[");
  }

  @Override
  public void write(ResultSet rows) throws SQLException {
    if (!written) {
      out.print("\n");
      written = true;
    }
    generator.writeStartObject();
    for (ResultColumn column : columns) {
      generator.writeName(column.label());
      switch (column.type()) {
        case Types.ARRAY -> nested(rows.getObject(column.index(), List.class));
        case Types.STRUCT, Types.JAVA_OBJECT -> nested(rows.getObject(column.index(), Map.class));
        default -> write(column, column.value(rows));
      }
    }
    generator.writeEndObject();
  }

  private void write(ResultColumn column, Optional<Object> value) {
    if (value.isEmpty()) {
      generator.writeNull();
    } else if (column.json()) {
      generator.writeRawValue(value.get().toString());
    } else {
      generator.writePOJO(value.get());
    }
  }

  private void nested(@Nullable Object value) {
    if (value instanceof List<?> list) {
      generator.writeStartArray();
      list.forEach(this::nested);
      generator.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      generator.writeStartObject();
      map.forEach(this::field);
      generator.writeEndObject();
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      generator.writePOJO(value);
    } else {
      generator.writeString(value.toString());
    }
  }

  private void field(@Nullable Object key, @Nullable Object value) {
    generator.writeName(String.valueOf(key));
    nested(value);
  }

  @Override
  public void close() {
    generator.close();
    out.print(written ? "\n]\n" : "]\n");
  }
}
