package org.airbytejdbc.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An executable that plays a scenario, as a real process with the command line of a connector.
 *
 * <p>Filled step by step and written by {@link #write()}; may be changed and written again, for a
 * connector that behaves otherwise at its next run. The steps are told in the script's head.
 */
public final class ScriptedConnector {
  /** What the connector was called with; absent files are JSON null. */
  public record Call(
      String verb, long pid, JsonNode config, JsonNode catalog, JsonNode state, String configPath) {
    /** Names of the streams that a read was asked for, in their order. */
    public List<String> streams() {
      return catalog
          .path("streams")
          .valueStream()
          .map(entry -> entry.path("stream").path("name").asString())
          .toList();
    }
  }

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;
  private final ObjectNode scenario = JSON.createObjectNode();

  /** A connector that lives in its own new folder below {@code parent}, called {@code name}. */
  public ScriptedConnector(Path parent, String name) {
    this.folder = parent.resolve(name);
    scenario.putObject("spec").put("type", "object");
    scenario.putObject("check").put("status", "SUCCEEDED");
    scenario.putArray("streams");
    scenario.putArray("read");
  }

  /** The JSON Schema of its config. */
  public ScriptedConnector spec(String jsonSchema) {
    scenario.set("spec", JSON.readTree(jsonSchema));
    return this;
  }

  /** Its answer to check. */
  public ScriptedConnector check(String connectionStatus) {
    scenario.set("check", JSON.readTree(connectionStatus));
    return this;
  }

  /** A stream of its catalog, as the protocol's JSON. */
  public ScriptedConnector stream(String airbyteStream) {
    ((ArrayNode) scenario.get("streams")).add(JSON.readTree(airbyteStream));
    return this;
  }

  /**
   * A stream with these properties of its JSON Schema, key {@code id} if that is among them,
   * incremental by any cursor.
   */
  public ScriptedConnector stream(String name, String properties) {
    ObjectNode stream = JSON.createObjectNode().put("name", name);
    JsonNode fields = JSON.readTree(properties);
    stream.putObject("json_schema").put("type", "object").set("properties", fields);
    stream.putArray("supported_sync_modes").add("full_refresh").add("incremental");
    stream.put("source_defined_cursor", true);
    if (fields.has("id")) {
      stream.putArray("source_defined_primary_key").addArray().add("id");
    }
    ((ArrayNode) scenario.get("streams")).add(stream);
    return this;
  }

  /** Forgets the streams named so far. */
  public ScriptedConnector noStreams() {
    scenario.putArray("streams");
    return this;
  }

  /** What it does when told to read: JSON of steps, one after the other. */
  public ScriptedConnector read(String... steps) {
    return play("read", steps);
  }

  /** What it does for a verb, instead of answering. */
  public ScriptedConnector play(String verb, String... steps) {
    ArrayNode array = scenario.putArray(verb);
    for (String step : steps) {
      array.add(JSON.readTree(step));
    }
    return this;
  }

  /** Writes program and scenario; returns the executable. */
  public Path write() {
    try (InputStream script =
        ScriptedConnector.class.getResourceAsStream("scripted-connector.py")) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("scenario.json"), JSON.writeValueAsString(scenario));
      Path executable = executable();
      if (!Files.exists(executable)) {
        Path part = folder.resolve("part");
        Files.write(part, java.util.Objects.requireNonNull(script).readAllBytes());
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(part, executable);
      }
      return executable;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program, named as its folder. */
  public Path executable() {
    return folder.resolve(folder.getFileName());
  }

  /** A path in the connector's folder, for the steps that touch or await one. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** All calls so far, oldest first. */
  public List<Call> calls() {
    Path calls = folder.resolve("calls");
    if (!Files.isDirectory(calls)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(calls)) {
      return files.sorted().map(ScriptedConnector::call).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The calls of one verb so far, oldest first. */
  public List<Call> calls(String verb) {
    return calls().stream().filter(call -> call.verb().equals(verb)).toList();
  }

  private static Call call(Path file) {
    JsonNode call = JSON.readTree(file.toFile());
    return new Call(
        call.path("verb").asString(),
        call.path("pid").asLong(),
        call.path("config"),
        call.path("catalog"),
        call.path("state"),
        call.path("configPath").asString(""));
  }
}
