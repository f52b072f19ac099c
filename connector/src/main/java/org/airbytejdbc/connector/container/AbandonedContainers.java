package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Removes the containers of JVMs that died before they could. */
final class AbandonedContainers {
  private AbandonedContainers() {}

  /**
   * Removes those of this machine that nobody owns any more; those of others are left alone. What
   * the engine refuses is left to the next run, as this one needs none of it.
   */
  static void clear(Engine engine) {
    try {
      list(engine).forEach(container -> engine.remove(container.getId()));
    } catch (DockerException refused) {
      // the next run looks again
    }
  }

  private static Stream<Container> list(Engine engine) {
    Owner self = Owner.self();
    return engine
        .client()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of(Owner.MACHINE))
        .exec()
        .stream()
        .filter(
            container ->
                Optional.<Map<String, String>>ofNullable(container.getLabels())
                    .flatMap(Owner::of)
                    .filter(owner -> owner.isDeadBeside(self))
                    .isPresent());
  }
}
