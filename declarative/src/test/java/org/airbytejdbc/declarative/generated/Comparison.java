package org.airbytejdbc.declarative.generated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.airbytejdbc.declarative.ManifestProgram;
import org.airbytejdbc.declarative.http.LocalApi;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.testing.Background;
import org.jspecify.annotations.Nullable;

/** Reads a scenario twice by both engines, the second time from the state of the first. */
final class Comparison {
  private final Judge judge;
  private final Path folder;

  Comparison(Judge judge, Path folder) {
    this.judge = judge;
    this.folder = folder;
  }

  /** What differs, or nothing. */
  Optional<String> difference(Scenario scenario) {
    Optional<Object> state = Optional.empty();
    for (int round = 1; round <= 2; round++) {
      Optional<Object> from = state;
      int now = round;
      var ours = Background.start(() -> read(scenario, now, from, "here", this::own));
      Answers theirs = read(scenario, now, from, "cdk", judge::run);
      Optional<String> difference = difference(theirs, ours.join());
      if (difference.isPresent()) {
        return Optional.of(
            "read %d from state %s:\n%s"
                .formatted(round, from.map(Json::write).orElse("none"), difference.get()));
      }
      if (theirs.failed()) {
        return Optional.empty();
      }
      state = Optional.of(changed(theirs, scenario.change()));
    }
    return Optional.empty();
  }

  private static Object changed(Answers answers, StateChange change) {
    List<Object> states = new ArrayList<>();
    answers
        .states()
        .forEach(
            (name, value) ->
                states.add(
                    Map.of(
                        "type",
                        "STREAM",
                        "stream",
                        Map.of(
                            "stream_descriptor",
                            Map.of("name", name),
                            "stream_state",
                            change.apply(value)))));
    return states;
  }

  private Answers read(
      Scenario scenario,
      int round,
      Optional<Object> state,
      String engine,
      BiFunction<List<String>, Path, String> run) {
    List<String> requests = Collections.synchronizedList(new ArrayList<>());
    LocalApi.Behaviour behaviour = scenario.api().behaviour(round);
    try (var api =
        new LocalApi(
            asked -> {
              requests.add(new AskedApi(asked).text());
              return behaviour.answer(asked);
            })) {
      Path place = Files.createDirectories(folder.resolve(engine));
      List<String> arguments = new ArrayList<>(List.of("read"));
      arguments.addAll(List.of("--config", file(place, "config.json", Scenario.CONFIG, api)));
      arguments.addAll(List.of("--catalog", file(place, "catalog.json", scenario.catalog(), api)));
      arguments.addAll(
          List.of("--manifest-path", file(place, "manifest.yaml", scenario.manifest(), api)));
      state.ifPresent(
          from -> arguments.addAll(List.of("--state", file(place, "state.json", from, api))));
      Path output = place.resolve("output");
      String status = run.apply(arguments, output);
      return Answers.of(
          status,
          Files.readString(output, StandardCharsets.UTF_8).replace(api.url(), "BASE").lines(),
          compared(requests));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String file(Path place, String name, Object value, LocalApi api) {
    try {
      String text = Json.write(value).replace("BASE", api.url());
      return Files.writeString(place.resolve(name), text, StandardCharsets.UTF_8).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parents are asked for at least once: the CDK's cache of their answers has races. */
  private static List<String> compared(List<String> requests) {
    List<String> compared = new ArrayList<>();
    synchronized (requests) {
      requests.stream().filter(text -> text.contains("parents")).distinct().forEach(compared::add);
      requests.stream().filter(text -> !text.contains("parents")).forEach(compared::add);
    }
    return compared;
  }

  private String own(List<String> arguments, Path output) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    var program = new ManifestProgram(out, Map.of("MOCK_NOW", Judge.NOW));
    try {
      int status =
          Background.start(() -> program.run(arguments.toArray(String[]::new)))
              .orTimeout(20, TimeUnit.SECONDS)
              .exceptionally(
                  failure -> {
                    out.println(failure);
                    return 1;
                  })
              .join();
      Files.write(output, bytes.toByteArray());
      return Integer.toString(status);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream that fails ends here with its first slice that does; the CDK reads its others. */
  private static Optional<String> difference(Answers theirs, Answers ours) {
    var said = new StringBuilder();
    only("only here, a record", ours.records(), theirs.records(), said);
    if (theirs.failed() != ours.failed()) {
      said.append("failed: cdk %s, here %s\n".formatted(theirs.failed(), ours.failed()));
    }
    if (!theirs.failed()) {
      only("only the cdk's record", theirs.records(), ours.records(), said);
      compare("state", theirs.comparedStates(), ours.comparedStates(), said);
      compare("request", theirs.requests(), ours.requests(), said);
    }
    if (said.length() == 0) {
      return Optional.empty();
    }
    theirs.problems().forEach(line -> said.append("cdk said ").append(line).append('\n'));
    ours.problems().forEach(line -> said.append("here said ").append(line).append('\n'));
    return Optional.of(said.toString());
  }

  private static void compare(
      String what, List<String> theirs, List<String> ours, StringBuilder said) {
    only("only the cdk's " + what, theirs, ours, said);
    only("only here, a " + what, ours, theirs, said);
  }

  private static void only(
      String what, List<String> these, List<String> those, StringBuilder said) {
    List<@Nullable String> rest = new ArrayList<>(these);
    those.forEach(rest::remove);
    rest.stream()
        .limit(8)
        .forEach(line -> said.append(what).append(": ").append(line).append('\n'));
  }
}
