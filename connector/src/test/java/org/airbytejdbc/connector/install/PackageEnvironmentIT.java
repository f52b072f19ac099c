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
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.testing.ConnectorWheel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users do with packages, by the real uv and an index of our own. */
class PackageEnvironmentIT {
  private static final ConnectorReference TINY = ConnectorReference.of("source-tiny");

  @TempDir Path home;
  private OwnIndex index;

  @BeforeEach
  void start() throws IOException {
    index = new OwnIndex(home);
    index.publish(ConnectorWheel.of("airbyte-source-tiny", "1.0"));
  }

  @AfterEach
  void stop() {
    index.close();
  }

  @Test
  void anInstalledOneStaysUntilItIsUpgraded() {
    Connector tiny = index.finder().find(TINY);
    assertThat(install()).returns(Optional.of("1.0"), InstalledConnector::version);
    assertThat(OwnIndex.title(tiny)).contains("Tiny 1.0");

    index.publish(ConnectorWheel.of("airbyte-source-tiny", "2.0"));
    assertThat(install()).returns(Optional.of("1.0"), InstalledConnector::version);
    assertThat(upgrade()).returns(Optional.of("2.0"), InstalledConnector::version);

    assertThat(tiny.version()).isEqualTo("2.0");
    assertThat(OwnIndex.title(tiny)).contains("Tiny 2.0");
    assertThat(home.resolve("python").toFile().list())
        .containsExactlyInAnyOrder(
            "airbyte-source-tiny-newest",
            "airbyte-source-tiny-newest.lock",
            "airbyte-source-tiny-newest.log");
  }

  @Test
  void anUpgradeThatFailsLeavesTheOldOne() {
    install();
    index.close();

    assertThat(catchThrowableOfType(ConnectorException.class, this::upgrade))
        .hasMessageContaining("the package index could not be reached");

    assertThat(OwnIndex.title(index.finder().find(TINY))).contains("Tiny 1.0");
  }

  @Test
  void aWheelOfTheSameNameIsReadAnewByAnUpgrade() {
    Path wheel = ConnectorWheel.of("airbyte-source-tiny", "1.0").write(home);
    Connector own = index.tiny(wheel.toString());
    assertThat(OwnIndex.fields(own)).doesNotContain("two");

    ConnectorWheel.of("airbyte-source-tiny", "1.0").with("one", "two").write(home);
    String before = own.version();
    index.finder().environment(index.reference(wheel.toString())).upgrade(RunOptions.defaults());

    assertThat(OwnIndex.fields(own)).contains("two");
    assertThat(own.version()).startsWith("1.0 of ").isNotEqualTo(before);
  }

  @Test
  void uninstallingTakesOneVersionOrAll() {
    index.publish(ConnectorWheel.of("airbyte-source-tiny", "2.0"));
    install();
    index.finder().environment(pinned("1.0")).install(RunOptions.defaults());
    index
        .finder()
        .environment(index.reference("airbyte-source-tiny<2"))
        .install(RunOptions.defaults());

    assertThat(versions(uninstall(Optional.of("1.0")))).containsExactly("1.0", "1.0");
    assertThat(versions(installed())).containsExactly("2.0");
    assertThat(versions(uninstall(Optional.empty()))).containsExactly("2.0");
    assertThat(installed()).isEmpty();
    assertThat(uninstall(Optional.empty())).isEmpty();

    assertThat(OwnIndex.title(index.finder().find(TINY))).contains("Tiny 2.0");
  }

  private InstalledConnector install() {
    return index.finder().environment(TINY).install(RunOptions.defaults());
  }

  private InstalledConnector upgrade() {
    return index.finder().environment(TINY).upgrade(RunOptions.defaults());
  }

  private List<InstalledConnector> uninstall(Optional<String> version) {
    return index.finder().uninstall("source-tiny", version, Cancellation.none());
  }

  /** Without what is on the PATH. */
  private List<InstalledConnector> installed() {
    return index.finder().installed().stream().filter(InstalledConnector::isPackage).toList();
  }

  private static List<String> versions(List<InstalledConnector> installed) {
    return installed.stream().map(one -> one.version().orElseThrow()).toList();
  }

  private static ConnectorReference pinned(String version) {
    return new ConnectorReference(
        "source-tiny", Optional.empty(), Optional.of(version), Optional.empty());
  }
}
