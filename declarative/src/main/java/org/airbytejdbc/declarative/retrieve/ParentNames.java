package org.airbytejdbc.declarative.retrieve;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Manifest;

/** The names of the streams that others have their partitions from. */
final class ParentNames {
  private ParentNames() {}

  static Set<String> of(Manifest manifest) {
    Set<String> names = new HashSet<>();
    for (Component stream : manifest.streams()) {
      collect(stream, names);
      stream.components("streams").forEach(inner -> collect(inner, names));
    }
    for (Component dynamic : manifest.root().components("dynamic_streams")) {
      dynamic.component("stream_template").ifPresent(template -> collect(template, names));
      dynamic.component("components_resolver").ifPresent(resolver -> collect(resolver, names));
    }
    return Set.copyOf(names);
  }

  private static void collect(Component stream, Set<String> names) {
    for (String variant : List.of("full_refresh_stream", "incremental_stream")) {
      stream.component(variant).ifPresent(inner -> collect(inner, names));
    }
    stream.component("retriever").stream()
        .flatMap(retriever -> retriever.components("partition_router").stream())
        .forEach(router -> collectFromRouter(router, names));
  }

  private static void collectFromRouter(Component router, Set<String> names) {
    router.components("partition_routers").forEach(inner -> collectFromRouter(inner, names));
    router
        .component("underlying_partition_router")
        .ifPresent(inner -> collectFromRouter(inner, names));
    for (Component config : router.components("parent_stream_configs")) {
      Optional<Component> parent = config.component("stream");
      parent.flatMap(stream -> stream.text("name")).ifPresent(names::add);
      parent.ifPresent(stream -> collect(stream, names));
    }
  }
}
