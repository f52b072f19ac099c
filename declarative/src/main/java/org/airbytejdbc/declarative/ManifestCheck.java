package org.airbytejdbc.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.dynamic.DynamicStreams;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Manifest;
import org.airbytejdbc.declarative.retrieve.Streams;

/** The streams that a manifest's check reads from. */
record ManifestCheck(Manifest manifest, Streams streams, DynamicStreams dynamic) {
  /** Throws the failure of the first that cannot be read from. */
  void run() {
    checked().forEach(stream -> streams.open(stream, Map.of()).probe());
  }

  private List<Component> checked() {
    Component check = manifest.root().required("check");
    return switch (check.type()) {
      case "CheckStream" -> named(check);
      case "CheckDynamicStream" -> some(dynamic.all(manifest), check);
      default -> throw check.unknown();
    };
  }

  private List<Component> named(Component check) {
    List<Component> checked = new ArrayList<>();
    for (Object name : check.items("stream_names")) {
      checked.add(find(String.valueOf(name), check));
    }
    for (Component config : check.components("dynamic_streams_check_configs")) {
      String name = config.requiredText("dynamic_stream_name");
      Component template =
          manifest.root().components("dynamic_streams").stream()
              .filter(stream -> stream.text("name").orElse("").equals(name))
              .findFirst()
              .orElseThrow(() -> config.problem("there is no dynamic stream \"" + name + "\""));
      checked.addAll(some(dynamic.made(template), config));
    }
    return checked;
  }

  private Component find(String name, Component check) {
    return dynamic
        .find(manifest, name)
        .orElseThrow(() -> check.problem("there is no stream \"" + name + "\""));
  }

  /** As many as it says, or all. */
  private static List<Component> some(List<Component> found, Component check) {
    if (found.isEmpty()) {
      throw new DeclarativeException(
          Failure.CONFIG_ERROR, check.path() + ": there are no streams to read from");
    }
    return check
        .text("stream_count")
        .map(count -> found.subList(0, Math.min(found.size(), Integer.parseInt(count))))
        .orElse(found);
  }
}
