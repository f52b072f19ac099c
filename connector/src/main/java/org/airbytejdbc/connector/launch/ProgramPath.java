package org.airbytejdbc.connector.launch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of PATH, as the shell looks through them. Relative ones are left out. */
public record ProgramPath(List<Path> folders) {
  private static final List<String> ENDINGS = List.of("", ".exe", ".cmd");

  public ProgramPath {
    folders = List.copyOf(folders);
  }

  /** That of an environment; Windows spells it {@code Path}. */
  public static ProgramPath of(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    return new ProgramPath(
        Arrays.stream(path.split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .flatMap(ProgramPath::parsed)
            .filter(Path::isAbsolute)
            .toList());
  }

  /** The first program of that name. */
  public Optional<Path> find(String name) {
    return folders.stream()
        .flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(name + ending)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Stream<Path> parsed(String folder) {
    try {
      return Stream.of(Path.of(folder));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }
}
