package org.airbytejdbc.cache.sync;

import static org.airbytejdbc.cache.Lab.record;
import static org.airbytejdbc.cache.Lab.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.Lab;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SourceSettings;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.SourceSettings.UndeclaredFields;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaChangeTest {
  @TempDir Path folder;
  private Lab lab;
  private ScriptedConnector connector;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    connector = lab.connector("source-shop");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void give(String fields, String... steps) {
    connector.noStreams().stream("t", fields).read(steps).write();
  }

  private List<String> changes() {
    return lab.query("SELECT change, field, old_type, new_type FROM _airbyte.schema_changes");
  }

  @Test
  void columnsAreAddedWidenedAndKept() {
    give(
        """
        {"id": {"type": "integer"}, "size": {"type": "integer"}, "old": {"type": "boolean"},
         "day": {"type": "string", "format": "date"}, "tag": {"type": "string"}}""",
        record(
            "t",
            """
            {"id": 1, "size": 2, "old": true, "day": "2024-01-02", "tag": "x"}"""),
        state("t", "{\"cursor\": 1}"));
    Source source = lab.source(connector);
    lab.sync(source);

    give(
        """
        {"id": {"type": "integer"}, "size": {"type": "number"}, "new": {"type": "integer"},
         "day": {"type": "string"}, "tag": {"type": "object"}}""",
        record(
            "t",
            """
            {"id": 2, "size": 2.5, "new": 7, "day": "soon", "tag": {"k": 1}}"""),
        state("t", "{\"cursor\": 2}"));
    lab.rediscover(source);
    assertThat(lab.query("SELECT id, size, old, day, tag, new FROM shop.t"))
        .containsExactly("1|2.0|true|2024-01-02|\"x\"|null");
    lab.sync(source);

    assertThat(lab.query("SELECT * EXCLUDE (_airbyte_raw_id, _airbyte_extracted_at) FROM shop.t"))
        .containsExactly("1|2.0|true|2024-01-02|\"x\"|null|{}", "2|2.5|null|soon|{\"k\":1}|7|{}");
    assertThat(lab.table(source, "t").columns())
        .extracting(Column::name)
        .containsExactlyElementsOf(
            lab.query(
                "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'shop'"
                    + " AND table_name = 't' ORDER BY column_index"));
    assertThat(changes())
        .containsExactlyInAnyOrder(
            "widened|size|BIGINT|DOUBLE",
            "widened|day|DATE|VARCHAR",
            "widened|tag|VARCHAR|JSON",
            "added|new|null|BIGINT",
            "vanished|old|BOOLEAN|null");
  }

  @Test
  void brokenReadGoesOnWithTheNewColumns() {
    give(
        "{\"id\": {\"type\": \"integer\"}}",
        record("t", "{\"id\": 1}"),
        state("t", "{\"cursor\": 1}"),
        record("t", "{\"id\": 2}"),
        "{\"exit\": 1}");
    Source source = lab.source(connector);
    assertThatThrownBy(() -> lab.sync(source)).isInstanceOf(RuntimeException.class);
    give(
        "{\"id\": {\"type\": \"integer\"}, \"v\": {\"type\": \"string\"}}",
        record("t", "{\"id\": 2, \"v\": \"x\"}"),
        state("t", "{\"cursor\": 2}"));
    lab.rediscover(source);
    lab.sync(source);
    assertThat(lab.query("SELECT id, v FROM shop.t")).containsExactly("1|null", "2|x");
  }

  @Test
  void valueBeyond64BitsWidensItsColumnEverywhere() {
    give(
        "{\"id\": {\"type\": \"integer\"}, \"n\": {\"type\": \"integer\"}}",
        record("t", "{\"id\": 1, \"n\": 1}"),
        state("t", "{\"cursor\": 1}"));
    Source source = lab.source(connector);
    lab.sync(source);
    connector
        .read(
            record("t", "{\"id\": 2, \"n\": 99999999999999999999}"), state("t", "{\"cursor\": 2}"))
        .write();
    lab.sync(source);
    assertThat(lab.query("SELECT n FROM shop.t")).containsExactly("1", "99999999999999999999");
    assertThat(lab.table(source, "t").columns().get(1).type().toString()).isEqualTo("BIG_INTEGER");
    assertThat(changes()).containsExactly("widened|n|BIGINT|HUGEINT");
  }

  @Test
  void undeclaredFieldsAreToldAndKeptIfAskedFor() {
    String fields = "{\"id\": {\"type\": \"integer\"}}";
    give(fields, record("t", "{\"id\": 1, \"x\": {\"y\": 1}}"), state("t", "{\"cursor\": 1}"));
    lab.sync(lab.source(connector));
    assertThat(changes()).containsExactly("undeclared|x|null|null");

    give(
        fields,
        record("t", "{\"id\": 2, \"x\": {\"y\": 2}, \"z\": null}"),
        state("t", "{\"cursor\": 2}"));
    Source keeping =
        lab.source(
            "shop",
            connector,
            new SourceSettings(List.of(), SyncStrategy.AUTO, UndeclaredFields.JSON));
    lab.sync(keeping);
    assertThat(lab.query("SELECT id, _airbyte_undeclared FROM shop.t"))
        .containsExactly("1|null", "2|{\"x\":{\"y\":2},\"z\":null}");
    assertThat(changes()).containsExactly("undeclared|x|null|null", "undeclared|z|null|null");
    assertThat(connector.calls("discover")).hasSize(1);
  }

  @Test
  void streamThatIsGoneKeepsItsRowsButIsReadNoMore() {
    give("{\"id\": {\"type\": \"integer\"}}", record("t", "{\"id\": 1}"));
    Source source = lab.source(connector);
    lab.sync(source);
    connector.noStreams().stream("other", "{\"id\": {\"type\": \"integer\"}}").write();
    lab.rediscover(source);

    assertThat(lab.catalog(source).tables()).extracting("table").containsExactly("other", "t");
    lab.ensure(
        new FreshnessPolicy(Refresh.NEVER, FreshnessPolicy.DEFAULT.maxAge()),
        Lab.options(false),
        lab.touched(source, "t"));
    assertThat(lab.query("SELECT id FROM shop.t")).containsExactly("1");
    assertThatThrownBy(() -> lab.sync(source, "t"))
        .isInstanceOfSatisfying(
            CacheException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(CacheException.Kind.STREAM_GONE);
              assertThat(e.guidance()).isPresent();
            });
  }
}
