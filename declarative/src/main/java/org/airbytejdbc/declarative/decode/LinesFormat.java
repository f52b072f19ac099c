package org.airbytejdbc.declarative.decode;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text a line, each as {@code {"record": text}}: the CDK's IterableDecoder. */
final class LinesFormat implements Format {
  @Override
  public Iterator<@Nullable Object> read(InputStream bytes) {
    var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    return new LazyValues(
        "text",
        found -> {
          String line = lines.readLine();
          if (line != null) {
            found.add(Optional.of(new LinkedHashMap<>(Map.of("record", line))));
          }
          return line != null;
        });
  }
}
