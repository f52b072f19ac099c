package org.airbytejdbc.connector.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.testing.ConnectorWheel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pip=} names, from an index of our own; the real uv installs it. */
class PipRequirementsIT {
  private static final ConnectorWheel TINY = ConnectorWheel.of("airbyte-source-tiny", "1.0");

  @TempDir Path home;
  private OwnIndex index;

  @BeforeEach
  void start() throws IOException {
    index = new OwnIndex(home);
  }

  @AfterEach
  void stop() {
    index.close();
  }

  @Test
  void aSpecifierChoosesTheRelease() {
    index.publish(TINY).publish(release("1.5")).publish(release("2.0"));

    Connector tiny = index.tiny("airbyte-source-tiny<2");

    assertThat(OwnIndex.title(tiny)).contains("Tiny 1.5");
    assertThat(tiny.version()).startsWith("1.5 of airbyte-source-tiny<2, ");
  }

  @Test
  void aLocalWheelIsInstalledBesideThePackageOfTheSameVersion() {
    index.publish(TINY);
    Path wheel = TINY.with("other").write(home);

    Connector own = index.tiny(wheel.toString());
    Connector published = index.finder().find(ConnectorReference.of("source-tiny"));

    assertThat(OwnIndex.fields(own)).contains("other");
    assertThat(OwnIndex.fields(published)).contains("one");
    assertThat(published.version()).isEqualTo("1.0");
  }

  @Test
  void aFolderIsBuiltAndMoreRequirementsAreInstalledWithIt() throws IOException {
    Path project = Files.createDirectories(home.resolve("project"));
    Files.writeString(
        project.resolve("pyproject.toml"),
        """
        [build-system]
        requires = []
        build-backend = "backend"
        backend-path = ["."]
        [project]
        name = "source-tiny"
        version = "7.0"
        """);
    byte[] wheel = new ConnectorWheel("source-tiny", "7.0", TINY.requires(), TINY.fields()).bytes();
    Files.write(project.resolve("built.whl"), wheel);
    Files.writeString(
        project.resolve("backend.py"),
        """
        import os, shutil
        def build_wheel(directory, *others):
            name = "source_tiny-7.0-py3-none-any.whl"
            shutil.copy("built.whl", os.path.join(directory, name))
            return name
        """);
    index.publish(ConnectorWheel.of("helper", "3.0"));

    Connector own = index.tiny(project + " helper==3.0");

    assertThat(OwnIndex.title(own)).contains("Tiny 7.0");
  }

  @Test
  void whatTheInstallerSaysIsTold() {
    index.publish(TINY);

    ConnectorException error = failure(index.tiny("airbyte-source-tiny>=3"));

    assertThat(error.kind()).isEqualTo(Kind.INSTALL_FAILED);
    assertThat(error)
        .hasMessageContaining("source-tiny (package airbyte-source-tiny>=3)")
        .hasMessageContaining("only airbyte-source-tiny==1.0 is available");
    assertThat(error.guidance()).hasValueSatisfying(text -> assertThat(text).contains("pip="));
  }

  @Test
  void aPackageWithoutTheProgramIsRefused() {
    index.publish(ConnectorWheel.of("helper", "3.0"));

    assertThat(failure(index.tiny("helper")))
        .hasMessageContaining("it brings no program source-tiny");
  }

  @Test
  void aReleaseThatNobodyCanInstallIsToldWithTheNewestThatCanBe() {
    index.publish(TINY).publish(release("1.5"));
    index.publish(release("2.0").requiring("helper==2.0"));
    index.publish(ConnectorWheel.of("helper", "3.0"));
    ConnectorReference pinned =
        new ConnectorReference(
            "source-tiny", Optional.empty(), Optional.of("2.0"), Optional.empty());

    ConnectorException error = failure(index.finder().find(pinned));

    assertThat(error)
        .hasMessageContaining("its own metadata asks for what does not exist")
        .hasMessageContaining("there is no version of helper==2.0");
    assertThat(error.guidance().orElseThrow())
        .startsWith("The newest that can be installed is version=1.5");
  }

  private static ConnectorWheel release(String version) {
    return ConnectorWheel.of("airbyte-source-tiny", version);
  }

  private static ConnectorException failure(Connector connector) {
    return catchThrowableOfType(ConnectorException.class, () -> OwnIndex.title(connector));
  }
}
