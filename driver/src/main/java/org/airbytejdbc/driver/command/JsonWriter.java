package org.airbytejdbc.driver.command;

import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON array with an object for each row; JSON columns are nested, not quoted. */
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
      write(column, column.value(rows));
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

  @Override
  public void close() {
    generator.close();
    out.print(written ? "\n]\n" : "]\n");
  }
}
