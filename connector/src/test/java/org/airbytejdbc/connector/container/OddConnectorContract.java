package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.launch.RunningConnector;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is odd and allowed, and what ends too early: the same in every form of a connector. */
@Timeout(120)
abstract class OddConnectorContract {
  private static final RunOptions OPTIONS = RunOptions.defaults();
  private static final String RECORD = "{\"record\":[\"users\",{\"id\":1}]}";
  private static final String STATUS =
      "{\"message\":{\"type\":\"TRACE\",\"trace\":{\"type\":\"STREAM_STATUS\",\"stream_status\":"
          + "{\"stream_descriptor\":{\"name\":\"users\"},\"status\":\"%s\"}}}}";

  @TempDir private Path folder;
  private ScriptedConnector script;

  /** The connector of the script as it is now, with what it needs beside it in the folder. */
  abstract Connector connector(Path folder, ScriptedConnector script) throws IOException;

  @BeforeEach
  void lay() {
    script = new ScriptedConnector(folder, "source-scripted").stream("users", "{\"id\":{}}");
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(RunningConnector.temporaryFiles()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("airbyte-"));
  }

  @Test
  void aSlowOneIsWaitedForAsLongAsItGoesOn() throws IOException {
    String pause = "{\"sleep\":1.5}";

    assertThat(read(OPTIONS.silentFor(Duration.ofSeconds(4)), RECORD, pause, RECORD, pause, RECORD))
        .hasSize(3);
  }

  @Test
  void oneThatEndsEarlyHasFailedWhateverItsExitCode() throws IOException {
    assertThat(failure(STATUS.formatted("STARTED"), RECORD))
        .hasMessageContaining("incomplete: users")
        .returns(Kind.CONNECTOR_FAILED, ConnectorException::kind);
    assertThat(failure("{\"exit\":3}"))
        .hasMessageContaining("(exit code 3): it gave no reason")
        .returns(Kind.CONNECTOR_FAILED, ConnectorException::kind);
  }

  @Test
  void whatIsWrittenAfterCompleteIsPartOfTheRead() throws IOException {
    assertThat(read(OPTIONS, STATUS.formatted("COMPLETE"), RECORD)).hasSize(2);
  }

  @Test
  void aSchemaMayChangeBetweenDiscoverAndRead() throws IOException {
    List<AirbyteStream> before =
        connector(folder, script).discover(RunningConnector.CONFIG, OPTIONS).streams();
    script.noStreams().stream("users", "{\"id\":{},\"name\":{}}");

    assertThat(read(OPTIONS, "{\"record\":[\"users\",{\"id\":\"1\",\"name\":\"Zoë\"}]}"))
        .containsExactly("{\"id\":\"1\",\"name\":\"Zoë\"}");
    assertThat(connector(folder, script).discover(RunningConnector.CONFIG, OPTIONS).streams())
        .isNotEqualTo(before)
        .extracting(stream -> stream.name().name())
        .containsExactly("users");
  }

  @Test
  void spacedJsonAndNullsAreRead() throws IOException {
    assertThat(
            read(
                OPTIONS,
                "{\"write\":\"{ \\\"type\\\" : \\\"RECORD\\\", \\\"log\\\" : null, \\\"record\\\" : {"
                    + " \\\"stream\\\" : \\\"users\\\", \\\"data\\\" : { \\\"id\\\" : null },"
                    + " \\\"emitted_at\\\" : 1 } }\"}",
                "{\"write\":\"plain words\"}"))
        .hasSize(1)
        .first()
        .asString()
        .contains("null");
  }

  @Test
  void aConfigThatItRotatesIsTold() throws IOException {
    List<String> changed = new ArrayList<>();
    ConnectorListener listener =
        new ConnectorListener() {
          @Override
          public void configChanged(String connector, String config) {
            changed.add(config);
          }
        };

    read(
        OPTIONS.heardBy(listener),
        "{\"message\":{\"type\":\"CONTROL\",\"control\":{\"type\":\"CONNECTOR_CONFIG\",\"emitted_at\":1,"
            + "\"connectorConfig\":{\"config\":{\"key\":\"new\"}}}}}",
        RECORD);

    assertThat(changed).containsExactly("{\"key\":\"new\"}");
  }

  @Test
  void oneThatAsksForAnotherConfigFailsWithItsWords() throws IOException {
    assertThat(
            failure(
                "{\"message\":{\"type\":\"TRACE\",\"trace\":{\"type\":\"ERROR\",\"error\":"
                    + "{\"message\":\"Log in anew\",\"failure_type\":\"config_error\"}}}}"))
        .hasMessageContaining("Log in anew")
        .returns(Kind.INVALID_CONFIG, ConnectorException::kind);
  }

  private List<String> read(RunOptions options, String... steps) throws IOException {
    script.read(steps);
    return ContainerLab.said(connector(folder, script).read(ContainerLab.request(), options));
  }

  private ConnectorException failure(String... steps) {
    return catchThrowableOfType(ConnectorException.class, () -> read(OPTIONS, steps));
  }
}
