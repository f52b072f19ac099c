package org.airbytejdbc.connector.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

  /** The programs whose names match, the first of each name. */
  public List<Path> matching(Pattern names) {
    Map<String, Path> found = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> names.matcher(name(file)).matches())
            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
            .forEach(file -> found.putIfAbsent(name(file), file));
      } catch (IOException unreadable) {
        // A shell looks on in the next folder, too.
      }
    }
    return List.copyOf(found.values());
  }

  /** What a program is called by: on Windows without the ending of its file. */
  public static String name(Path program) {
    String file = program.getFileName().toString();
    return ENDINGS.stream()
        .filter(ending -> !ending.isEmpty() && file.toLowerCase(Locale.ROOT).endsWith(ending))
        .findFirst()
        .map(ending -> file.substring(0, file.length() - ending.length()))
        .orElse(file);
  }

  private static Stream<Path> parsed(String folder) {
    try {
      return Stream.of(Path.of(folder));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }
}
