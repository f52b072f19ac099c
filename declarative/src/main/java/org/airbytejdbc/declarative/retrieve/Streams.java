package org.airbytejdbc.declarative.retrieve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.cursor.Cursor;
import org.airbytejdbc.declarative.cursor.Cursors;
import org.airbytejdbc.declarative.decode.Decoders;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.extract.RecordExtractor;
import org.airbytejdbc.declarative.extract.RecordSelector;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.paging.NoPagination;
import org.airbytejdbc.declarative.paging.Paginator;
import org.airbytejdbc.declarative.partition.ParentRecords;
import org.airbytejdbc.declarative.partition.PartitionRouter;
import org.airbytejdbc.declarative.partition.PartitionRouters;
import org.airbytejdbc.declarative.request.Requesters;
import org.airbytejdbc.declarative.transform.Normalization;
import org.airbytejdbc.declarative.transform.Transformation;
import org.airbytejdbc.declarative.transform.Transformations;
import org.jspecify.annotations.Nullable;

/** Makes streams that can be read out of their components. */
public record Streams(Runtime runtime, Requesters requesters) {
  /** The stream, to be read from that state on; without one, from the beginning. */
  public DeclarativeStream open(Component stream, Map<String, @Nullable Object> state) {
    if (stream.type().equals("StateDelegatingStream")) {
      return open(
          stream.required(state.isEmpty() ? "full_refresh_stream" : "incremental_stream"), state);
    }
    if (!stream.type().equals("DeclarativeStream")) {
      throw stream.unknown();
    }
    Component retriever = stream.required("retriever");
    if (!retriever.type().equals("SimpleRetriever")) {
      throw retriever.unknown();
    }
    Map<String, @Nullable Object> parents = object(state.get("parent_state"));
    PartitionRouter router =
        new PartitionRouters(runtime, config -> parent(config, parents))
            .read(retriever.components("partition_router"));
    Optional<Component> sync = stream.component("incremental_sync");
    Cursor cursor = Cursors.read(sync, router, state, runtime);
    return new DeclarativeStream(
        StreamCatalog.name(stream, runtime),
        new SimpleRetriever(
            requesters.read(retriever.required("requester")),
            retriever.component("decoder").map(Decoders::read).orElseGet(Decoders::json),
            selector(stream, retriever.required("record_selector"), sync),
            retriever
                .component("paginator")
                .map(paginator -> Paginator.read(paginator, runtime))
                .orElseGet(NoPagination::new),
            retriever.flag("ignore_stream_slicer_parameters_on_paginated_requests", false),
            runtime.scope()),
        cursor);
  }

  private ParentRecords parent(Component config, Map<String, @Nullable Object> states) {
    Component stream = config.required("stream");
    boolean incremental = config.flag("incremental_dependency", false);
    Object state = states.get(StreamCatalog.name(stream, runtime));
    return open(stream, incremental ? object(state) : Map.of());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> ? (Map<String, @Nullable Object>) value : Map.of();
  }

  private RecordSelector selector(Component stream, Component selector, Optional<Component> sync) {
    List<Transformation> transformations =
        Stream.concat(
                stream.components("transformations").stream()
                    .map(component -> Transformations.read(component, runtime)),
                Stream.of(Normalization.read(selector, StreamCatalog.schema(stream))))
            .toList();
    boolean clientSide =
        sync.filter(cursor -> cursor.flag("is_client_side_incremental", false)).isPresent();
    return new RecordSelector(
        RecordExtractor.read(selector.required("extractor")),
        selector.component("record_filter").flatMap(filter -> filter.expression("condition")),
        transformations,
        selector.flag("transform_before_filtering", clientSide));
  }

  Scope scope() {
    return runtime.scope();
  }
}
