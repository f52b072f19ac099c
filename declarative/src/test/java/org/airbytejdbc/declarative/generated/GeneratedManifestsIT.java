package org.airbytejdbc.declarative.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.airbytejdbc.testing.Background;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Manifests that are made up of components by a seed (pages × cursors × partitions × errors) answer
 * as they do in Airbyte's CDK: the same records, states and requests, also when they are read again
 * from a state, be it of an older form. {@code -Dmanifests.seeds=1000} takes so many seeds, {@code
 * -Dmanifests.first=36} begins with that one. What differs is told with the simplest manifest that
 * differs so.
 */
class GeneratedManifestsIT {
  private static final int AT_ONCE = 3;

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void generatedManifestsAnswerAsInTheCdk(@TempDir Path folder) throws Exception {
    long first = Long.getLong("manifests.first", 1);
    int count = Integer.getInteger("manifests.seeds", 20);
    try (Judge judge = Judge.start()) {
      var workers =
          LongStream.range(0, AT_ONCE)
              .mapToObj(
                  worker ->
                      Background.start(
                          () -> {
                            var comparison =
                                new Comparison(judge, folder.resolve("worker" + worker));
                            return LongStream.range(first, first + count)
                                .filter(seed -> seed % AT_ONCE == worker)
                                .mapToObj(seed -> failure(comparison, seed))
                                .flatMap(Optional::stream)
                                .toList();
                          }))
              .toList();
      assertThat(workers.stream().flatMap(worker -> worker.join().stream())).isEmpty();
    }
  }

  /** What to know of a seed by which the engines differ. */
  private static Optional<String> failure(Comparison comparison, long seed) {
    Choices choices = Choices.ofSeed(seed);
    if (comparison.difference(Scenario.of(choices)).isEmpty()) {
      return Optional.empty();
    }
    List<Integer> simplest =
        new Shrinking(
                changed -> comparison.difference(Scenario.of(Choices.of(changed))).isPresent())
            .simplest(choices.made());
    Scenario scenario = Scenario.of(Choices.of(simplest));
    String manifest = new YAMLMapper().writeValueAsString(scenario.manifest());
    return comparison
        .difference(scenario)
        .map(
            difference ->
                "seed %d, %s, state %s\n%s%s"
                    .formatted(seed, scenario.api(), scenario.change(), manifest, difference));
  }
}
