package org.airbytejdbc.cache.sync;

import static org.airbytejdbc.cache.Lab.record;
import static org.airbytejdbc.cache.Lab.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.Lab;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncModesTest {
  private static final String USERS =
      "{\"id\": {\"type\": \"integer\"}, \"name\": {\"type\": \"string\"}}";

  @TempDir Path folder;
  private Lab lab;
  private ScriptedConnector connector;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    connector = lab.connector("source-shop").stream("users", USERS);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void give(String... steps) {
    connector.read(steps).write();
  }

  private static String user(int id, String name) {
    return record("users", "{\"id\": %d, \"name\": \"%s\"}".formatted(id, name));
  }

  private List<String> users() {
    return lab.query("SELECT id, name FROM shop.users ORDER BY id, name");
  }

  @Test
  void firstReadIsShownAtItsEndAndReported() {
    give(user(1, "a"), user(2, "b"), state("users", "{\"cursor\": 2}"));
    List<SyncReport> reports = lab.sync(lab.source(connector));

    assertThat(users()).containsExactly("1|a", "2|b");
    SyncReport.StreamReport report = reports.get(0).streams().get(0);
    assertThat(report.table()).isEqualTo("users");
    assertThat(report.mode()).isEqualTo("incremental_dedup");
    assertThat(report.records()).isEqualTo(2);
    assertThat(report.rows()).isEqualTo(2);
  }

  @Test
  void lastRecordOfAKeyWinsWithinOneSyncAndAcrossSyncs() {
    give(user(1, "a"), user(2, "b"), user(1, "c"), state("users", "{\"cursor\": 1}"));
    Source source = lab.source(connector);
    lab.sync(source);
    assertThat(users()).containsExactly("1|c", "2|b");

    give(user(2, "d"), user(3, "e"), user(2, "f"), state("users", "{\"cursor\": 2}"));
    lab.sync(source);
    assertThat(users()).containsExactly("1|c", "2|f", "3|e");
    assertThat(connector.calls("read").get(1).state().toString()).contains("\"cursor\":1");
  }

  @Test
  void recordsWhoseKeyDoesNotFitAreNotMerged() {
    give(
        record("users", "{\"id\": \"x1\", \"name\": \"a\"}"),
        record("users", "{\"id\": \"x2\", \"name\": \"b\"}"));

    assertThatThrownBy(() -> lab.sync(lab.source(connector)))
        .isInstanceOfSatisfying(
            CacheException.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(CacheException.Kind.BAD_RECORD);
              assertThat(refused).hasMessageContainingAll("users", "key id");
              assertThat(refused.guidance().orElseThrow()).contains("full_refresh_overwrite");
            });

    lab.sync(lab.source("shop", connector, SyncStrategy.FULL_REFRESH_OVERWRITE));
    assertThat(users()).containsExactly("null|a", "null|b");
  }

  @Test
  void recordsWithoutAKeyAreOneAsTheyAreToTheSource() {
    give(record("users", "{\"name\": \"a\"}"), record("users", "{\"id\": null, \"name\": \"b\"}"));
    lab.sync(lab.source(connector));
    assertThat(users()).containsExactly("null|b");
  }

  @Test
  void appendKeepsAllThatCame() {
    Source source = lab.source("shop", connector, SyncStrategy.INCREMENTAL_APPEND);
    give(user(1, "a"), user(1, "b"), state("users", "{\"cursor\": 1}"));
    lab.sync(source);
    give(user(1, "c"), state("users", "{\"cursor\": 2}"));
    lab.sync(source);
    assertThat(users()).containsExactly("1|a", "1|b", "1|c");
  }

  @Test
  void overwriteLeavesWhatTheLastReadGaveEvenIfThatIsNothing() {
    Source source = lab.source("shop", connector, SyncStrategy.FULL_REFRESH_OVERWRITE);
    give(user(1, "a"), user(1, "b"));
    lab.sync(source);
    assertThat(users()).containsExactly("1|a", "1|b");
    give();
    lab.sync(source);
    assertThat(users()).isEmpty();
    assertThat(connector.calls("read").get(1).catalog().toString())
        .contains("\"sync_mode\":\"full_refresh\"", "\"destination_sync_mode\":\"overwrite\"");
  }

  @Test
  void overwriteDedupReplacesAndKeepsTheLastOfEachKey() {
    Source source = lab.source("shop", connector, SyncStrategy.FULL_REFRESH_OVERWRITE_DEDUP);
    give(user(1, "a"), user(1, "b"), user(2, "c"));
    lab.sync(source);
    give(user(3, "d"), user(3, "e"));
    lab.sync(source);
    assertThat(users()).containsExactly("3|e");
  }

  @Test
  void fullRefreshAppendAddsEachReadWhole() {
    Source source = lab.source("shop", connector, SyncStrategy.FULL_REFRESH_APPEND);
    give(user(1, "a"));
    lab.sync(source);
    lab.sync(source);
    assertThat(users()).containsExactly("1|a", "1|a");
    lab.fullRefresh(source);
    assertThat(users()).containsExactly("1|a");
  }

  @Test
  void readWithoutStateReplacesSoThatNothingIsDoubled() {
    Source source = lab.source("shop", connector, SyncStrategy.INCREMENTAL_APPEND);
    give(user(1, "a"), user(2, "b"));
    lab.sync(source);
    lab.sync(source);
    assertThat(users()).containsExactly("1|a", "2|b");
  }

  @Test
  void stateThatOnlySaysThatThereIsNoCursorIsNone() {
    Source source = lab.source(connector);
    give(user(1, "a"), state("users", "{\"__ab_no_cursor_state_message\": true}"));
    lab.sync(source);
    give(user(2, "b"), state("users", "{\"__ab_no_cursor_state_message\": true}"));
    lab.sync(source);
    assertThat(users()).containsExactly("2|b");
    assertThat(connector.calls("read").get(1).state().isNull()).isTrue();
  }

  @Test
  void streamThatIsNotIncrementalIsReplaced() {
    connector.noStreams().stream(
        """
            {"name": "users", "json_schema": {"properties": %s},
             "supported_sync_modes": ["full_refresh"]}"""
            .formatted(USERS));
    Source source = lab.source(connector);
    give(user(1, "a"), user(1, "b"), state("users", "{\"cursor\": 1}"));
    assertThat(lab.sync(source).get(0).streams().get(0).mode()).isEqualTo("full_refresh_overwrite");
    lab.sync(source);
    assertThat(users()).containsExactly("1|a", "1|b");
    assertThat(connector.calls("read").get(1).state().isNull()).isTrue();
  }

  @Test
  void compositeAndNestedKeysTellRecordsApart() {
    connector.noStreams().stream(
        """
            {"name": "users", "json_schema": {"properties": {
                "a": {"type": "string"}, "b": {"type": "object"}, "v": {"type": "integer"}}},
             "supported_sync_modes": ["full_refresh", "incremental"],
             "source_defined_cursor": true,
             "source_defined_primary_key": [["a"], ["b", "x/y", "~z"]]}""");
    Source source = lab.source(connector);
    String record = "{\"a\": %s, \"b\": {\"x/y\": {\"~z\": %s}}, \"v\": %d}";
    give(
        record("users", record.formatted("\"p\"", "1", 1)),
        record("users", record.formatted("\"p\"", "2", 2)),
        record("users", record.formatted("null", "2", 3)),
        record("users", record.formatted("\"p\"", "1", 4)),
        state("users", "{\"cursor\": 1}"));
    lab.sync(source);
    assertThat(lab.value("SELECT list(v ORDER BY v) FROM shop.users")).isEqualTo("[2, 3, 4]");
    give(
        record("users", record.formatted("null", "2", 5)),
        record("users", record.formatted("\"p\"", "2", 6)),
        record("users", record.formatted("\"q\"", "2", 7)),
        state("users", "{\"cursor\": 2}"));
    lab.sync(source);
    assertThat(lab.value("SELECT list(v ORDER BY v) FROM shop.users")).isEqualTo("[4, 5, 6, 7]");
  }

  @Test
  void strategyThatTheStreamCannotDoIsRefused() {
    connector.noStreams().stream("log", "{\"text\": {\"type\": \"string\"}}");
    Source source = lab.source("shop", connector, SyncStrategy.INCREMENTAL_DEDUP);
    assertThatThrownBy(() -> lab.sync(source))
        .isInstanceOfSatisfying(
            CacheException.class,
            e -> assertThat(e.kind()).isEqualTo(CacheException.Kind.UNSUPPORTED))
        .hasMessageContaining("log")
        .hasMessageContaining("incremental_dedup")
        .hasMessageContaining("primary key");
    assertThat(connector.calls("read")).isEmpty();
  }

  @Test
  void incrementalReadMovesOnlyNewsAndLeavesNothingBeside() {
    Source source = lab.source(connector);
    give(user(1, "a"), state("users", "{\"cursor\": 1}"));
    lab.sync(source);
    give(user(2, "b"), state("users", "{\"cursor\": 2}"), user(3, "c"));
    lab.sync(source);
    assertThat(users()).containsExactly("1|a", "2|b", "3|c");
    assertThat(lab.query("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'shop'"))
        .containsExactly("users");
  }

  @Test
  void fullRefreshStartsFromNothing() {
    Source source = lab.source(connector);
    give(user(1, "a"), state("users", "{\"cursor\": 1}"));
    lab.sync(source);
    give(user(2, "b"), state("users", "{\"cursor\": 2}"));
    lab.fullRefresh(source);
    assertThat(users()).containsExactly("2|b");
    assertThat(connector.calls("read").get(1).state().isNull()).isTrue();
    give(user(3, "c"));
    lab.sync(source);
    assertThat(connector.calls("read").get(2).state().toString()).contains("\"cursor\":2");
    assertThat(users()).containsExactly("2|b", "3|c");
  }
}
