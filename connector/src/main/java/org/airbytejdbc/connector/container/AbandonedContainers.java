package org.airbytejdbc.connector.container;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes the containers of JVMs that died before they could. */
final class AbandonedContainers {
  private AbandonedContainers() {}

  /** Removes those of this machine that nobody owns any more; those of others are left alone. */
  static void clear(Engine engine) {
    engine
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
                    .filter(Owner::isDead)
                    .isPresent())
        .forEach(container -> engine.remove(container.getId()));
  }
}
