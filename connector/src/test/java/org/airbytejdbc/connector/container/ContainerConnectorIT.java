package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Cancellation.Cause;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.launch.ExecutableLauncher;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.DestinationSyncMode;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.testing.ScriptedConnector;
import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same program in a container does what it does as an executable, and nothing is left of it.
 */
@Timeout(120)
@EnabledIf(
    value = "org.airbytejdbc.testing.TestEngine#isExpected",
    disabledReason = "dockerd is not installed: containers are not tested")
class ContainerConnectorIT {
  private static final String RECORD = "{\"record\":[\"users\",{\"id\":1}]}";
  private static final String HANG = "{\"sleep\":600}";
  private static final String FLOOD =
      "{\"records\":{\"stream\":\"users\",\"count\":%d,\"state_every\":1000,\"template\":"
          + "{\"id\":\"$i\",\"name\":\"Zoë €$i\",\"pad\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}}}";
  private static final ConnectorConfig CONFIG = new ConnectorConfig("{\"key\":\"k\"}");

  private static TestEngine engine;

  @TempDir private Path folder;
  private ScriptedConnector script;

  @BeforeAll
  static void startEngine() {
    engine = TestEngine.start(TestEngine.Kind.DOCKER);
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @BeforeEach
  void lay() {
    script = new ScriptedConnector(folder, "source-scripted").stream("users", "{\"id\":{}}");
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(engine.containers()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("airbyte-watch source-x");
  }

  @Test
  void answersAsTheExecutableDoes() throws IOException {
    script
        .spec("{\"type\":\"object\",\"title\":\"Zoë\"}")
        .check("{\"status\":\"FAILED\",\"message\":\"no\"}");
    Connector container = connector();
    Connector program = program();
    RunOptions options = RunOptions.defaults();

    assertThat(container.spec(options)).isEqualTo(program.spec(options));
    assertThat(container.check(CONFIG, options)).isEqualTo(program.check(CONFIG, options));
    assertThat(container.discover(CONFIG, options)).isEqualTo(program.discover(CONFIG, options));
    assertThat(script.calls("check"))
        .extracting(call -> call.config().toString())
        .containsOnly("{\"key\":\"k\"}");
  }

  @Test
  void readsWhatTheExecutableReads() throws IOException {
    script.read(FLOOD.formatted(30_000));
    StateInput from =
        new StateInput.Typed(
            List.of(
                "{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"users\"},\"stream_state\":{\"cursor\":999}}}"));

    List<String> read = said(connector().read(request(from), RunOptions.defaults()));

    assertThat(read).hasSize(29_000 + 29);
    assertThat(read).isEqualTo(said(program().read(request(from), RunOptions.defaults())));
  }

  @Test
  void failsAsTheExecutableDoes() throws IOException {
    script.read(
        "{\"stderr\":\"Traceback\"}",
        RECORD,
        "{\"message\":{\"type\":\"TRACE\",\"trace\":{\"type\":\"ERROR\",\"error\":{\"message\":\"boom\",\"failure_type\":\"config_error\"}}}}",
        "{\"exit\":3}");

    ConnectorException failure = failure(connector());

    assertThat(failure).hasMessage(failure(program()).getMessage());
    assertThat(failure.kind()).isEqualTo(Kind.CONNECTOR_FAILED);
    assertThat(failure).hasMessageContaining("exit code 3").hasMessageContaining("Traceback");
  }

  @Test
  void readsLongLinesAndAFloodOfStderr() throws IOException {
    Files.writeString(
        folder.resolve("long"),
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"users\",\"data\":{\"a\":\""
            + "€".repeat(5_000_000)
            + "\"}}}\n");
    Files.move(folder.resolve("long"), Files.createDirectories(script.file("")).resolve("long"));
    script.read(
        "{\"stderr\":\"" + "noise".repeat(400_000) + "\"}", "{\"file\":\"/connector/long\"}");

    try (MessageStream run = connector().read(request(), RunOptions.defaults())) {
      assertThat(((RecordMessage) run.next().orElseThrow()).data()).hasSize(5_000_008);
      assertThat(run.next()).isEmpty();
    }
  }

  @Test
  void waitsForItsReader() throws Exception {
    Path done = script.file("done");
    script.read(FLOOD.formatted(200_000), "{\"touch\":\"/connector/done\"}");

    try (MessageStream run = connector().read(request(), silentFor(Duration.ofSeconds(2)))) {
      assertThat(run.next()).isPresent();
      Thread.sleep(3_000);
      assertThat(done).as("the connector had to wait").doesNotExist();
      assertThat(count(run)).isEqualTo(200_199);
    }
    assertThat(done).exists();
  }

  @Test
  void endsASilentConnectorThatIgnoresTermAndHasChildren() throws IOException {
    script.read(RECORD, "{\"ignore_term\":true}", "{\"child\":600}", HANG);

    ConnectorException failure =
        catchThrowableOfType(
            ConnectorException.class,
            () -> said(connector().read(request(), silentFor(Duration.ofSeconds(1)))));

    assertThat(failure.kind()).isEqualTo(Kind.IDLE_TIMEOUT);
  }

  @Test
  void closesARunWhoseReaderIsBehind() throws IOException {
    script.read(FLOOD.formatted(5_000_000));

    try (MessageStream run = connector().read(request(), RunOptions.defaults())) {
      assertThat(run.next()).isPresent();
    }
  }

  @Test
  void cancelsAReaderThatIsBlocked() throws Exception {
    script.read(RECORD, HANG);
    Cancellation cancellation = new Cancellation();
    try (MessageStream run = connector().read(request(), until(cancellation))) {
      assertThat(run.next()).isPresent();
      Thread canceller = new Thread(() -> cancellation.cancel(Cause.TIMED_OUT));
      canceller.start();

      assertThat(catchThrowableOfType(ConnectorException.class, run::next).kind())
          .isEqualTo(Kind.TIMED_OUT);
      canceller.join();
      for (int i = 0; i < 100 && !engine.containers().isEmpty(); i++) {
        Thread.sleep(50);
      }
      assertThat(engine.containers()).as("removed though nobody closed").isEmpty();
    }
  }

  @Test
  void takesWhatIsWrittenAfterCompleteForPartOfTheRead() throws IOException {
    script.read(
        "{\"message\":{\"type\":\"TRACE\",\"trace\":{\"type\":\"STREAM_STATUS\",\"stream_status\":{\"stream_descriptor\":{\"name\":\"users\"},\"status\":\"COMPLETE\"}}}}",
        RECORD);

    assertThat(said(connector().read(request(), RunOptions.defaults()))).hasSize(2);
  }

  @Test
  void tellsThatTheMemoryWasNotEnough() throws IOException {
    script.read(RECORD, "{\"eat\":200}", RECORD);
    ContainerSettings small = settings(TestEngine.IMAGE, Optional.of(64L << 20), "none");

    ConnectorException failure = failure(connector(small));

    assertThat(failure).hasMessageContaining("killed, out of memory");
    assertThat(failure.guidance().orElse("")).contains("memory=");
  }

  @Test
  void tellsOfAnImageThatIsNotThere() throws IOException {
    ConnectorException never =
        specFailure(
            settings(
                "airbyte/source-none:1", Optional.empty(), "none", ContainerSettings.Pull.NEVER));
    ConnectorException missing =
        specFailure(settings("localhost:1/source-none:1", Optional.empty(), "none"));

    assertThat(never)
        .returns(Kind.IMAGE_UNAVAILABLE, ConnectorException::kind)
        .hasMessageContaining("airbyte/source-none:1")
        .hasMessageContaining("pull=never");
    assertThat(missing)
        .returns(Kind.IMAGE_UNAVAILABLE, ConnectorException::kind)
        .hasMessageContaining("localhost:1/source-none:1");
  }

  @Test
  void tellsOfANetworkThatIsNotThere() throws IOException {
    ConnectorException failure =
        specFailure(settings(TestEngine.IMAGE, Optional.empty(), "nowhere"));

    assertThat(failure.kind()).isEqualTo(Kind.LAUNCH_FAILED);
    assertThat(failure).hasMessageContaining("nowhere");
    assertThat(failure.guidance().orElse("")).contains("network=");
  }

  @Test
  void knowsAnImageByItsIdOnceItRan() throws IOException {
    Connector connector = connector();
    assertThat(connector.version()).isEqualTo(TestEngine.IMAGE);
    assertThat(connector.installed()).isFalse();

    connector.spec(RunOptions.defaults());

    assertThat(connector.version()).startsWith(TestEngine.IMAGE + " sha256:");
    assertThat(connector.installed()).isTrue();
  }

  @Test
  void leavesNothingAfterManyRuns() throws IOException {
    script.read(RECORD);
    Connector connector = connector();
    for (int i = 0; i < 20; i++) {
      assertThat(said(connector.read(request(), RunOptions.defaults()))).hasSize(1);
    }
    assertThat(script.calls("read")).hasSize(20);
  }

  private Connector connector() throws IOException {
    return connector(settings(TestEngine.IMAGE, Optional.empty(), "none"));
  }

  private Connector connector(ContainerSettings settings) throws IOException {
    TestEngine.open(script);
    return new ProcessConnector(
        "source-x",
        new ContainerLauncher(
            "source-x", Optional.empty(), settings, folder.resolve("home"), engine.environment()));
  }

  private Connector program() throws IOException {
    return new ProcessConnector("source-x", new ExecutableLauncher(script.write()));
  }

  private ContainerSettings settings(String image, Optional<Long> memory, String network) {
    return settings(image, memory, network, ContainerSettings.Pull.MISSING);
  }

  private ContainerSettings settings(
      String image, Optional<Long> memory, String network, ContainerSettings.Pull pull) {
    Mount mount = new Mount(script.file("").toString(), TestEngine.MOUNTED, false);
    return new ContainerSettings(
        Optional.of(image), pull, Optional.of(network), memory, Optional.empty(), List.of(mount));
  }

  private ConnectorException failure(Connector connector) {
    return catchThrowableOfType(
        ConnectorException.class, () -> said(connector.read(request(), RunOptions.defaults())));
  }

  private ConnectorException specFailure(ContainerSettings settings) throws IOException {
    Connector connector = connector(settings);
    return catchThrowableOfType(
        ConnectorException.class, () -> connector.spec(RunOptions.defaults()));
  }

  private static List<String> said(MessageStream run) {
    List<String> said = new ArrayList<>();
    try (run) {
      for (Optional<Message> next = run.next(); next.isPresent(); next = run.next()) {
        said.add(
            next.get() instanceof RecordMessage record ? record.data() : next.get().toString());
      }
    }
    return said;
  }

  private static long count(MessageStream run) {
    long count = 0;
    while (run.next().isPresent()) {
      count++;
    }
    return count;
  }

  private static RunOptions silentFor(Duration idleTimeout) {
    return new RunOptions(Cancellation.none(), idleTimeout, ConnectorListener.SILENT);
  }

  private static RunOptions until(Cancellation cancellation) {
    return new RunOptions(cancellation, Duration.ofMinutes(1), ConnectorListener.SILENT);
  }

  private static ReadRequest request() {
    return request(new StateInput.None());
  }

  private static ReadRequest request(StateInput state) {
    AirbyteStream users =
        new AirbyteStream(
            StreamName.of("users"),
            "{}",
            Set.of(SyncMode.FULL_REFRESH),
            false,
            List.of(),
            List.of());
    ConfiguredStream configured =
        new ConfiguredStream(
            users,
            SyncMode.FULL_REFRESH,
            DestinationSyncMode.OVERWRITE,
            List.of(),
            List.of(),
            3,
            2,
            7);
    return new ReadRequest(CONFIG, new ConfiguredCatalog(List.of(configured)), state);
  }
}
