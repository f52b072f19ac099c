package org.airbytejdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.ConnectorReference.Way;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.connector.container.ContainerSettings.Pull;
import org.airbytejdbc.connector.container.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayToRunTest {
  @TempDir Path folder;

  @Test
  void withoutAWordAboutItAnyWayIsTaken() {
    ConnectorReference connector = connector("source-faker");

    assertThat(connector.way()).isEqualTo(Way.AUTO);
    assertThat(connector.container()).isEqualTo(ContainerSettings.DEFAULTS);
  }

  @Test
  void aContainerHasItsSettings() {
    ConnectorReference connector =
        connector(
            "source-faker?run=docker&image=airbyte/source-faker&version=7.2.1&pull=never"
                + "&network=host&memory=3GB&cpus=0.5&mounts=/data:/in:ro,cache:/var/cache");

    assertThat(connector.way()).isEqualTo(Way.DOCKER);
    assertThat(connector.version()).contains("7.2.1");
    assertThat(connector.container())
        .isEqualTo(
            new ContainerSettings(
                Optional.of("airbyte/source-faker"),
                Pull.NEVER,
                Optional.of("host"),
                Optional.of(3L << 30),
                Optional.of(new BigDecimal("0.5")),
                List.of(new Mount("/data", "/in", true), new Mount("cache", "/var/cache", false))));
  }

  @Test
  void mountsOfAWorkspaceStartAtItsFile() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("team.yaml"),
            """
            sources:
              shop: {connector: source-file, run: docker, mounts: ['./data:/data', '/tmp:/tmp:ro']}
            """);

    assertThat(connector("?workspace=" + file).container().mounts())
        .containsExactly(
            new Mount(folder.resolve("data").toString(), "/data", false),
            new Mount("/tmp", "/tmp", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "run=podman                   | 'run' must be one of auto, executable, manifest, python, docker",
        "pull=often                   | 'pull' must be one of missing, always, never",
        "memory=lots                  | 'memory' must be a size such as 512MB",
        "memory=0                     | 'memory' must be a size such as 512MB",
        "cpus=0                       | 'cpus' must be a number above 0",
        "cpus=two                     | 'cpus' must be a number above 0",
        "mounts=/data                 | 'mounts' must be HOST:CONTAINER",
        "mounts=/data:data            | 'mounts' must be HOST:CONTAINER",
        "manifest=m.yaml&executable=x | 'executable' and 'manifest' contradict each other",
        "manifest=m.yaml&image=x      | 'manifest' and 'image' contradict each other",
        "manifest=m.yaml&version=1    | 'manifest' and 'version' contradict each other",
        "components=c.py              | 'components' is of a manifest",
        "manifest=m&components=c&run=manifest | 'components' has no sense with run=manifest",
        "executable=x&version=1       | 'executable' and 'version' contradict each other",
        "executable=x&memory=1GB      | 'executable' and 'memory' contradict each other",
        "pip=faker<2&version=1        | 'pip' and 'version' contradict each other",
        "python=p&image=x             | 'python' and 'image' contradict each other",
        "run=python&image=x           | 'image' has no sense with run=python",
        "run=docker&executable=x      | 'executable' has no sense with run=docker",
        "run=executable&version=1     | 'version' has no sense with run=executable",
        "run=manifest&python=p        | 'python' has no sense with run=manifest",
      })
  void whatContradictsIsRefused(String properties, String message) {
    assertThatThrownBy(() -> connector("source-x?" + properties))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aContradictionInAWorkspaceIsToldWithItsPlace() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("team.yaml"),
            "sources: {shop: {connector: source-x, image: x, executable: y}}");

    assertThatThrownBy(() -> connector("?workspace=" + file))
        .hasMessageStartingWith("team.yaml: sources.shop: Properties 'executable' and 'image'");
  }

  @Test
  void limitsOfContainersMayStandWhereAnyWayIsTaken() {
    assertThat(connector("source-x?memory=1GB").way()).isEqualTo(Way.AUTO);
  }

  private ConnectorReference connector(String rest) {
    ConnectionUrl url = ConnectionUrl.parse("jdbc:airbyte:" + rest).orElseThrow();
    return ConnectionSettings.of(url, new Properties(), new HomeFolder(folder))
        .sources()
        .get(0)
        .connector();
  }
}
