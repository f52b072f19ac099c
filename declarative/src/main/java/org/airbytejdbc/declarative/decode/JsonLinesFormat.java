package org.airbytejdbc.declarative.decode;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.airbytejdbc.declarative.json.JsonValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A JSON value a line. Empty lines are nothing; the CDK passes over broken ones too, but a record
 * is never dropped in silence here.
 */
final class JsonLinesFormat implements Format {
  @Override
  public Iterator<@Nullable Object> read(InputStream bytes) {
    var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    return new LazyValues(
        "JSON lines",
        found -> {
          String line = lines.readLine();
          if (line != null && !line.isBlank()) {
            found.add(Optional.ofNullable(value(line)));
          }
          return line != null;
        });
  }

  private static @Nullable Object value(String line) {
    try {
      return JsonValues.read(line);
    } catch (JacksonException e) {
      throw UnreadableBody.of("JSON lines", e);
    }
  }
}
