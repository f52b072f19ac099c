package org.airbytejdbc.driver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.ConnectorReference.Way;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.DestinationSyncMode;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One manifest says the same in this JVM and by Airbyte's CDK, installed from PyPI. */
@Timeout(300)
class ManifestInEveryWayIT {
  private static final Path HOME =
      Path.of(requireNonNull(System.getProperty("airbyte.test.home"))).toAbsolutePath();
  private static final RunOptions OPTIONS = RunOptions.defaults();
  private static final String OWN =
      """
      from dataclasses import dataclass

      from airbyte_cdk.sources.declarative.extractors.record_extractor import RecordExtractor


      @dataclass
      class Mine(RecordExtractor):
          def extract_records(self, response):
              yield from reversed(response.json()["things"])
      """;

  /** What a read came to: its records in their order, and the last state without its counts. */
  private record Outcome(List<JsonNode> records, JsonNode state) {}

  @TempDir Path folder;
  private LocalShop shop;

  @BeforeEach
  void open() throws IOException {
    shop = LocalShop.start();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void bothSayTheSame() throws IOException {
    Connector inside = connector(Way.MANIFEST, shop.manifest(folder), Optional.empty());
    Connector python = connector(Way.PYTHON, shop.manifest(folder), Optional.empty());

    assertThat(python.spec(OPTIONS)).isEqualTo(inside.spec(OPTIONS));
    AirbyteCatalog catalog = inside.discover(config(), OPTIONS);
    assertThat(python.discover(config(), OPTIONS)).isEqualTo(catalog);
    assertThat(python.check(config(), OPTIONS)).isEqualTo(inside.check(config(), OPTIONS));
    assertThat(python.ways().get(0)).startsWith("its manifest, by the package airbyte-cdk ");
    assertThat(python.version()).contains(" by ");

    Outcome first = read(inside, catalog, new StateInput.None());
    assertThat(first.records()).hasSize(2);
    assertThat(read(python, catalog, new StateInput.None())).isEqualTo(first);

    StateInput from = new StateInput.Typed(List.of(first.state().toString()));
    assertThat(read(python, catalog, from)).isEqualTo(read(inside, catalog, from));
    assertThat(shop.requests()).endsWith("since=2026-01-02", "since=2026-01-02");
  }

  @Test
  void bothFailAlike() throws IOException {
    Connector inside = connector(Way.MANIFEST, shop.manifest(folder), Optional.empty());
    Connector python = connector(Way.PYTHON, shop.manifest(folder), Optional.empty());
    AirbyteCatalog catalog = inside.discover(config(), OPTIONS);
    shop.answer(403);

    assertThat(python.check(config(), OPTIONS).succeeded()).isFalse();
    assertThat(inside.check(config(), OPTIONS).succeeded()).isFalse();
    for (Connector each : List.of(inside, python)) {
      ConnectorException failure =
          catchThrowableOfType(
              ConnectorException.class, () -> read(each, catalog, new StateInput.None()));
      assertThat(failure.kind()).isEqualTo(Kind.INVALID_CONFIG);
      assertThat(failure).hasMessageContaining("403");
    }
  }

  @Test
  void codeOfItsOwnRunsOnlyForWhoNamesItsFile() throws IOException {
    Path manifest = shop.manifestWithOwnExtractor(folder);
    Path code = Files.writeString(folder.resolve("components.py"), OWN);

    Connector unasked = connector(Way.PYTHON, manifest, Optional.empty());
    Connector asked = connector(Way.AUTO, manifest, Optional.of(code));

    assertThat(unasked.check(config(), OPTIONS).succeeded()).isFalse();
    AirbyteCatalog catalog = asked.discover(config(), OPTIONS);
    assertThat(read(asked, catalog, new StateInput.None()).records())
        .extracting(record -> record.path("id").asInt())
        .containsExactly(2, 1);
    assertThat(folder.resolve("__pycache__")).doesNotExist();
  }

  private Connector connector(Way way, Path manifest, Optional<Path> components) {
    ConnectorRegistry none =
        new ConnectorRegistry(
            folder.resolve("none.json").toUri(), folder.resolve("registry"), Clock.systemUTC());
    return new ConnectorFinder(HOME, System.getenv(), new ManifestReader(), none)
        .find(
            new ConnectorReference(
                "source-shop",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(manifest.toUri()),
                way,
                ContainerSettings.DEFAULTS,
                Optional.empty(),
                components));
  }

  private ConnectorConfig config() {
    return new ConnectorConfig(shop.config());
  }

  private Outcome read(Connector connector, AirbyteCatalog catalog, StateInput from) {
    List<ConfiguredStream> streams =
        catalog.streams().stream()
            .map(
                stream ->
                    new ConfiguredStream(stream, SyncMode.INCREMENTAL, DestinationSyncMode.APPEND))
            .toList();
    ReadRequest request = new ReadRequest(config(), new ConfiguredCatalog(streams), from);
    JsonMapper json = JsonMapper.shared();
    List<JsonNode> records = new ArrayList<>();
    JsonNode last = json.createObjectNode();
    try (MessageStream messages = connector.read(request, OPTIONS)) {
      for (Optional<Message> next = messages.next(); next.isPresent(); next = messages.next()) {
        if (next.get() instanceof RecordMessage record) {
          records.add(json.readTree(record.data()));
        } else if (next.get() instanceof StateMessage state) {
          last = ((ObjectNode) json.readTree(state.json())).without("sourceStats");
        }
      }
    }
    return new Outcome(records, last);
  }
}
