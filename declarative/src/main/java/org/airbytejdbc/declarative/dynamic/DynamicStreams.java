package org.airbytejdbc.declarative.dynamic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Manifest;
import org.airbytejdbc.declarative.partition.ParentRecords.ParentRecord;
import org.airbytejdbc.declarative.retrieve.StreamCatalog;
import org.jspecify.annotations.Nullable;

/** Finds all streams of a manifest: those listed, those on a condition, and those of templates. */
public final class DynamicStreams {
  private final Runtime runtime;
  private final StreamSources sources;

  /**
   * @param records reads the records of a retriever
   */
  public DynamicStreams(Runtime runtime, Function<Component, Iterator<ParentRecord>> records) {
    this.runtime = runtime;
    this.sources = new StreamSources(runtime, records);
  }

  /** The streams; may ask the API. */
  public List<Component> all(Manifest manifest) {
    List<Component> streams = new ArrayList<>(listed(manifest));
    Set<String> names = new HashSet<>();
    for (Component dynamic : manifest.root().components("dynamic_streams")) {
      for (Component stream : made(dynamic)) {
        if (!names.add(stream.text("name").orElse(""))) {
          throw dynamic.problem(
              "two of its streams have the same name, " + stream.text("name").orElse(""));
        }
        streams.add(stream);
      }
    }
    return streams;
  }

  /** The stream of that name; those of templates are looked through last, as that asks the API. */
  public Optional<Component> find(Manifest manifest, String name) {
    return named(listed(manifest), name).or(() -> named(all(manifest), name));
  }

  private Optional<Component> named(List<Component> streams, String name) {
    return streams.stream()
        .filter(stream -> StreamCatalog.name(stream, runtime).equals(name))
        .findFirst();
  }

  /** Those that need no request to be known. */
  public List<Component> listed(Manifest manifest) {
    List<Component> streams = new ArrayList<>();
    for (Component stream : manifest.streams()) {
      if (!stream.type().equals("ConditionalStreams")) {
        streams.add(stream);
      } else if (stream.requiredExpression("condition").test(runtime.scope())) {
        streams.addAll(stream.components("streams"));
      }
    }
    return streams;
  }

  /** The streams of one template. */
  public List<Component> made(Component dynamic) {
    if (!dynamic.type().equals("DynamicDeclarativeStream")) {
      throw dynamic.unknown();
    }
    Component resolver = dynamic.required("components_resolver");
    List<ComponentMapping> mappings =
        resolver.components("components_mapping").stream()
            .map(mapping -> ComponentMapping.read(mapping, resolver))
            .toList();
    Map<String, @Nullable Object> template = dynamic.required("stream_template").fields();
    boolean outerFirst = dynamic.flag("use_parent_parameters", true);
    List<Component> streams = new ArrayList<>();
    for (Scope scope : sources.find(resolver)) {
      Map<String, @Nullable Object> copy = Json.readObject(Json.write(template));
      mappings.forEach(mapping -> mapping.apply(copy, scope));
      streams.add(Manifest.stream(copy, outerFirst, dynamic.path() + ".stream_template"));
    }
    return streams;
  }
}
