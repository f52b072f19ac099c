package org.airbytejdbc.connector.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector is held to what it was. */
class LockedConnectorTest {
  private static final ConnectorConfig CONFIG = new ConnectorConfig("{}");

  @TempDir Path folder;
  private ScriptedConnector scripted;
  private ConnectorLock lock;

  @BeforeEach
  void lock() {
    scripted = new ScriptedConnector(folder, "source-shop").stream("users", "{}");
    scripted.write();
    lock = finder().lock(reference(), Optional.empty(), CONFIG, RunOptions.defaults());
  }

  @Test
  void anUnchangedOneRuns() {
    assertThat(lock.runs()).matches("executable sha256:[0-9a-f]{64}");
    assertThat(locked(lock).discover(CONFIG, RunOptions.defaults()).streams()).hasSize(1);
    assertThat(locked(lock).check(CONFIG, RunOptions.defaults()).succeeded()).isTrue();
  }

  @Test
  void otherStreamsAreRefusedWithBothHashes() {
    String before = lock.catalog();
    scripted.stream("orders", "{}").write();

    // The executable holds its script, so that it is another one, too.
    ConnectorLock ofOther =
        finder().lock(reference(), Optional.empty(), CONFIG, RunOptions.defaults());
    ConnectorLock expected =
        new ConnectorLock("source-shop", ofOther.runs(), ofOther.spec(), before, Optional.empty());

    assertRefused(expected, before, ofOther.catalog());
  }

  @Test
  void anotherSpecIsRefusedWithBothHashes() {
    ConnectorLock expected =
        new ConnectorLock("source-shop", lock.runs(), "sha256:1", lock.catalog(), Optional.empty());

    assertRefused(expected, "sha256:1", lock.spec());
  }

  @Test
  void anotherProgramIsRefusedWithBothHashes() {
    ConnectorLock expected =
        new ConnectorLock("source-shop", "old", lock.spec(), lock.catalog(), Optional.empty());

    assertRefused(expected, "old", lock.runs());
  }

  @Test
  void anotherNameOrVersionThanTheLockedIsRefused() {
    ConnectorReference pinned =
        new ConnectorReference(
            "source-shop",
            Optional.of(scripted.executable()),
            Optional.of("9.9"),
            Optional.empty());
    assertThat(failure(() -> finder().find(pinned, lock))).hasMessageContaining("is now 9.9");
    assertThat(failure(() -> finder().find(ConnectorReference.of("source-crm"), lock)))
        .hasMessageContaining("locked as source-shop and is now source-crm");
  }

  @Test
  void theOrderOfStreamsAndKeysDoesNotCount() {
    ScriptedConnector one =
        new ScriptedConnector(folder.resolve("one"), "source-shop")
            .spec("{\"type\": \"object\", \"properties\": {}}").stream("a", "{}").stream("b", "{}");
    ScriptedConnector other =
        new ScriptedConnector(folder.resolve("other"), "source-shop")
            .spec("{\"properties\": {}, \"type\": \"object\"}").stream("b", "{}").stream("a", "{}");

    assertThat(lockOf(one).spec()).isEqualTo(lockOf(other).spec());
    assertThat(lockOf(one).catalog()).isEqualTo(lockOf(other).catalog());
  }

  private ConnectorLock lockOf(ScriptedConnector connector) {
    connector.write();
    ConnectorReference reference =
        new ConnectorReference(
            "source-shop", Optional.of(connector.executable()), Optional.empty(), Optional.empty());
    return finder().lock(reference, Optional.empty(), CONFIG, RunOptions.defaults());
  }

  private void assertRefused(ConnectorLock expected, String locked, String found) {
    ConnectorException error =
        failure(() -> locked(expected).discover(CONFIG, RunOptions.defaults()));
    assertThat(error.kind()).isEqualTo(Kind.LOCK_FILE);
    assertThat(error).hasMessageContaining("is locked as " + locked + " and is now " + found);
  }

  private static ConnectorException failure(Runnable work) {
    return catchThrowableOfType(ConnectorException.class, work::run);
  }

  private Connector locked(ConnectorLock to) {
    return finder().find(reference(), to);
  }

  private ConnectorReference reference() {
    return new ConnectorReference(
        "source-shop", Optional.of(scripted.executable()), Optional.empty(), Optional.empty());
  }

  private ConnectorFinder finder() {
    return new ConnectorFinder(folder.resolve("home"), Map.of());
  }
}
