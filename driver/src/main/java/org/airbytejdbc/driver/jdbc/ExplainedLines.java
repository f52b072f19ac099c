package org.airbytejdbc.driver.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.airbytejdbc.cache.StreamOutlook;
import org.airbytejdbc.driver.result.MemoryTable;
import org.jspecify.annotations.Nullable;

/** The rows of an explanation: each a line for people, and in further columns what it says. */
final class ExplainedLines {
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  /** A text of its own, or what an engine wrote. */
  void add(String kind, String text) {
    text.lines().forEach(line -> rows.add(Arrays.asList(line, kind, null, null, null, null, null)));
  }

  /**
   * @param action what becomes of the stream, such as {@code cached}
   */
  void stream(String name, String action, Optional<StreamOutlook> outlook, Instant now) {
    Optional<Long> age =
        outlook
            .flatMap(stream -> stream.status().finishedAt())
            .map(at -> Math.max(0, Duration.between(at, now).toSeconds()));
    Optional<Long> records =
        outlook
            .filter(stream -> stream.status().finishedAt().isPresent())
            .map(stream -> stream.status().rows());
    String mode = outlook.map(StreamOutlook::mode).orElse("");
    String line =
        String.format(
            Locale.ROOT,
            "%s: %s, %s, %s, %s",
            name,
            action,
            mode,
            age.map(seconds -> "read " + seconds + " s ago").orElse("never read"),
            records
                .map(count -> "about " + count + " records")
                .orElse("unknown number of records"));
    rows.add(
        Arrays.asList(line, "stream", name, action, mode, age.orElse(null), records.orElse(null)));
  }

  MemoryTable table() {
    return new MemoryTable(
        MemoryTable.columns(
            "line VARCHAR",
            "kind VARCHAR",
            "stream VARCHAR",
            "action VARCHAR",
            "sync_mode VARCHAR",
            "age_seconds BIGINT",
            "expected_records BIGINT"),
        rows);
  }
}
