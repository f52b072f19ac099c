package org.airbytejdbc.cache.sync;

import static org.airbytejdbc.cache.Lab.record;
import static org.airbytejdbc.cache.Lab.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.airbytejdbc.cache.Lab;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a read that breaks off leaves, and where the next one goes on. */
class ResumeTest {
  private static final String FIELDS = "{\"n\": {\"type\": \"integer\"}}";
  private static final String EXIT = "{\"exit\": 1}";
  private static final String COMPLETE =
      """
      {"message": {"type": "TRACE", "trace": {"type": "STREAM_STATUS", "emitted_at": 1,
        "stream_status": {"stream_descriptor": {"name": "%s"}, "status": "%s"}}}}""";

  @TempDir Path folder;
  private Lab lab;
  private ScriptedConnector connector;
  private Source source;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    connector = lab.connector("source-shop").stream("a", FIELDS).stream("b", FIELDS);
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

  private static String cursor(String stream, int n) {
    return state(stream, "{\"cursor\": " + n + "}");
  }

  private void fail(String... tables) {
    assertThatThrownBy(() -> lab.sync(source, tables)).isInstanceOf(ConnectorException.class);
  }

  private String shown(String table) {
    return lab.value("SELECT list(n ORDER BY n) FROM shop." + table);
  }

  private String lastState() {
    return connector.calls("read").get(connector.calls("read").size() - 1).state().toString();
  }

  @Test
  void firstReadGoesOnAfterTheLastStateAndIsShownOnlyThen() {
    give(n("a", 1), cursor("a", 1), n("a", 2), n("a", 3), cursor("a", 3), n("a", 4), EXIT);
    fail("a");
    assertThat(shown("a")).isEqualTo("null");

    give(n("a", 4), n("a", 5), cursor("a", 5));
    lab.sync(source, "a");
    assertThat(lastState()).contains("\"cursor\":3");
    assertThat(shown("a")).isEqualTo("[1, 2, 3, 4, 5]");
  }

  @Test
  void laterReadShowsWhatAStateCoversAndNothingBeyond() {
    give(n("a", 1), cursor("a", 1));
    lab.sync(source, "a");
    give(n("a", 2), n("a", 3), cursor("a", 3), n("a", 4), EXIT);
    fail("a");
    assertThat(shown("a")).isEqualTo("[1, 2, 3]");

    give(n("a", 4), cursor("a", 4));
    lab.sync(source, "a");
    assertThat(lastState()).contains("\"cursor\":3");
    assertThat(shown("a")).isEqualTo("[1, 2, 3, 4]");
  }

  @Test
  void stateOfOneStreamDoesNotCoverTheRecordsOfAnother() {
    give(n("a", 1), n("b", 1), cursor("a", 1), n("b", 2), cursor("b", 2), n("a", 2), EXIT);
    fail();
    give(n("b", 3), n("a", 2), cursor("a", 2), n("a", 3), cursor("b", 3));
    lab.sync(source);
    assertThat(lastState()).contains("\"cursor\":1", "\"cursor\":2");
    assertThat(shown("a")).isEqualTo("[1, 2, 3]");
    assertThat(shown("b")).isEqualTo("[1, 2, 3]");
  }

  @Test
  void fullRefreshThatBreaksOffLeavesTheOldRowsAndIsGoneOnWith() {
    give(n("a", 1), cursor("a", 1));
    lab.sync(source, "a");
    give(n("a", 7), cursor("a", 7), n("a", 8), EXIT);
    assertThatThrownBy(() -> lab.fullRefresh(source, "a")).isInstanceOf(ConnectorException.class);
    assertThat(shown("a")).isEqualTo("[1]");

    give(n("a", 8), cursor("a", 8));
    lab.sync(source, "a");
    assertThat(lastState()).contains("\"cursor\":7");
    assertThat(shown("a")).isEqualTo("[7, 8]");
  }

  private static String fullRefreshOnly(String name, boolean resumable) {
    return """
        {"name": "%s", "json_schema": {"type": "object", "properties": %s},
          "supported_sync_modes": ["full_refresh"], "is_resumable": %s}"""
        .formatted(name, FIELDS, resumable);
  }

  @Test
  void streamOnlyReadInFullGoesOnWhereItBrokeOffIfItCan() {
    connector.stream(fullRefreshOnly("pages", true)).stream(fullRefreshOnly("whole", false));
    source = lab.source("shop", connector, SyncStrategy.AUTO);
    give(n("pages", 1), cursor("pages", 1), n("pages", 2), EXIT);
    fail("pages");
    give(n("pages", 2), n("pages", 3), cursor("pages", 3));
    lab.sync(source, "pages");
    assertThat(lastState()).contains("\"cursor\":1");
    assertThat(shown("pages")).isEqualTo("[1, 2, 3]");

    give(n("pages", 7), cursor("pages", 7));
    lab.sync(source, "pages");
    assertThat(lastState()).as("a complete one says nothing to the next").isEqualTo("null");
    assertThat(shown("pages")).isEqualTo("[7]");

    give(n("pages", 8), cursor("pages", 8), EXIT);
    fail("pages");
    give(n("pages", 9));
    lab.fullRefresh(source, "pages");
    assertThat(lastState()).as("from scratch, if asked for it").isEqualTo("null");
    assertThat(shown("pages")).isEqualTo("[9]");

    give(n("whole", 1), cursor("whole", 1), EXIT);
    fail("whole");
    give(n("whole", 1), n("whole", 2));
    lab.sync(source, "whole");
    assertThat(lastState()).isEqualTo("null");
    assertThat(shown("whole")).isEqualTo("[1, 2]");
  }

  @Test
  void resumableStreamGoesOnBesideAnIncrementalOne() {
    connector.stream(fullRefreshOnly("pages", true));
    source = lab.source("shop", connector, SyncStrategy.AUTO);
    give(n("a", 1), cursor("a", 1), n("pages", 1), cursor("pages", 1), n("a", 2), EXIT);
    fail("a", "pages");
    give(n("a", 2), cursor("a", 2), n("pages", 2));
    lab.sync(source, "a", "pages");
    assertThat(shown("a")).isEqualTo("[1, 2]");
    assertThat(shown("pages")).isEqualTo("[1, 2]");
    assertThat(lastState()).contains("\"name\":\"a\"", "\"name\":\"pages\"");
  }

  @Test
  void failureBeforeTheFirstStateBeginsAgainFromNothing() {
    give(n("a", 1), n("a", 2), EXIT);
    fail("a");
    give(n("a", 1), n("a", 2), n("a", 3), cursor("a", 3));
    lab.sync(source, "a");
    assertThat(lastState()).isEqualTo("null");
    assertThat(shown("a")).isEqualTo("[1, 2, 3]");
  }

  @Test
  void stateAfterTheStreamIsCompleteCounts() {
    give(n("a", 1), cursor("a", 1), COMPLETE.formatted("a", "COMPLETE"), cursor("a", 9));
    lab.sync(source, "a");
    give(n("a", 10));
    lab.sync(source, "a");
    assertThat(lastState()).contains("\"cursor\":9");
    assertThat(shown("a")).isEqualTo("[1, 10]");
  }

  @Test
  void streamThatWasCompleteIsShownThoughAnotherFailed() {
    give(
        n("a", 1),
        COMPLETE.formatted("a", "COMPLETE"),
        cursor("a", 1),
        n("b", 1),
        COMPLETE.formatted("b", "INCOMPLETE"));
    fail();
    assertThat(shown("a")).isEqualTo("[1]");
    assertThat(shown("b")).isEqualTo("null");
    assertThat(lab.value("SELECT outcome FROM _airbyte.syncs")).isEqualTo("failed");
  }

  @Test
  void manyStatesWhileTheLoaderIsBusyLoseNoRecord() {
    connector
        .read(
            """
            {"records": {"stream": "a", "count": 3000, "template": {"n": "$i"}, "state_every": 7}}""",
            EXIT)
        .write();
    fail("a");
    connector
        .read(
            """
            {"records": {"stream": "a", "count": 5000, "template": {"n": "$i"}, "state_every": 7}}""")
        .write();
    lab.sync(source, "a");
    assertThat(lastState()).contains("\"cursor\":2995");
    assertThat(lab.value("SELECT count(*), count(DISTINCT n), max(n) FROM shop.a"))
        .isEqualTo("5000|5000|4999");
  }
}
