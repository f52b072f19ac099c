package org.airbytejdbc.connector.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.lock.ConnectorLock;
import org.airbytejdbc.testing.ConnectorWheel;
import org.airbytejdbc.testing.PackageIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages are held to their hashes by the real uv. */
class LockedPackagesIT {
  private static final ConnectorReference TINY = ConnectorReference.of("source-tiny");
  private static final ConnectorWheel WHEEL =
      ConnectorWheel.of("airbyte-source-tiny", "1.0").requiring("helper>=1");
  private static final ConnectorWheel HELPER = ConnectorWheel.of("helper", "1.0");

  @TempDir Path home;
  private OwnIndex index;

  @BeforeEach
  void start() throws IOException {
    index = new OwnIndex(home);
    index.publish(WHEEL).publish(HELPER);
  }

  @AfterEach
  void stop() {
    index.close();
  }

  @Test
  void theHashesOfAllPackagesAreWrittenDown() {
    ConnectorLock lock = lock(Optional.empty());

    assertThat(lock.runs()).isEqualTo("airbyte-source-tiny 1.0");
    assertThat(lock.packages().orElseThrow().hashes())
        .containsEntry("airbyte-source-tiny==1.0", List.of(PackageIndex.hash(WHEEL.bytes())))
        .containsEntry("helper==1.0", List.of(PackageIndex.hash(HELPER.bytes())))
        .hasSize(2);
  }

  @Test
  void newerReleasesAreLeftAside() {
    ConnectorLock lock = lock(Optional.empty());
    index.publish(ConnectorWheel.of("airbyte-source-tiny", "2.0"));
    index.publish(ConnectorWheel.of("helper", "2.0"));

    Connector locked = index.finder().find(TINY, lock);

    assertThat(OwnIndex.title(locked)).contains("Tiny 1.0");
    assertThat(lock(Optional.of(lock))).isEqualTo(lock);
    assertThat(home.resolve("python").toFile().list())
        .anyMatch(name -> name.startsWith("airbyte-source-tiny-locked-"));
  }

  @Test
  void aChangedWheelIsRefusedWithBothHashes() throws IOException {
    ConnectorLock lock = lock(Optional.empty());
    ConnectorWheel changed = HELPER.with("other");
    index.publish(changed);
    index.emptyCache();

    ConnectorException error = failure(index.finder().find(TINY, lock));

    assertThat(error.kind()).isEqualTo(Kind.INSTALL_FAILED);
    assertThat(error)
        .hasMessageContaining(PackageIndex.hash(HELPER.bytes()))
        .hasMessageContaining(PackageIndex.hash(changed.bytes()));
    assertThat(error.guidance()).hasValueSatisfying(text -> assertThat(text).contains("lock file"));
  }

  @Test
  void aWheelOfOnesOwnCanBeLocked() {
    Path wheel = ConnectorWheel.of("airbyte-source-tiny", "3.0").write(home);
    ConnectorReference own = index.reference(wheel.toString());
    ConnectorLock lock =
        index
            .finder()
            .lock(own, Optional.empty(), new ConnectorConfig("{}"), RunOptions.defaults());

    assertThat(OwnIndex.title(index.finder().find(own, lock))).contains("Tiny 3.0");

    ConnectorWheel.of("airbyte-source-tiny", "3.0").with("other").write(home);
    index.finder().uninstall("source-tiny", Optional.empty(), Cancellation.none());
    assertThat(failure(index.finder().find(own, lock))).hasMessageContaining("sha256:");
  }

  private ConnectorLock lock(Optional<ConnectorLock> before) {
    return index.finder().lock(TINY, before, new ConnectorConfig("{}"), RunOptions.defaults());
  }

  private static ConnectorException failure(Connector connector) {
    return catchThrowableOfType(ConnectorException.class, () -> OwnIndex.title(connector));
  }
}
