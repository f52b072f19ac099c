package org.airbytejdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheLocation.DuckDbFile;
import org.airbytejdbc.cache.CacheLocation.InMemory;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.SourceSettings;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.SourceSettings.UndeclaredFields;
import org.airbytejdbc.connector.ConnectorReference.Way;
import org.airbytejdbc.connector.PipRequirements;
import org.airbytejdbc.connector.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionSettingsTest {
  @TempDir Path home;

  @Test
  void aBareUrlHasTheDefaultsOfEveryRoom() {
    ConnectionSettings settings = settings("source-faker");
    SourceDefinition source = settings.sources().get(0);
    assertThat(settings.url()).isEqualTo("jdbc:airbyte:source-faker");
    assertThat(settings.schema()).isEqualTo("faker");
    assertThat(settings.freshness()).isEqualTo(FreshnessPolicy.DEFAULT);
    assertThat(settings.cache()).isEqualTo(CacheSettings.DEFAULT);
    assertThat(settings.idleTimeout()).isEqualTo(RunOptions.DEFAULT_IDLE_TIMEOUT);
    assertThat(settings.refreshCatalog()).isFalse();
    assertThat(source.name()).isEqualTo("faker");
    assertThat(source.connector().name()).isEqualTo("source-faker");
    assertThat(source.settings()).isEqualTo(SourceSettings.DEFAULT);
    assertThat(source.config().config()).isEmpty();
  }

  @Test
  void everyPropertyArrivesWhereItBelongs() {
    ConnectionSettings settings =
        settings(
            "source-faker?config={\"count\":1}&config.seed=7&name=shop&refresh=always&maxAge=15m"
                + "&streams=users,order*&cache=duckdb:/data/shop.duckdb"
                + "&run=python&python=/bin/python3&pip=faker<2&syncMode=incremental_dedup"
                + "&undeclared=json&refreshCatalog=true&idleTimeout=PT2M&lockTimeout=5s"
                + "&maxRecordSize=1GB&user=me&password=");
    SourceDefinition source = settings.sources().get(0);
    assertThat(settings.schema()).isEqualTo("shop");
    assertThat(settings.freshness())
        .isEqualTo(new FreshnessPolicy(Refresh.ALWAYS, Duration.ofMinutes(15)));
    assertThat(settings.cache()).isEqualTo(new CacheSettings(Duration.ofSeconds(5)));
    assertThat(settings.maxRecordSize()).isEqualTo(1 << 30);
    assertThat(settings.idleTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.refreshCatalog()).isTrue();
    assertThat(source.name()).isEqualTo("shop");
    assertThat(source.connector().way()).isEqualTo(Way.PYTHON);
    assertThat(source.connector().python()).contains(Path.of("/bin/python3"));
    assertThat(source.connector().pip()).contains(new PipRequirements(List.of("faker<2")));
    assertThat(source.config().config()).contains("{\"count\":1}");
    assertThat(source.config().keys()).isEqualTo(Map.of("seed", "7"));
    assertThat(source.cache()).isEqualTo(new DuckDbFile(Path.of("/data/shop.duckdb")));
    assertThat(source.settings())
        .isEqualTo(
            new SourceSettings(
                List.of("users", "order*"), SyncStrategy.INCREMENTAL_DEDUP, UndeclaredFields.JSON));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "source-x?refesh=auto                  | 'refesh' is unknown",
        "source-x?Refresh=auto                 | 'Refresh' is unknown",
        "source-x?model=inline:{}              | 'model' is unknown",
        "source-x?schemaFactory=java.net.URL   | 'schemaFactory' is unknown",
        "source-x?typeSystem=x                 | 'typeSystem' is unknown",
        "source-x?refresh=auto&refresh=auto    | 'refresh' is set twice",
        "source-x?config.a=1&config.a=1        | 'config.a' is set twice",
        "source-x?refresh=                     | 'refresh' has no value",
        "source-x?config=                      | 'config' has no value",
        "source-x?config.a=                    | 'config.a' has no value",
        "source-x?config.=1                    | 'config.' names no key",
        "source-x?config.a.=1                  | 'config.a.' names no key",
        "source-x?config..a=1                  | 'config..a' names no key",
        "source-x?refresh=sometimes            | must be one of auto, always, never, not 'sometimes'",
        "source-x?refresh=AUTO                 | must be one of auto, always, never, not 'AUTO'",
        "source-x?refreshCatalog=yes           | must be one of false, true, not 'yes'",
        "source-x?refreshCatalog=TRUE          | must be one of false, true, not 'TRUE'",
        "source-x?refreshCatalog=1             | must be one of false, true, not '1'",
        "source-x?undeclared=keep              | must be one of drop, json, not 'keep'",
        "source-x?syncMode=full                | must be one of auto, full_refresh_overwrite,",
        "source-x?maxAge=1 hour                | 'maxAge' must be a time such as",
        "source-x?maxAge=-1h                   | 'maxAge' must be a time such as",
        "source-x?maxAge=-PT1H                 | 'maxAge' must be a time such as",
        "source-x?maxAge=999999999999999d      | 'maxAge' must be a time such as",
        "source-x?maxAge=1w                    | 'maxAge' must be a time such as",
        "source-x?idleTimeout=0s               | 'idleTimeout' must be a time above 0",
        "source-x?maxRecordSize=0              | 'maxRecordSize' must be a size such as",
        "source-x?maxRecordSize=2GB            | 'maxRecordSize' must be a size such as",
        "source-x?maxRecordSize=64 MB          | 'maxRecordSize' must be a size such as",
        "source-x?maxRecordSize=9999999999GB   | 'maxRecordSize' must be a size such as",
        "source-x?cache=shop.duckdb            | 'cache' must be 'duckdb:PATH' or 'memory'",
        "source-x?cache=duckdb:                | 'cache' must be 'duckdb:PATH' or 'memory'",
        "source-x?secrets=vault:secret/shop    | cannot be used: There is no place for secrets called 'vault'",
        "source-x?executable=%00               | 'executable' must be a path",
        "source-x?streams=users,,orders        | 'streams' must be names or patterns",
        "source-x?name=main                    | a source cannot be called 'main'",
        "source-x?name=AIRBYTE                 | a source cannot be called 'AIRBYTE'",
        "source-airbyte                        | a source cannot be called 'airbyte'",
        "source-x?name=a%0Ab                   | a source's name has 1 to 128 printable characters",
        "source-x?workspace=team.yaml          | names a workspace beside its connector",
        "?config={}                            | names no connector",
        "?cache=memory                         | names no connector",
        "?workspace=team.yaml&config.a=1       | 'config' is about one source",
        "?workspace=team.yaml&config={}        | 'config' is about one source",
        "?workspace=team.yaml&name=shop        | 'name' is about one source",
        "?workspace=team.yaml&streams=users    | 'streams' is about one source",
        "?workspace=no-such.yaml               | no-such.yaml does not exist",
      })
  void refusesSettingsThatAreWrong(String rest, String message) {
    assertThatThrownBy(() -> settings(rest))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "refesh, Did you mean 'refresh'?",
    "Refresh, Did you mean 'refresh'?",
    "maxage, Did you mean 'maxAge'?",
    "conifg, Did you mean 'config'?",
    "stream, Did you mean 'streams'?",
  })
  void suggestsThePropertyThatWasMeant(String written, String guidance) {
    assertThat(refused("source-x?" + written + "=1").guidance()).contains(guidance);
  }

  @Test
  void listsThePropertiesWhereNoneIsNear() {
    assertThat(refused("source-x?colour=red").guidance().orElseThrow())
        .startsWith("Known are cache, components, config, ")
        .contains(", executable, ")
        .doesNotContain("password");
  }

  @Test
  void refusesASecretWithoutShowingIt() {
    assertThat(refused("source-x?refresh=auto&config.=hush")).hasMessageNotContaining("hush");
    assertThat(refused("source-x?name=a&${hush}=1")).hasMessageNotContaining("hush");
  }

  @Test
  void takesPropertiesFromBesideTheUrl() {
    Properties properties = new Properties();
    properties.setProperty("config", "{\"count\":5}");
    properties.setProperty("refresh", "never");
    properties.setProperty("user", "");
    ConnectionSettings settings = settings("source-faker?name=shop", properties);
    assertThat(settings.freshness().refresh()).isEqualTo(Refresh.NEVER);
    assertThat(settings.sources().get(0).config().config()).contains("{\"count\":5}");
    assertThat(settings.url()).isEqualTo("jdbc:airbyte:source-faker?name=shop");
  }

  @Test
  void takesThemAlsoFromThePropertiesDefaults() {
    Properties defaults = new Properties();
    defaults.setProperty("refresh", "never");
    assertThat(settings("source-faker", new Properties(defaults)).freshness().refresh())
        .isEqualTo(Refresh.NEVER);
  }

  @Test
  void acceptsAPropertyTwiceOnlyIfBothSayTheSame() {
    Properties properties = new Properties();
    properties.setProperty("refresh", "never");
    assertThat(settings("source-faker?refresh=never", properties).freshness().refresh())
        .isEqualTo(Refresh.NEVER);
    assertThatThrownBy(() -> settings("source-faker?refresh=auto", properties))
        .isInstanceOf(SettingsException.class)
        .hasMessage("Property 'refresh' has one value in the URL and another in the properties");
  }

  @Test
  void refusesAPropertyThatIsNoText() {
    Properties properties = new Properties();
    properties.put("refreshCatalog", Boolean.TRUE);
    assertThatThrownBy(() -> settings("source-faker", properties))
        .isInstanceOf(SettingsException.class)
        .hasMessage("Property 'refreshCatalog' is not a text");
  }

  @ParameterizedTest
  @CsvSource({
    "source-faker, faker",
    "source-hardcoded-records, hardcoded_records",
    "Source-Faker, faker",
    "my.connector, my_connector",
    "source-, source_",
    "360-source, _360_source",
  })
  void callsASourceByTheShortNameOfItsConnector(String connector, String schema) {
    assertThat(settings(connector).schema()).isEqualTo(schema);
  }

  @Test
  void keepsEachConnectorAndConfigInAFileOfItsOwn() {
    CacheLocation cache = cache("source-faker?config={\"count\":1,\"seed\":2}");
    assertThat(((DuckDbFile) cache).path().toString())
        .matches(".*/caches/source-faker-[0-9a-f]{12}.duckdb")
        .startsWith(home.toString());
    assertThat(cache("source-faker?config={\"seed\":2, \"count\" : 1}&refresh=never&name=other"))
        .isEqualTo(cache);
    assertThat(cache("source-faker?config={\"count\":2,\"seed\":2}")).isNotEqualTo(cache);
    assertThat(cache("source-faker?config.count=1&config.seed=2")).isNotEqualTo(cache);
    assertThat(cache("source-other?config={\"count\":1,\"seed\":2}")).isNotEqualTo(cache);
    assertThat(cache("source-faker?executable=/x/faker&config={\"count\":1,\"seed\":2}"))
        .isNotEqualTo(cache);
    assertThat(cache("source-faker?config=faker.yaml"))
        .isEqualTo(cache("source-faker?config=./faker.yaml"))
        .isNotEqualTo(cache("source-faker"));
  }

  @Test
  void sharesACacheInMemoryOnlyWithConnectionsOfTheSameConfig() {
    CacheLocation cache = cache("source-faker?cache=memory&config.count=1");
    assertThat(cache).isInstanceOf(InMemory.class);
    assertThat(cache("source-faker?cache=memory&config.count=1")).isEqualTo(cache);
    assertThat(cache("source-faker?cache=memory&config.count=2")).isNotEqualTo(cache);
  }

  @Test
  void showsNoConfigInItsText() {
    assertThat(settings("source-x?config={\"k\":\"hush\"}&config.a=hush&password=hush").toString())
        .doesNotContain("hush");
    assertThat(Optional.of(settings("source-x?config.a=hush").sources()).toString())
        .doesNotContain("hush");
  }

  private CacheLocation cache(String rest) {
    return settings(rest).sources().get(0).cache();
  }

  private SettingsException refused(String rest) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        SettingsException.class, () -> settings(rest));
  }

  private ConnectionSettings settings(String rest) {
    return settings(rest, new Properties());
  }

  private ConnectionSettings settings(String rest, Properties properties) {
    ConnectionUrl url = ConnectionUrl.parse("jdbc:airbyte:" + rest).orElseThrow();
    return ConnectionSettings.of(url, properties, new HomeFolder(home));
  }
}
