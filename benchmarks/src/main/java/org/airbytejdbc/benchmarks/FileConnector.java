package org.airbytejdbc.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A connector that writes ready files: as fast as a connector can be. */
final class FileConnector {
  private final String name;
  private final Map<String, String> schemas = new LinkedHashMap<>();
  private final Map<String, Path> files = new LinkedHashMap<>();

  FileConnector(String name) {
    this.name = name;
  }

  /** A stream whose records are the lines of a file; {@code properties} of its JSON Schema. */
  FileConnector stream(String stream, String properties, Path messages) {
    schemas.put(stream, properties);
    files.put(stream, messages);
    return this;
  }

  Path write(WorkFolder work) throws Exception {
    String streams =
        schemas.entrySet().stream()
            .map(
                e ->
                    "{\"name\":\"%s\",\"json_schema\":{\"type\":\"object\",\"properties\":%s},"
                            .formatted(e.getKey(), e.getValue())
                        + "\"supported_sync_modes\":[\"full_refresh\"]}")
            .collect(Collectors.joining(","));
    String cats =
        files.entrySet().stream()
            .map(
                e ->
                    "    grep -q '\"name\":\"%s\"' \"$catalog\" && cat '%s'%n"
                        .formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining());
    return work.script(
        name,
        """
        #!/bin/sh
        verb=$1
        while [ $# -gt 0 ]; do
          [ "$1" = --catalog ] && catalog=$2
          shift
        done
        case $verb in
          spec) echo '{"type":"SPEC","spec":{"connectionSpecification":{"type":"object"}}}' ;;
          check) echo '{"type":"CONNECTION_STATUS","connectionStatus":{"status":"SUCCEEDED"}}' ;;
          discover) echo '{"type":"CATALOG","catalog":{"streams":[%s]}}' ;;
          read)
        %s    exit 0 ;;
        esac
        """
            .formatted(streams, cats));
  }
}
