package org.airbytejdbc.cache.sync;

import static org.airbytejdbc.cache.Lab.record;
import static org.airbytejdbc.cache.Lab.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.cache.Lab;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SourceSettings;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class NamesTest {
  private static final String ID = "{\"id\": {\"type\": \"integer\"}}";

  @TempDir Path folder;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void fieldsThatNormaliseAlikeHaveColumnsOfTheirOwn() {
    ScriptedConnector connector =
        lab.connector("source-shop").stream(
                "My Stream",
                """
                {"Id": {"type": "integer"}, "id": {"type": "integer"}, "I-d": {"type": "string"},
                 "i d": {"type": "string"}, "1st": {"type": "string"}, "_Airbyte_Meta": {"type":
                 "string"}}""")
            .read(
                record(
                    "My Stream",
                    """
                    {"Id": 1, "id": 2, "I-d": "x", "i d": "y", "1st": "z", "_Airbyte_Meta": "m"}"""));
    lab.sync(lab.source(connector));
    assertThat(lab.query("SELECT id, id_2, i_d, i_d_2, _1st, _airbyte_meta_2 FROM shop.my_stream"))
        .containsExactly("1|2|x|y|z|m");
  }

  @Test
  void hostileNamesAreReadAndDoNoHarm() {
    List<String> names =
        List.of("a\"; DROP SCHEMA shop; --", "../../etc", "'", "😀", "x".repeat(300), "SELECT");
    ScriptedConnector connector = lab.connector("source-shop");
    JsonMapper json = JsonMapper.shared();
    String[] steps = new String[names.size()];
    for (int i = 0; i < steps.length; i++) {
      String field = json.createObjectNode().put(names.get(i), i).toString();
      connector.stream(
          names.get(i),
          "{%s: {\"type\": \"integer\"}}".formatted(json.writeValueAsString(names.get(i))));
      steps[i] = "{\"record\": [%s, %s]}".formatted(json.writeValueAsString(names.get(i)), field);
    }
    Source source = lab.source(connector.read(steps));
    lab.sync(source);
    for (StreamTable table : lab.catalog(source).tables()) {
      assertThat(table.table()).matches("[a-z0-9_]+");
      int expected = names.indexOf(table.name().name());
      String column = table.columns().get(0).name();
      assertThat(lab.query("SELECT \"" + column + "\" FROM " + table.sqlName()))
          .containsExactly(Integer.toString(expected));
    }
    assertThat(lab.catalog(source).tables()).hasSameSizeAs(names);
  }

  @Test
  void streamsOfTwoNamespacesAndOfTwoSourcesNeverMeet() {
    String stream =
        """
        {"name": "users", "namespace": "%s", "json_schema": {"properties": %s},
         "supported_sync_modes": ["full_refresh", "incremental"], "source_defined_cursor": true}""";
    String record =
        """
        {"message": {"type": "RECORD", "record": {"stream": "users", "namespace": "%s",
          "data": {"id": %d}, "emitted_at": 1}}}""";
    ScriptedConnector spaces =
        lab.connector("source-spaces").stream(stream.formatted("one", ID)).stream(
                stream.formatted("two", ID))
            .read(record.formatted("one", 1), record.formatted("two", 2));
    ScriptedConnector plain =
        lab.connector("source-plain").stream("users", ID)
            .read(record("users", "{\"id\": 3}"), state("users", "{\"cursor\": 3}"));
    Source first = lab.source("first", spaces, SyncStrategy.AUTO);
    Source second = lab.source("second", plain, SyncStrategy.AUTO);
    Source third = lab.source("third", plain, SyncStrategy.AUTO);
    lab.sync(first);
    lab.sync(second);
    assertThat(lab.query("SELECT id FROM first.one_users")).containsExactly("1");
    assertThat(lab.query("SELECT id FROM first.two_users")).containsExactly("2");
    assertThat(lab.query("SELECT id FROM second.users")).containsExactly("3");

    lab.sync(third);
    assertThat(plain.calls("read").get(1).state().isNull()).isTrue();
  }

  @Test
  void namespaceThatTheRecordsLeaveOutIsUnderstood() {
    ScriptedConnector connector =
        lab.connector("source-shop").stream(
                """
                {"name": "users", "namespace": "public", "json_schema": {"properties": %s},
                 "supported_sync_modes": ["full_refresh"]}"""
                    .formatted(ID))
            .read("{\"record\": [\"users\", {\"id\": 1}]}");
    lab.sync(lab.source(connector));
    assertThat(lab.query("SELECT id FROM shop.users")).containsExactly("1");
  }

  @Test
  void recordOfAStreamThatWasNotAskedForIsAnErrorAndNotDropped() {
    ScriptedConnector connector =
        lab.connector("source-shop").stream("users", ID)
            .read(
                """
                {"message": {"type": "RECORD", "record":
                  {"stream": "secrets", "data": {"id": 1}, "emitted_at": 1}}}""");
    assertThatThrownBy(() -> lab.sync(lab.source(connector)))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("secrets");
  }

  @Test
  void tableKeepsItsNameWhenAStreamOfTheSameNameComes() {
    ScriptedConnector connector = lab.connector("source-shop").stream("A-b", ID);
    Source source = lab.source(connector);
    assertThat(lab.catalog(source).tables()).extracting(StreamTable::table).containsExactly("a_b");
    connector.noStreams().stream("a_b", ID).stream("A-b", ID).write();
    assertThat(lab.rediscover(source).tables())
        .extracting(table -> table.name().name() + "=" + table.table())
        .containsExactly("a_b=a_b_2", "A-b=a_b");
  }

  @Test
  void patternsLimitWhatIsShown() {
    ScriptedConnector connector =
        lab.connector("source-shop").stream("users", ID).stream("user_tags", ID).stream("x", ID);
    Source source =
        lab.source(
            "shop",
            connector,
            new SourceSettings(
                List.of("user?", "?"), SyncStrategy.AUTO, SourceSettings.DEFAULT.undeclared()));
    assertThat(lab.catalog(source).tables())
        .extracting(StreamTable::table)
        .containsExactly("users", "x");
  }
}
