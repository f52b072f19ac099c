package org.airbytejdbc.testing;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The Python package of a connector with the one stream {@code numbers}, as a wheel.
 *
 * @param name such as {@code airbyte-source-tiny}; the program is called so without {@code
 *     airbyte-}
 * @param version also that of the connector's title
 * @param requires what it asks for, such as {@code other==1.0}
 * @param fields the stream's, all integers
 */
public record ConnectorWheel(
    String name, String version, List<String> requires, List<String> fields) {
  private static final String PROGRAM =
      """
      import json, sys

      FIELDS = %s

      def main():
          def say(kind, key, value):
              print(json.dumps({"type": kind, key: value}))
          verb = sys.argv[1]
          if verb == "spec":
              say("SPEC", "spec", {"connectionSpecification": {
                  "type": "object", "title": "Tiny %s", "properties": {"rows": {"type": "integer"}}}})
          elif verb == "check":
              say("CONNECTION_STATUS", "connectionStatus", {"status": "SUCCEEDED"})
          elif verb == "discover":
              say("CATALOG", "catalog", {"streams": [{
                  "name": "numbers", "supported_sync_modes": ["full_refresh"],
                  "json_schema": {"type": "object", "properties": {
                      field: {"type": "integer"} for field in FIELDS}}}]})
          else:
              say("RECORD", "record", {"stream": "numbers", "emitted_at": 1,
                  "data": {field: 1 for field in FIELDS}})
      """;

  public ConnectorWheel {
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    requires = List.copyOf(requires);
    fields = List.copyOf(fields);
  }

  /** One that asks for no other packages. */
  public static ConnectorWheel of(String name, String version) {
    return new ConnectorWheel(name, version, List.of(), List.of("one"));
  }

  /** The same, asking for those packages. */
  public ConnectorWheel requiring(String... packages) {
    return new ConnectorWheel(name, version, List.of(packages), fields);
  }

  /** The same, whose stream has those fields. */
  public ConnectorWheel with(String... streamFields) {
    return new ConnectorWheel(name, version, requires, List.of(streamFields));
  }

  /** Puts it into a folder. */
  public Path write(Path folder) {
    try {
      return Files.write(folder.resolve(fileName()), bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As an index or a folder has to call it. */
  public String fileName() {
    return module() + "-" + version + "-py3-none-any.whl";
  }

  /** The same bytes at each call. */
  public byte[] bytes() {
    String info = module() + "-" + version + ".dist-info/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        module() + ".py",
        PROGRAM.formatted(
            fields.stream().map(f -> '"' + f + '"').collect(Collectors.joining(",", "[", "]")),
            version));
    files.put(info + "METADATA", metadata());
    files.put(info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
    files.put(
        info + "entry_points.txt",
        "[console_scripts]\n" + name.replaceFirst("^airbyte-", "") + " = " + module() + ":main\n");
    files.put(
        info + "RECORD",
        files.keySet().stream().map(file -> file + ",,\n").collect(Collectors.joining())
            + info
            + "RECORD,,\n");
    return zip(files);
  }

  private String metadata() {
    return "Metadata-Version: 2.1\nName: %s\nVersion: %s\nRequires-Python: >=3.9\n"
            .formatted(name, version)
        + requires.stream().map(it -> "Requires-Dist: " + it + "\n").collect(Collectors.joining());
  }

  private String module() {
    return name.replace('-', '_');
  }

  private static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
