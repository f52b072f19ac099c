package org.airbytejdbc.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Where data, environments and caches of the benchmarks live; kept between runs. */
record WorkFolder(Path root) {
  Path path(String name) throws IOException {
    Files.createDirectories(root);
    return root.resolve(name).toAbsolutePath();
  }

  /** A file that is made once, whole or not at all. */
  Path once(String name, Callable<Path> maker) throws Exception {
    Path file = path(name);
    if (!Files.exists(file)) {
      Files.move(maker.call(), file);
    }
    return file;
  }

  /** An executable shell script. */
  Path script(String name, String text) throws IOException {
    Path file = path(name);
    // One that was written again would pass for another connector, whose streams are to be read.
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  /** A Python environment with one package, made once. */
  Path python(String packageName) throws Exception {
    Path environment = path("venv-" + packageName);
    Path marker = environment.resolve("ready");
    if (!Files.exists(marker)) {
      run(List.of("python3", "-m", "venv", "--clear", environment.toString()));
      run(List.of(environment.resolve("bin/pip").toString(), "install", "-q", packageName));
      Files.createFile(marker);
    }
    return environment.resolve("bin");
  }

  /** Runs to the end; fails with what the command said. Returns its standard output. */
  String run(List<String> command) throws Exception {
    Path errors = path("last-errors.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    // Connectors start two seconds slower without their compiled files.
    builder.environment().remove("PYTHONDONTWRITEBYTECODE");
    builder.environment().put("AIRBYTE_OFFLINE_MODE", "1");
    builder.environment().put("DO_NOT_TRACK", "1");
    builder.directory(root.toFile());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed: " + output + Files.readString(errors));
    }
    return output;
  }

  /** The command line of a program of this class path in a JVM of its own. */
  static List<String> java(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Deletes a cache and what lies beside it. */
  static void deleteCache(Path file) throws IOException {
    try (var files = Files.list(file.getParent())) {
      for (Path each : files.filter(f -> f.toString().startsWith(file.toString())).toList()) {
        deleteTree(each);
      }
    }
  }

  private static void deleteTree(Path tree) throws IOException {
    if (Files.isDirectory(tree)) {
      try (var files = Files.list(tree)) {
        for (Path each : files.toList()) {
          deleteTree(each);
        }
      }
    }
    Files.deleteIfExists(tree);
  }
}
