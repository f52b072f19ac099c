package org.airbytejdbc.cache;

import static org.airbytejdbc.cache.Lab.record;
import static org.airbytejdbc.cache.Lab.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {
  private static final String ID = "{\"id\": {\"type\": \"integer\"}}";
  private static final FreshnessPolicy NEVER =
      new FreshnessPolicy(Refresh.NEVER, Duration.ofHours(1));

  @TempDir Path folder;
  private Lab lab;
  private ScriptedConnector connector;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    connector =
        lab.connector("source-shop").stream("users", ID).stream("orders", ID)
            .read(record("users", "{\"id\": 1}"), record("orders", "{\"id\": 2}"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private List<SyncReport> ensure(FreshnessPolicy policy, Source source, String... tables) {
    return lab.ensure(policy, Lab.options(false), lab.touched(source, tables));
  }

  @Test
  void onlyStreamsThatAreTouchedAndNotFreshAreRead() {
    Source source = lab.source(connector);
    assertThat(ensure(FreshnessPolicy.DEFAULT, source, "users")).hasSize(1);
    assertThat(ensure(FreshnessPolicy.DEFAULT, source, "users")).isEmpty();
    ensure(FreshnessPolicy.DEFAULT, source, "users", "orders");
    assertThat(connector.calls("read"))
        .extracting(ScriptedConnector.Call::streams)
        .containsExactly(List.of("users"), List.of("orders"));
    assertThat(lab.query("SELECT id FROM shop.orders")).containsExactly("2");
  }

  @Test
  void nextProcessKnowsWhatIsFresh() {
    ensure(FreshnessPolicy.DEFAULT, lab.source(connector), "users");
    lab.close();
    lab = new Lab(folder);
    assertThat(ensure(FreshnessPolicy.DEFAULT, lab.source(connector), "users")).isEmpty();
  }

  @Test
  void olderThanMaxAgeIsReadAgainAndAlwaysMeansAlways() {
    Source source = lab.source(connector);
    FreshnessPolicy noAge = new FreshnessPolicy(Refresh.AUTO, Duration.ZERO);
    assertThat(ensure(noAge, source, "users")).hasSize(1);
    assertThat(ensure(noAge, source, "users")).hasSize(1);
    assertThat(ensure(FreshnessPolicy.NOW, source, "users")).hasSize(1);
    assertThat(connector.calls("read")).hasSize(3);
  }

  @Test
  void neverReadsNothingAndSaysSoWhereNothingIs() {
    Source source = lab.source(connector);
    assertThatThrownBy(() -> ensure(NEVER, source, "users"))
        .isInstanceOfSatisfying(
            CacheException.class,
            e -> assertThat(e.kind()).isEqualTo(CacheException.Kind.NEVER_READ))
        .hasMessageContaining("users");
    lab.sync(source, "users");
    assertThat(ensure(NEVER, source, "users")).isEmpty();
    assertThat(connector.calls("read")).hasSize(1);
  }

  @Test
  void sourcesAreReadSideBySideInOneRunEach() {
    ScriptedConnector one = lab.connector("source-one").stream("t", ID).stream("u", ID);
    ScriptedConnector two = lab.connector("source-two").stream("t", ID);
    // Each waits for the other, so that one after the other would never end.
    one.read(
        "{\"touch\": \"%s\"}".formatted(one.file("here")),
        "{\"await\": \"%s\"}".formatted(two.file("here")),
        record("t", "{\"id\": 1}"));
    two.read(
        "{\"touch\": \"%s\"}".formatted(two.file("here")),
        "{\"await\": \"%s\"}".formatted(one.file("here")),
        record("t", "{\"id\": 2}"));
    Source first = lab.source("first", one, SyncStrategy.AUTO);
    Source second = lab.source("second", two, SyncStrategy.AUTO);
    lab.ensure(
        FreshnessPolicy.DEFAULT, Lab.options(false), lab.touched(first), lab.touched(second));
    assertThat(lab.query("SELECT f.id, s.id FROM first.t f, second.t s")).containsExactly("1|2");
    assertThat(one.calls("read")).hasSize(1);
    assertThat(one.calls("read").get(0).streams()).containsExactly("t", "u");
  }

  @Test
  void sourceThatFailsLetsTheOthersComeToTheirEnd() {
    ScriptedConnector bad = lab.connector("source-bad").stream("t", ID).read("{\"exit\": 3}");
    ScriptedConnector good =
        lab.connector("source-good").stream("t", ID)
            .read("{\"sleep\": 0.3}", record("t", "{\"id\": 1}"));
    Source first = lab.source("bad", bad, SyncStrategy.AUTO);
    Source second = lab.source("good", good, SyncStrategy.AUTO);
    assertThatThrownBy(
            () ->
                lab.ensure(
                    FreshnessPolicy.DEFAULT,
                    Lab.options(false),
                    lab.touched(first),
                    lab.touched(second)))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("source-bad");
    assertThat(lab.query("SELECT id FROM good.t")).containsExactly("1");
  }

  @Test
  void cancellingEndsTheConnectorAndKeepsWhatWasCommitted() throws InterruptedException {
    connector
        .read(
            record("users", "{\"id\": 1}"),
            state("users", "{\"cursor\": 1}"),
            "{\"touch\": \"%s\"}".formatted(connector.file("read")),
            "{\"sleep\": 600}")
        .write();
    Source source = lab.source(connector);
    Cancellation cancellation = new Cancellation();
    Thread canceller =
        new Thread(
            () -> {
              Await.file(connector.file("read"));
              Await.until(() -> lab.value("SELECT count(*) FROM _airbyte.state").equals("1"));
              cancellation.cancel(Cancellation.Cause.CANCELLED);
            });
    canceller.start();
    assertThatThrownBy(
            () ->
                lab.ensure(
                    FreshnessPolicy.DEFAULT,
                    Lab.options(cancellation),
                    lab.touched(source, "users")))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            e -> assertThat(e.kind()).isEqualTo(ConnectorException.Kind.CANCELLED));
    canceller.join();
    long pid = connector.calls("read").get(0).pid();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();

    connector.read(record("users", "{\"id\": 2}")).write();
    lab.sync(source, "users");
    assertThat(lab.query("SELECT id FROM shop.users")).containsExactly("1", "2");
  }

  @Test
  void listenerHearsHowItGoes() {
    connector.read(
        """
        {"message": {"type": "TRACE", "trace": {"type": "ESTIMATE", "emitted_at": 1,
          "estimate": {"name": "users", "type": "STREAM", "row_estimate": 2000}}}}""",
        """
        {"records": {"stream": "users", "count": 2000, "template": {"id": "$i"},
          "sleep_every": [500, 0.3]}}""");
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    SyncListener listener =
        new SyncListener() {
          @Override
          public void started(String source, List<String> tables) {
            heard.add("started " + source + " " + tables);
          }

          @Override
          public void progress(SyncProgress progress) {
            heard.add("progress " + progress.table() + progress.estimatedRecords());
          }

          @Override
          public void finished(SyncReport report) {
            heard.add("finished " + report.streams().get(0).records());
          }
        };
    lab.ensure(
        FreshnessPolicy.NOW,
        new SyncOptions(RunOptions.defaults(), listener, false),
        lab.touched(lab.source(connector), "users"));
    assertThat(heard).startsWith("started shop [users]").endsWith("finished 2000");
    assertThat(heard).contains("progress usersOptionalLong[2000]").hasSizeLessThan(100);
  }
}
