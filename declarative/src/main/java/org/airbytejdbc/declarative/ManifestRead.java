package org.airbytejdbc.declarative;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.cursor.Cursors;
import org.airbytejdbc.declarative.dynamic.DynamicStreams;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Manifest;
import org.airbytejdbc.declarative.retrieve.StreamCatalog;
import org.airbytejdbc.declarative.retrieve.Streams;
import org.jspecify.annotations.Nullable;

/**
 * The streams of a catalog, read side by side as far as the manifest allows.
 *
 * @param name the connector's
 */
record ManifestRead(
    String name, Manifest manifest, Runtime runtime, Streams streams, DynamicStreams dynamic) {
  /** Blocks until all are read; then throws the first failure of a stream, if there was one. */
  void read(ReadRequest request, Messages messages) {
    Map<String, Map<String, @Nullable Object>> states = states(request.state());
    Map<String, Component> known = known(request);
    List<StreamRead> reads =
        request.catalog().streams().stream()
            .map(configured -> stream(configured, known, states, messages))
            .toList();
    new SideBySide(name, Concurrency.of(manifest.root(), runtime.scope()))
        .read(StreamGroups.read(manifest.root(), runtime).of(reads));
    for (StreamRead read : reads) {
      read.failure()
          .ifPresent(
              failure -> {
                throw failure;
              });
    }
  }

  private StreamRead stream(
      ConfiguredStream configured,
      Map<String, Component> known,
      Map<String, Map<String, @Nullable Object>> states,
      Messages messages) {
    String stream = configured.stream().name().name();
    return new StreamRead(
        () -> {
          Component component = component(stream, known);
          checkCursor(component, configured);
          return streams.open(component, states.getOrDefault(stream, Map.of()));
        },
        new ReadMessages(stream, runtime.clock().millis()),
        messages,
        runtime.cancellation());
  }

  /** Where a catalog may choose another cursor, it must have chosen the manifest's. */
  private void checkCursor(Component stream, ConfiguredStream configured) {
    stream
        .component("incremental_sync")
        .filter(sync -> sync.flag("allow_catalog_defined_cursor_field", false))
        .filter(sync -> !configured.cursorField().isEmpty())
        .filter(sync -> !configured.cursorField().equals(List.of(Cursors.field(sync, runtime))))
        .ifPresent(
            sync -> {
              throw sync.problem("a cursor_field that the catalog chooses is not supported");
            });
  }

  /** By name; those of templates only where one of the others is asked for. */
  private Map<String, Component> known(ReadRequest request) {
    Map<String, Component> known = byName(dynamic.listed(manifest));
    boolean all =
        request.catalog().streams().stream()
            .allMatch(configured -> known.containsKey(configured.stream().name().name()));
    return all ? known : byName(dynamic.all(manifest));
  }

  private Map<String, Component> byName(List<Component> found) {
    Map<String, Component> byName = new LinkedHashMap<>();
    found.forEach(stream -> byName.putIfAbsent(StreamCatalog.name(stream, runtime), stream));
    return byName;
  }

  private static Component component(String stream, Map<String, Component> known) {
    Component component = known.get(stream);
    if (component == null) {
      throw unknown(stream);
    }
    return component;
  }

  static DeclarativeException unknown(String stream) {
    return new DeclarativeException(Failure.CONFIG_ERROR, "The manifest has no stream " + stream);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, @Nullable Object>> states(StateInput state) {
    Map<String, Map<String, @Nullable Object>> states = new LinkedHashMap<>();
    if (state instanceof StateInput.Typed typed) {
      for (String json : typed.states()) {
        if (Json.readObject(json).get("stream") instanceof Map<?, ?> stream
            && stream.get("stream_descriptor") instanceof Map<?, ?> descriptor
            && stream.get("stream_state") instanceof Map<?, ?> value) {
          states.put(String.valueOf(descriptor.get("name")), (Map<String, @Nullable Object>) value);
        }
      }
    }
    return states;
  }
}
