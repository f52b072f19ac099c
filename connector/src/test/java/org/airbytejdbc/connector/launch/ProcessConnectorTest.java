package org.airbytejdbc.connector.launch;

import static org.airbytejdbc.connector.launch.RunningConnector.CONFIG;
import static org.airbytejdbc.connector.launch.RunningConnector.all;
import static org.airbytejdbc.connector.launch.RunningConnector.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.airbytejdbc.connector.protocol.LogMessage.Level;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.StreamName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessConnectorTest {
  private static final String ANSWER =
      "{\"write\":\"{\\\"type\\\":\\\"CONNECTION_STATUS\\\",\\\"connectionStatus\\\":"
          + "{\\\"status\\\":\\\"%s\\\",\\\"message\\\":\\\"m\\\"}}\"}";

  @TempDir private Path folder;
  private RunningConnector running;

  @BeforeEach
  void lay() {
    running = new RunningConnector(folder);
    running.script.write();
  }

  @Test
  void answersSpec() {
    running.script.spec("{\"required\":[\"key\"]}").write();

    assertThat(running.connector.spec(RunOptions.defaults()).connectionSpecification())
        .isEqualTo("{\"required\":[\"key\"]}");
  }

  @Test
  void answersCheckWithTheConfigItWasGiven() {
    ConnectionStatus status = running.connector.check(CONFIG, RunOptions.defaults());

    assertThat(status.succeeded()).isTrue();
    assertThat(running.script.calls("check").get(0).config()).hasToString(CONFIG.reveal());
  }

  @Test
  void returnsAFailedCheckHoweverTheConnectorEnds() {
    running.script.play("check", ANSWER.formatted("FAILED"), "{\"exit\":1}").write();

    assertThat(running.connector.check(CONFIG, RunOptions.defaults()))
        .isEqualTo(new ConnectionStatus(false, "m"));
  }

  @Test
  void believesNoGoodCheckOfAConnectorThatThenFails() {
    running.script.play("check", ANSWER.formatted("SUCCEEDED"), "{\"exit\":1}").write();

    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> running.connector.check(CONFIG, RunOptions.defaults()))
        .withMessageContaining("source-x failed (exit code 1)");
  }

  @Test
  void answersDiscoverThoughLogsComeFirst() {
    running
        .script
        .play(
            "discover",
            "{\"write\":\"MemoryMonitor\"}",
            "{\"message\":{\"type\":\"LOG\",\"log\":{\"level\":\"INFO\",\"message\":\"hm\"}}}",
            "{\"message\":{\"type\":\"CATALOG\",\"catalog\":{\"streams\":[{\"name\":\"a\",\"json_schema\":{}}]}}}",
            "{\"write\":\"bye\"}")
        .write();
    List<LogMessage> logs = new ArrayList<>();
    ConnectorListener listener =
        new ConnectorListener() {
          @Override
          public void log(String connector, LogMessage message) {
            logs.add(message);
          }
        };
    RunOptions options = new RunOptions(Cancellation.none(), Duration.ofMinutes(1), listener);

    assertThat(running.connector.discover(CONFIG, options).streams())
        .singleElement()
        .matches(stream -> stream.name().equals(StreamName.of("a")));
    assertThat(logs)
        .containsExactly(
            new LogMessage(Level.INFO, "MemoryMonitor"),
            new LogMessage(Level.INFO, "hm"),
            new LogMessage(Level.INFO, "bye"));
  }

  @Test
  void tellsWhatAConnectorSaidInsteadOfAnswering() {
    running.script.play("spec", "{\"stderr\":\"usage: source-x\"}").write();

    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> running.connector.spec(RunOptions.defaults()))
        .withMessageContaining("source-x ended without an answer to spec")
        .withMessageContaining("usage: source-x")
        .matches(e -> e.kind() == Kind.PROTOCOL_VIOLATION);
  }

  @Test
  void readsWithTheProtocolsCatalogAndState() {
    running.script.read("{\"record\":[\"users\",{\"id\":1}]}").write();
    String state = "{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"users\"}}}";

    try (MessageStream run =
        running.connector.read(
            request(new StateInput.Typed(List.of(state))), RunOptions.defaults())) {
      assertThat(all(run)).extracting(RunningConnector::data).containsExactly("{\"id\":1}");
    }

    ScriptedCall call = ScriptedCall.of(running);
    assertThat(call.state()).isEqualTo("[" + state + "]");
    assertThat(call.catalog())
        .isEqualTo(
            "{\"streams\":[{\"stream\":{\"name\":\"users\",\"json_schema\":{},"
                + "\"supported_sync_modes\":[\"full_refresh\"],\"source_defined_cursor\":false,"
                + "\"default_cursor_field\":[],\"source_defined_primary_key\":[]},"
                + "\"sync_mode\":\"full_refresh\",\"destination_sync_mode\":\"overwrite\","
                + "\"cursor_field\":[],\"primary_key\":[],\"generation_id\":3,"
                + "\"minimum_generation_id\":2,\"sync_id\":7}]}");
  }

  @Test
  void givesNoStateFileWithoutState() {
    try (MessageStream run = running.read(RunOptions.defaults())) {
      assertThat(all(run)).isEmpty();
    }
    assertThat(ScriptedCall.of(running).state()).isEqualTo("null");
  }

  @Test
  void returnsStatesInTheirPlaceAmongTheRecords() {
    try (MessageStream run =
        running.read(
            RunOptions.defaults(),
            "{\"records\":{\"stream\":\"users\",\"count\":4,\"template\":{\"id\":\"$i\"},\"state_every\":2}}")) {
      List<Message> messages = all(run);

      assertThat(messages)
          .extracting(message -> message instanceof RecordMessage ? "record" : "state")
          .containsExactly("record", "record", "state", "record", "record", "state");
      assertThat(((StateMessage.OfStream) messages.get(2)).json()).contains("\"cursor\":1");
      assertThat(run.next()).as("after the end").isEmpty();
    }
  }

  @Test
  void changesItsVersionWithTheFile() throws Exception {
    String before = running.connector.version();
    Files.setLastModifiedTime(
        running.script.executable(), java.nio.file.attribute.FileTime.fromMillis(1_000));

    assertThat(running.connector.version()).isNotEqualTo(before).contains("source-x");
  }

  @Test
  void tellsThatAProgramCannotBeStarted() {
    var missing = new ProcessConnector("source-y", new ExecutableLauncher(folder.resolve("no")));

    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> missing.spec(RunOptions.defaults()))
        .withMessageContaining("source-y could not be started")
        .matches(e -> e.kind() == Kind.LAUNCH_FAILED);
  }

  /** A call as text. */
  private record ScriptedCall(String catalog, String state) {
    static ScriptedCall of(RunningConnector running) {
      var call = running.script.calls("read").get(0);
      return new ScriptedCall(call.catalog().toString(), call.state().toString());
    }
  }
}
