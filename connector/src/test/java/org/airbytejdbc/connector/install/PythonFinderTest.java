package org.airbytejdbc.connector.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonFinderTest {
  @TempDir Path folder;

  @Test
  void findsTheNewestFirstAndLeavesOutWhatDoesNotAnswer() throws IOException {
    program("a/python3.11", "echo 3.11.2");
    program("a/python3.9", "echo 3.9.18");
    program("a/python3", "echo 'command not found' >&2; exit 127");
    program("a/python2", "echo 2.7.18");
    program("a/python3.11-config", "echo 3.99.0");
    program("a/python3.8", "echo Python 3.8.1");
    program("b/python3.12", "echo 3.12.1");
    program("b/python3.11", "echo 3.11.9");
    Files.writeString(folder.resolve("b/python3.13"), "echo 3.13.0");

    assertThat(find("a", "b", "not-there"))
        .extracting(python -> python.version().toString())
        .containsExactly("3.12.1", "3.11.9", "3.11.2", "3.9.18");
  }

  @Test
  void linksToOnePythonCountOnce() throws IOException {
    Path real = program("real/python3.11", "echo asked >> \"$0.asked\"; echo 3.11.2");
    Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(folder.resolve("bin/python3"), real);
    Files.createSymbolicLink(folder.resolve("bin/python"), folder.resolve("bin/python3"));
    Files.createSymbolicLink(folder.resolve("bin/python3.10"), folder.resolve("gone"));

    assertThat(find("bin", "real"))
        .containsExactly(new Interpreter(real.toRealPath(), new PythonVersion(3, 11, 2)));
    assertThat(Path.of(real + ".asked")).hasContent("asked");
  }

  @Test
  void aRealPythonIsFoundByItsName() {
    Map<String, String> environment = System.getenv();
    PythonFinder finder =
        new PythonFinder(
            new PythonPlaces(environment, Path.of(System.getProperty("user.home"))).all(),
            environment);

    assertThat(finder.at(Path.of("python3"), Cancellation.none()))
        .hasValueSatisfying(python -> assertThat(python.version().major()).isEqualTo(3));
    assertThat(finder.find(Cancellation.none())).isNotEmpty();
  }

  @Test
  void whatIsNoPythonIsNotFound() throws IOException {
    Path other = program("x/python3", "echo hello");

    assertThat(finder("x").at(other, Cancellation.none())).isEmpty();
    assertThat(finder("x").at(folder.resolve("gone"), Cancellation.none())).isEmpty();
  }

  @Test
  void cancellingEndsTheWaitForAPythonThatHangs() throws IOException {
    program("a/python3", "touch \"$0.started\"; exec sleep 1000");
    Cancellation cancellation = new Cancellation();
    Thread canceller =
        new Thread(
            () -> {
              while (!Files.exists(folder.resolve("a/python3.started"))) {
                Thread.onSpinWait();
              }
              cancellation.cancel(Cancellation.Cause.TIMED_OUT);
            });
    canceller.start();

    ConnectorException error =
        catchThrowableOfType(ConnectorException.class, () -> finder("a").find(cancellation));

    assertThat(error.kind()).isEqualTo(Kind.TIMED_OUT);
  }

  @Test
  void versionManagersAreLookedThroughAndTheirShimsAreNot() throws IOException {
    Path home = folder.resolve("user");
    for (String place :
        List.of(".pyenv/versions/3.11.7/bin", ".local/share/uv/python/cpython-3.12/bin", "shims")) {
      Files.createDirectories(home.resolve(place));
    }
    Map<String, String> environment = Map.of("PATH", "/one:relative:" + home.resolve("shims"));

    assertThat(new PythonPlaces(environment, home).all())
        .startsWith(Path.of("/one"))
        .contains(
            home.resolve(".pyenv/versions/3.11.7/bin"),
            home.resolve(".local/share/uv/python/cpython-3.12/bin"))
        .doesNotContain(home.resolve("shims"), Path.of("relative"));
  }

  private List<Interpreter> find(String... folders) {
    return finder(folders).find(Cancellation.none());
  }

  private PythonFinder finder(String... folders) {
    return new PythonFinder(
        List.of(folders).stream().map(folder::resolve).toList(), System.getenv());
  }

  /** A program that answers as it is told: a Python that is there, or a shim that is broken. */
  private Path program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
