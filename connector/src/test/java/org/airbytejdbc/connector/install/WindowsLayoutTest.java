package org.airbytejdbc.connector.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.PipRequirements;
import org.airbytejdbc.connector.launch.ProgramPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders as they are on Windows: {@code Scripts}, {@code .exe}, spaces in names. */
class WindowsLayoutTest {
  @TempDir Path folder;

  @Test
  void anEnvironmentHasItsProgramsInScripts() throws IOException {
    Path environment = folder.resolve("a user/python/airbyte-source-tiny-newest");
    Path python = program(environment.resolve("Scripts/python.exe"), "");
    Path connector = program(environment.resolve("Scripts/source-tiny.exe"), "");

    assertThat(EnvironmentFiles.python(environment)).isEqualTo(python);
    assertThat(EnvironmentFiles.program(environment, "source-tiny")).hasValue(connector);
    assertThat(EnvironmentFiles.program(environment, "source-other")).isEmpty();
  }

  @Test
  void theInstallersGetItsPythonAsOneWordWhateverItsName() throws IOException {
    Path environment = folder.resolve("a user/environment");
    Path python = program(environment.resolve("Scripts/python.exe"), "");

    assertThat(new Uv("C:/Program Files/uv.exe").install(List.of("x"), environment))
        .startsWith("C:/Program Files/uv.exe")
        .contains(python.toString());
    assertThat(new Pip().install(List.of("x"), environment)).startsWith(python.toString());
  }

  @Test
  void programsOnThePathAreCalledWithoutTheirEndings() throws IOException {
    Path faker = program(folder.resolve("my programs/source-faker.exe"), "");
    Path shop = program(folder.resolve("my programs/source-shop.CMD"), "");
    ProgramPath path = ProgramPath.of(Map.of("Path", folder.resolve("my programs").toString()));

    assertThat(path.find("source-faker")).hasValue(faker);
    assertThat(path.matching(Pattern.compile("source-[a-z]+"))).containsExactly(faker, shop);
    assertThat(List.of(ProgramPath.name(faker), ProgramPath.name(shop)))
        .containsExactly("source-faker", "source-shop");
  }

  @Test
  void pythonsAreFoundInTheUsersApplicationData() throws IOException {
    Path python =
        program(
            folder.resolve("AppData/Local/Programs/Python/Python311/python.exe"), "echo 3.11.4");
    // The store's stub, which is on every PATH and is no Python.
    program(folder.resolve("AppData/Local/Microsoft/WindowsApps/python.exe"), "exit 9");
    Map<String, String> environment =
        Map.of("Path", folder.resolve("AppData/Local/Microsoft/WindowsApps").toString());

    List<Path> places =
        new PythonPlaces(environment, folder)
            .all().stream().filter(place -> place.startsWith(folder)).toList();
    List<Interpreter> found = new PythonFinder(places, System.getenv()).find(Cancellation.none());

    assertThat(found)
        .containsExactly(new Interpreter(python.toRealPath(), new PythonVersion(3, 11, 4)));
  }

  @Test
  void aFolderIsNamedWithoutWhatWindowsForbids() {
    PythonPackage wanted =
        new PythonPackage(
            "airbyte-source-tiny",
            "source-tiny",
            Optional.empty(),
            Optional.of(Path.of("C:/Python 311/python.exe")),
            Optional.of(new PipRequirements(List.of("git+https://x/y@main?a=b", "tiny<2"))),
            Optional.empty());

    assertThat(wanted.folderName()).matches("[a-z0-9.-]{1,100}");
  }

  private static Path program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
