package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Cancellation.Cause;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.launch.RunningConnector;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.testing.ScriptedConnector;
import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same program in a container does what it does as an executable, and nothing is left of it:
 * what any engine has to keep.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainerContract {
  private static final String RECORD = "{\"record\":[\"users\",{\"id\":1}]}";
  private static final String HANG = "{\"sleep\":600}";
  private static final String FLOOD =
      "{\"records\":{\"stream\":\"users\",\"count\":%d,\"state_every\":1000,\"template\":"
          + "{\"id\":\"$i\",\"name\":\"Zoë €$i\",\"pad\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}}}";
  private static final ConnectorConfig CONFIG = ContainerLab.CONFIG;

  private TestEngine engine;
  private ContainerLab lab;
  private ScriptedConnector script;

  /** The engine of these tests. */
  abstract TestEngine.Kind kind();

  /** What is known of a program that was killed for its memory. */
  abstract String outOfMemory();

  @BeforeAll
  void startEngine() {
    engine = TestEngine.start(kind());
  }

  @AfterAll
  void stopEngine() {
    engine.close();
  }

  @BeforeEach
  void lay(@TempDir Path folder) {
    script = new ScriptedConnector(folder, "source-scripted").stream("users", "{\"id\":{}}");
    lab = new ContainerLab(engine, folder, script);
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(engine.containers()).isEmpty();
    assertThat(RunningConnector.temporaryFiles()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("airbyte-watch source-x");
  }

  @Test
  void answersAsTheExecutableDoes() throws IOException {
    script
        .spec("{\"type\":\"object\",\"title\":\"Zoë\"}")
        .check("{\"status\":\"FAILED\",\"message\":\"no\"}");
    Connector container = lab.connector();
    Connector program = lab.program();
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

    List<String> read =
        ContainerLab.said(lab.connector().read(ContainerLab.request(from), RunOptions.defaults()));

    assertThat(read).hasSize(29_000 + 29);
    assertThat(read)
        .isEqualTo(
            ContainerLab.said(
                lab.program().read(ContainerLab.request(from), RunOptions.defaults())));
  }

  @Test
  void failsAsTheExecutableDoes() throws IOException {
    script.read(
        "{\"stderr\":\"Traceback\"}",
        RECORD,
        "{\"message\":{\"type\":\"TRACE\",\"trace\":{\"type\":\"ERROR\",\"error\":{\"message\":\"boom\",\"failure_type\":\"config_error\"}}}}",
        "{\"exit\":3}");

    ConnectorException failure = lab.failure(lab.connector());

    assertThat(failure).hasMessage(lab.failure(lab.program()).getMessage());
    assertThat(failure.kind()).isEqualTo(Kind.INVALID_CONFIG);
    assertThat(failure).hasMessageContaining("exit code 3").hasMessageContaining("Traceback");
  }

  @Test
  void readsLongLinesAndAFloodOfStderr() throws IOException {
    Files.writeString(
        lab.folder().resolve("long"),
        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"users\",\"data\":{\"a\":\""
            + "€".repeat(5_000_000)
            + "\"}}}\n");
    Files.move(
        lab.folder().resolve("long"), Files.createDirectories(script.file("")).resolve("long"));
    script.read(
        "{\"stderr\":\"" + "noise".repeat(400_000) + "\"}", "{\"file\":\"/connector/long\"}");

    try (MessageStream run = lab.connector().read(ContainerLab.request(), RunOptions.defaults())) {
      assertThat(((RecordMessage) run.next().orElseThrow()).data()).hasSize(5_000_008);
      assertThat(run.next()).isEmpty();
    }
  }

  @Test
  void waitsForItsReader() throws Exception {
    Path done = script.file("done");
    script.read(FLOOD.formatted(200_000), "{\"touch\":\"/connector/done\"}");

    try (MessageStream run =
        lab.connector()
            .read(ContainerLab.request(), RunOptions.defaults().silentFor(Duration.ofSeconds(2)))) {
      assertThat(run.next()).isPresent();
      Thread.sleep(3_000);
      assertThat(done).as("the connector had to wait").doesNotExist();
      assertThat(ContainerLab.count(run)).isEqualTo(200_199);
    }
    assertThat(done).exists();
  }

  @Test
  void endsASilentConnectorThatIgnoresTermAndHasChildren() throws IOException {
    script.read(RECORD, "{\"ignore_term\":true}", "{\"child\":600}", HANG);

    ConnectorException failure =
        catchThrowableOfType(
            ConnectorException.class,
            () ->
                ContainerLab.said(
                    lab.connector()
                        .read(
                            ContainerLab.request(),
                            RunOptions.defaults().silentFor(Duration.ofSeconds(1)))));

    assertThat(failure.kind()).isEqualTo(Kind.IDLE_TIMEOUT);
  }

  @Test
  void closesARunWhoseReaderIsBehind() throws IOException {
    script.read(FLOOD.formatted(5_000_000));

    try (MessageStream run = lab.connector().read(ContainerLab.request(), RunOptions.defaults())) {
      assertThat(run.next()).isPresent();
    }
  }

  @Test
  void cancelsAReaderThatIsBlocked() throws Exception {
    script.read(RECORD, HANG);
    Cancellation cancellation = new Cancellation();
    try (MessageStream run =
        lab.connector().read(ContainerLab.request(), RunOptions.defaults().endedBy(cancellation))) {
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
  void tellsThatTheMemoryWasNotEnough() throws IOException {
    script.read(RECORD, "{\"eat\":200}", RECORD);
    ContainerSettings small = lab.settings(TestEngine.IMAGE, Optional.of(64L << 20), "none");

    ConnectorException failure = lab.failure(lab.connector(small));

    assertThat(failure).hasMessageContaining(outOfMemory());
    assertThat(failure.guidance().orElse("")).contains("memory");
  }

  @Test
  void tellsOfAnImageThatIsNotThere() throws IOException {
    ConnectorException never =
        lab.specFailure(
            lab.settings(
                "airbyte/source-none:1", Optional.empty(), "none", ContainerSettings.Pull.NEVER));
    ConnectorException missing =
        lab.specFailure(lab.settings("localhost:1/source-none:1", Optional.empty(), "none"));

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
        lab.specFailure(lab.settings(TestEngine.IMAGE, Optional.empty(), "nowhere"));

    assertThat(failure.kind()).isEqualTo(Kind.LAUNCH_FAILED);
    assertThat(failure).hasMessageContaining("nowhere");
    assertThat(failure.guidance().orElse("")).contains("network=");
  }

  @Test
  void knowsAnImageByItsHashOnceItRan() throws IOException {
    Connector connector = lab.connector();
    assertThat(connector.version()).isEqualTo(TestEngine.IMAGE);
    assertThat(connector.installed()).isFalse();

    connector.spec(RunOptions.defaults());

    assertThat(connector.version()).matches(TestEngine.IMAGE + "[ @]sha256:[0-9a-f]{64}");
    assertThat(connector.installed()).isTrue();
  }

  @Test
  void leavesNothingAfterManyRuns() throws IOException {
    script.read(RECORD);
    Connector connector = lab.connector();
    for (int i = 0; i < 10; i++) {
      assertThat(ContainerLab.said(connector.read(ContainerLab.request(), RunOptions.defaults())))
          .hasSize(1);
    }
    assertThat(script.calls("read")).hasSize(10);
  }

  @Test
  void removesWhatADeadJvmLeftAndNothingOfOthers() throws IOException {
    Owner self = Owner.self();
    Owner dead = new Owner(self.machine(), self.pid(), Optional.of(Instant.EPOCH));
    Owner elsewhere = new Owner("another machine", self.pid(), Optional.of(Instant.EPOCH));
    try (Engine client = open()) {
      create(client, dead);
      String others = create(client, elsewhere);

      lab.connector().spec(RunOptions.defaults());

      assertThat(engine.containers()).hasSize(1);
      client.remove(others);
    }
  }

  @Test
  void boundsAContainerAsItIsTold() throws IOException {
    script.read(RECORD, HANG);
    ContainerSettings plain = lab.settings(TestEngine.IMAGE, Optional.of(128L << 20), "host");
    Mount readOnly = new Mount(lab.folder().toString(), "/seen", true);
    ContainerSettings settings =
        new ContainerSettings(
            plain.image(),
            plain.pull(),
            plain.network(),
            plain.memory(),
            Optional.of(new BigDecimal("0.5")),
            List.of(plain.mounts().get(0), readOnly));
    try (Engine client = open();
        MessageStream run =
            lab.connector(settings).read(ContainerLab.request(), RunOptions.defaults())) {
      assertThat(run.next()).isPresent();

      String id = client.client().listContainersCmd().exec().get(0).getId();
      HostConfig host = client.client().inspectContainerCmd(id).exec().getHostConfig();
      assertThat(host.getMemory()).isEqualTo(128L << 20);
      assertThat(host.getMemorySwap()).isEqualTo(128L << 20);
      assertThat(host.getNanoCPUs()).isEqualTo(500_000_000);
      assertThat(host.getNetworkMode()).isEqualTo("host");
      assertThat(host.getLogConfig().getType()).isEqualTo(LogConfig.LoggingType.NONE);
      assertThat(host.getBinds())
          .filteredOn(bind -> bind.getVolume().getPath().equals("/seen"))
          .extracting(Bind::getAccessMode)
          .containsExactly(AccessMode.ro);
    }
  }

  private Engine open() {
    EngineSearch search = new EngineSearch(engine.environment(), lab.folder(), false);
    return Engine.open(search.find(), lab.folder());
  }

  private static String create(Engine client, Owner owner) {
    return client
        .client()
        .createContainerCmd(TestEngine.IMAGE)
        .withCmd("spec")
        .withLabels(owner.labels())
        .withHostConfig(HostConfig.newHostConfig().withNetworkMode("none"))
        .exec()
        .getId();
  }
}
