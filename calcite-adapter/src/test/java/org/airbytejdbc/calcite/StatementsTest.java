package org.airbytejdbc.calcite;

import static org.airbytejdbc.calcite.Catalogs.column;
import static org.airbytejdbc.calcite.Catalogs.streamOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.RoutedStatement.InCache;
import org.airbytejdbc.calcite.RoutedStatement.OnSystem;
import org.airbytejdbc.calcite.RoutedStatement.PreviewForm;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
  private static final StreamTable USERS =
      streamOnly("faker", "users", column("id", Simple.INTEGER));
  private static final StreamTable TICKETS =
      streamOnly("desk", "tickets", column("id", Simple.INTEGER));
  private static final StreamTable CONTACTS =
      streamOnly("crm", "contacts", column("id", Simple.INTEGER));

  @TempDir Path folder;

  private final Statements statements =
      new Statements(new SystemSchema("airbyte", Set.of("streams", "syncs")));
  private TwoCaches caches;
  private AttachedSource faker;
  private AttachedSources sources;

  @BeforeEach
  void attach() {
    caches = new TwoCaches(folder);
    faker = caches.source("faker", caches.inMemory(), USERS);
    sources =
        new AttachedSources(
            List.of(
                faker,
                caches.source("desk", caches.inMemory(), TICKETS),
                caches.source("crm", caches.inFile(), CONTACTS)));
  }

  @AfterEach
  void close() {
    statements.close();
    caches.close();
  }

  @Test
  void aStatementRunsUnchangedInTheCacheOfItsStreams() {
    InCache routed = (InCache) route(" SELECT *\n FROM users JOIN desk.tickets ON true ; -- end");

    assertThat(routed.sql()).isEqualTo(" SELECT *\n FROM users JOIN desk.tickets ON true ");
    assertThat(routed.cache()).isSameAs(caches.inMemory());
    assertThat(routed.touched())
        .extracting(touched -> touched.source().name(), Touched::tables)
        .containsExactlyInAnyOrder(tuple("faker", Set.of(USERS)), tuple("desk", Set.of(TICKETS)));
    assertThat(routed.preview()).isEmpty();
  }

  @Test
  void oneOverStreamsOfSeveralCachesIsFederated() {
    Federated routed = (Federated) route("SELECT * FROM users, crm.contacts;");

    assertThat(routed.sql()).isEqualTo("SELECT * FROM users, crm.contacts");
    assertThat(routed.touched())
        .extracting(Touched::cache)
        .containsExactlyInAnyOrder(caches.inMemory(), caches.inFile());
  }

  @Test
  void oneWithoutStreamsRunsInTheCacheOfTheCurrentSchema() {
    assertThat(((InCache) statements.route("SELECT 1", "crm", sources)).cache())
        .isSameAs(caches.inFile());
    assertThat(((InCache) statements.route("SELECT 1", "", sources)).cache())
        .isSameAs(caches.inMemory());
  }

  @Test
  void oneOverSystemTablesAloneNamesThem() {
    OnSystem routed =
        (OnSystem) route("SELECT * FROM airbyte.Streams JOIN \"AIRBYTE\".syncs s USING (source);");

    assertThat(routed.tables()).containsExactlyInAnyOrder("streams", "syncs");
    assertThat(routed.sql()).endsWith("USING (source)");
    assertThat(routed.yieldsNoRows()).isFalse();
    assertThat(statements.route("FROM syncs WHERE 1 = 0", "Airbyte", sources))
        .isEqualTo(new OnSystem("FROM syncs WHERE 1 = 0", Set.of("syncs"), true));
  }

  @Test
  void oneOverStreamsAndSystemTablesIsFederated() {
    Federated routed = (Federated) route("SELECT * FROM users JOIN airbyte.Syncs ON true");

    assertThat(routed.system().tables()).containsExactly("syncs");
    assertThat(routed.touched())
        .extracting(touched -> touched.source().name())
        .containsExactly("faker");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM airbyte.stream | UNKNOWN_TABLE | Did you mean streams",
        "SELECT * FROM syncs | UNKNOWN_TABLE | Did you mean airbyte.syncs",
        "SELECT * FROM airbyte.syncs, read_csv('/etc/passwd') | UNSUPPORTED | Queries read streams"
      })
  void systemTablesThatAreNotThereAreRefused(String sql, Kind kind, String guidance) {
    assertThatExceptionOfType(StatementException.class)
        .isThrownBy(() -> route(sql))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.guidance()).hasValueSatisfying(g -> assertThat(g).contains(guidance));
            });
  }

  @Test
  void firstRowsCanBePreviewed() {
    InCache routed = (InCache) route("SELECT upper(id) FROM users LIMIT 10 OFFSET 5");
    PreviewForm preview = routed.preview().orElseThrow();

    assertThat(preview.touched()).isEqualTo(routed.touched().get(0));
    assertThat(preview.table()).isEqualTo(USERS);
    assertThat(preview.limit()).isEqualTo(OptionalLong.of(15));
    assertThat(preview.over().apply("\"p\".\"q\""))
        .isEqualTo("SELECT upper(id) FROM \"p\".\"q\" AS \"users\" LIMIT 10 OFFSET 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(id) FROM users LIMIT 10",
        "SELECT unnest(id) FROM users LIMIT 10",
        "SELECT no_such(id) FROM users LIMIT 10",
        "SELECT * FROM duckdb_tables LIMIT 10",
        "WITH a AS (SELECT 1) SELECT * FROM a LIMIT 10"
      })
  void whatNeedsMoreThanFirstRowsCannot(String sql) {
    assertThat(((InCache) route(sql)).preview()).isEmpty();
  }

  @Test
  void aTextIsReadOnceForACatalogAndASchema() {
    RoutedStatement first = route("SELECT * FROM users");

    assertThat(route("SELECT * FROM users")).isSameAs(first);
    assertThat(statements.route("SELECT * FROM users", "FAKER", sources)).isNotSameAs(first);
    assertThat(statements.route("SELECT * FROM users", "faker", changed(2, USERS)))
        .isNotSameAs(first)
        .isEqualTo(statements.route("SELECT * FROM users", "faker", changed(2, USERS)));
    assertThatExceptionOfType(StatementException.class)
        .isThrownBy(() -> statements.route("SELECT * FROM users", "faker", changed(3, CONTACTS)));
  }

  @Test
  void withoutSourcesAQueryRunsBesideTheSystemTablesAndNothingCanBeKept() {
    AttachedSources none = new AttachedSources(List.of());
    assertThat(statements.route("SELECT 1", "", none))
        .isEqualTo(new OnSystem("SELECT 1", Set.of(), false));
    assertThatExceptionOfType(StatementException.class)
        .isThrownBy(() -> statements.route("CREATE TABLE t (i INTEGER)", "", none))
        .withMessageContaining("no source");
  }

  private AttachedSources changed(long version, StreamTable table) {
    SourceCatalog catalog = new SourceCatalog("faker", List.of(table), version);
    return new AttachedSources(List.of(new AttachedSource(faker.source(), faker.cache(), catalog)));
  }

  private RoutedStatement route(String sql) {
    return statements.route(sql, "faker", sources);
  }
}
