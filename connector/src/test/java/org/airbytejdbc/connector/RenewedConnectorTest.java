package org.airbytejdbc.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewedConnectorTest {
  private static final String RENEWED =
      """
      {"message": {"type": "CONTROL", "control": {"type": "CONNECTOR_CONFIG", "emitted_at": 1,
        "connectorConfig": {"config": {"token": "renewed-4711"}}}}}
      """;

  private final ConnectorConfig given = new ConnectorConfig("{\"token\":\"given-0815\"}");

  @TempDir private Path folder;
  private ScriptedConnector script;

  @BeforeEach
  void write() {
    script = new ScriptedConnector(folder, "source-shop");
    script.read(RENEWED).write();
  }

  @Test
  void aConfigThatTheConnectorChangedIsUsedNextTime() {
    read(connector(), RunOptions.defaults());
    connector().discover(given, RunOptions.defaults());

    assertThat(tokens("read")).containsExactly("given-0815");
    assertThat(tokens("discover")).containsExactly("renewed-4711");
  }

  @Test
  void anotherConfigOfTheUserCounts() {
    read(connector(), RunOptions.defaults());
    connector().check(new ConnectorConfig("{\"token\":\"typed-anew\"}"), RunOptions.defaults());

    assertThat(tokens("check")).containsExactly("typed-anew");
  }

  @Test
  void whoListensIsTold() {
    List<String> heard = new ArrayList<>();
    ConnectorListener listener =
        new ConnectorListener() {
          @Override
          public void configChanged(String connector, String config) {
            heard.add(connector + config);
          }
        };
    read(connector(), RunOptions.defaults().heardBy(listener));

    assertThat(heard).containsExactly("source-shop{\"token\":\"renewed-4711\"}");
  }

  @Test
  void theNewSecretIsKeptOutOfWhatTheConnectorSays() {
    read(connector(), RunOptions.defaults());
    script.check("{\"status\": \"FAILED\", \"message\": \"renewed-4711 is too old\"}").write();

    assertThat(connector().check(given, RunOptions.defaults()).message())
        .isEqualTo("*** is too old");
  }

  @Test
  void theNewSecretIsKeptOutOfTheVeryRunThatMadeIt() {
    script
        .read(
            RENEWED,
            """
            {"message": {"type": "LOG", "log": {"level": "INFO", "message": "got renewed-4711"}}}
            """)
        .write();
    List<String> heard = new ArrayList<>();
    ConnectorListener listener =
        new ConnectorListener() {
          @Override
          public void log(String connector, LogMessage message) {
            heard.add(message.message());
          }
        };
    read(connector(), RunOptions.defaults().heardBy(listener));

    assertThat(heard).containsExactly("got ***");
  }

  @Test
  void whatIsKeptIsEncryptedWithAKeyOfTheUsersOwn() throws IOException {
    read(connector(), RunOptions.defaults());

    Path configs = folder.resolve("home/configs");
    try (Stream<Path> files = Files.list(configs)) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(
              file -> {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("4711", "token");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
              });
    }
  }

  @Test
  void whatCannotBeReadAnyMoreIsLeftAside() throws IOException {
    read(connector(), RunOptions.defaults());
    Files.write(folder.resolve("home/configs/key"), new byte[32]);
    connector().check(given, RunOptions.defaults());

    assertThat(tokens("check")).containsExactly("given-0815");
  }

  private Connector connector() {
    return new ConnectorFinder(folder.resolve("home"), Map.of())
        .find(
            new ConnectorReference(
                "source-shop",
                Optional.of(script.executable()),
                Optional.empty(),
                Optional.empty()));
  }

  private void read(Connector connector, RunOptions options) {
    ReadRequest request =
        new ReadRequest(given, new ConfiguredCatalog(List.of()), new StateInput.None());
    try (MessageStream messages = connector.read(request, options)) {
      while (messages.next().isPresent()) {
        // to the end
      }
    }
  }

  private List<String> tokens(String verb) {
    return script.calls(verb).stream().map(call -> call.config().get("token").asString()).toList();
  }
}
