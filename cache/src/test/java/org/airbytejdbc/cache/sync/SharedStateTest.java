package org.airbytejdbc.cache.sync;

import static org.airbytejdbc.cache.Lab.record;
import static org.airbytejdbc.cache.Lab.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.cache.Lab;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.testing.ScriptedConnector;
import org.airbytejdbc.testing.ScriptedConnector.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GLOBAL and LEGACY states: one for all streams that were read together. */
class SharedStateTest {
  private static final String FIELDS = "{\"n\": {\"type\": \"integer\"}}";

  @TempDir Path folder;
  private Lab lab;
  private ScriptedConnector connector;
  private Source source;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    connector =
        lab.connector("source-shop").stream("a", FIELDS).stream("b", FIELDS).stream("c", FIELDS);
    source = lab.source("shop", connector, SyncStrategy.INCREMENTAL_APPEND);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void give(String... steps) {
    connector.read(steps).write();
  }

  private static String n(String stream, int n) {
    return record(stream, "{\"n\": " + n + "}");
  }

  private static String shared(String kind, int lsn) {
    return kind.equals("GLOBAL")
        ? """
          {"message": {"type": "STATE", "state": {"type": "GLOBAL", "global":
            {"shared_state": {"lsn": %d}, "stream_states": [
              {"stream_descriptor": {"name": "a"}, "stream_state": {"x": 1}}]}}}}"""
            .formatted(lsn)
        : """
          {"message": {"type": "STATE", "state": {"data": {"lsn": %d}}}}"""
            .formatted(lsn);
  }

  private String shown(String table) {
    return lab.value("SELECT list(n ORDER BY n) FROM shop." + table);
  }

  private Call lastRead() {
    List<Call> reads = connector.calls("read");
    return reads.get(reads.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GLOBAL", "LEGACY"})
  void allStreamsOfTheStateGoOnTogether(String kind) {
    give(n("a", 1), n("b", 1), shared(kind, 5));
    lab.sync(source, "a", "b");
    give(n("a", 2), n("b", 2), shared(kind, 6));
    lab.sync(source, "a");

    assertThat(lastRead().streams()).containsExactly("a", "b");
    assertThat(lastRead().state().toString()).contains("\"lsn\":5");
    assertThat(lastRead().state().isArray()).isEqualTo(kind.equals("GLOBAL"));
    assertThat(shown("a")).isEqualTo("[1, 2]");
    assertThat(shown("b")).isEqualTo("[1, 2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GLOBAL", "LEGACY"})
  void newStreamJoinsAndIsReadFromItsBeginning(String kind) {
    give(n("a", 1), shared(kind, 5));
    lab.sync(source, "a");
    give(n("a", 2), n("c", 1), shared(kind, 6), n("c", 2), "{\"exit\": 1}");
    assertThatThrownBy(() -> lab.sync(source, "c")).isInstanceOf(ConnectorException.class);
    assertThat(shown("a")).isEqualTo("[1, 2]");
    assertThat(shown("c")).isEqualTo("null");

    give(n("a", 3), n("c", 2), shared(kind, 7));
    lab.sync(source, "c");
    assertThat(lastRead().streams()).containsExactly("a", "c");
    assertThat(lastRead().state().toString()).contains("\"lsn\":6");
    assertThat(shown("a")).isEqualTo("[1, 2, 3]");
    assertThat(shown("c")).isEqualTo("[1, 2]");
  }

  @Test
  void fullRefreshOfOneBeginsAllAgainAndKeepsTheOldRowsUntilItsEnd() {
    give(n("a", 1), n("b", 1), shared("GLOBAL", 5));
    lab.sync(source, "a", "b");
    give(n("a", 7), n("b", 7), shared("GLOBAL", 8), "{\"exit\": 1}");
    assertThatThrownBy(() -> lab.fullRefresh(source, "a")).isInstanceOf(ConnectorException.class);
    assertThat(lastRead().state().isNull()).isTrue();
    assertThat(lastRead().streams()).containsExactly("a", "b");
    assertThat(shown("a")).isEqualTo("[1]");

    give(n("a", 8), shared("GLOBAL", 9));
    lab.sync(source, "b");
    assertThat(lastRead().state().toString()).contains("\"lsn\":8");
    assertThat(shown("a")).isEqualTo("[7, 8]");
    assertThat(shown("b")).isEqualTo("[7]");
  }

  @Test
  void sourceThatTurnsToStatesOfSingleStreamsLosesNothing() {
    give(n("a", 1), n("b", 1), shared("GLOBAL", 5));
    lab.sync(source, "a", "b");
    give(n("a", 2), n("b", 2), state("a", "{\"cursor\": 2}"));
    lab.sync(source, "a", "b");
    assertThat(shown("a")).isEqualTo("[1, 2]");
    assertThat(shown("b")).isEqualTo("[1, 2]");

    give(n("a", 3), n("b", 1), n("b", 2), n("b", 3), state("b", "{\"cursor\": 3}"));
    lab.sync(source, "a", "b");
    assertThat(lastRead().state().toString()).contains("\"cursor\":2").doesNotContain("lsn");
    assertThat(shown("a")).isEqualTo("[1, 2, 3]");
    assertThat(shown("b")).isEqualTo("[1, 2, 3]");
  }
}
