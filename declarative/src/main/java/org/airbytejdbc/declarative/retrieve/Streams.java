package org.airbytejdbc.declarative.retrieve;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.cursor.Cursor;
import org.airbytejdbc.declarative.cursor.Cursors;
import org.airbytejdbc.declarative.cursor.StateMigrations;
import org.airbytejdbc.declarative.decode.Decoders;
import org.airbytejdbc.declarative.expression.IsoDuration;
import org.airbytejdbc.declarative.extract.RecordExtractor;
import org.airbytejdbc.declarative.extract.RecordSelector;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Manifest;
import org.airbytejdbc.declarative.paging.NoPagination;
import org.airbytejdbc.declarative.paging.Paginator;
import org.airbytejdbc.declarative.partition.ParentRecords;
import org.airbytejdbc.declarative.partition.ParentRecords.ParentRecord;
import org.airbytejdbc.declarative.partition.PartitionRouter;
import org.airbytejdbc.declarative.partition.PartitionRouters;
import org.airbytejdbc.declarative.request.Requesters;
import org.airbytejdbc.declarative.schema.SchemaLoaders;
import org.airbytejdbc.declarative.transform.Normalization;
import org.airbytejdbc.declarative.transform.Transformation;
import org.airbytejdbc.declarative.transform.Transformations;
import org.jspecify.annotations.Nullable;

/**
 * Makes streams that can be read out of their components.
 *
 * @param parents the names of the streams that are parents: their answers are kept
 * @param jobs as many as an API may be doing at once
 */
public record Streams(Runtime runtime, Requesters requesters, Set<String> parents, Semaphore jobs) {
  public static Streams of(Manifest manifest, Runtime runtime, Requesters requesters) {
    int jobs =
        manifest
            .root()
            .expression("max_concurrent_async_job_count")
            .map(count -> Integer.parseInt(PythonText.of(count.value(runtime.scope()))))
            .orElse(1);
    return new Streams(
        runtime, requesters, ParentNames.of(manifest), new Semaphore(Math.max(1, jobs)));
  }

  /** The records of a retriever that stands for itself, of all its partitions. */
  public Iterator<ParentRecord> records(Component retriever) {
    Component alone =
        new Component(
            Map.of("type", "DeclarativeStream", "retriever", retriever.fields()), retriever.path());
    return open(alone, Map.of()).records();
  }

  /** What the stream's records look like; may ask the API. */
  public Map<String, @Nullable Object> schema(Component stream) {
    return new SchemaLoaders(runtime, this::records).load(stream);
  }

  /** The stream, to be read from that state on; without one, from the beginning. */
  public DeclarativeStream open(Component stream, Map<String, @Nullable Object> given) {
    if (stream.type().equals("StateDelegatingStream")) {
      return delegated(stream, given);
    }
    if (!stream.type().equals("DeclarativeStream")) {
      throw stream.unknown();
    }
    stream.refuse("file_uploader");
    Component retriever = stream.required("retriever");
    retriever.refuse("page_size_reduction", "request_window_splitting");
    Map<String, @Nullable Object> state = StateMigrations.migrate(given, stream, runtime);
    PartitionRouter router =
        new PartitionRouters(runtime, config -> parent(config, state)).of(retriever);
    Optional<Component> sync = stream.component("incremental_sync");
    Cursor cursor = Cursors.read(sync, router, state, runtime);
    String name = StreamCatalog.name(stream, runtime);
    return new DeclarativeStream(name, retriever(stream, name, retriever, sync), cursor);
  }

  private Retriever retriever(
      Component stream, String name, Component retriever, Optional<Component> sync) {
    Component selector = retriever.required("record_selector");
    return switch (retriever.type()) {
      case "SimpleRetriever" ->
          new SimpleRetriever(
              requesters.read(
                  PropertyRequests.rewritten(retriever.required("requester")),
                  name,
                  parents.contains(name)),
              retriever.component("decoder").map(Decoders::read).orElseGet(Decoders::json),
              selector(
                  stream, selector, RecordExtractor.read(selector.required("extractor")), sync),
              paginator(retriever, "paginator"),
              retriever
                  .component("pagination_reset")
                  .map(PaginationReset::read)
                  .orElse(PaginationReset.NONE),
              new PropertyRequests(this).read(retriever.required("requester"), stream),
              retriever.flag("ignore_stream_slicer_parameters_on_paginated_requests", false),
              runtime.scope());
      case "AsyncRetriever" ->
          new AsyncRetrievers(runtime, requesters, jobs)
              .read(
                  retriever,
                  name,
                  extractor -> selector(stream, selector, extractor, sync),
                  paginator(retriever, "download_paginator"));
      default -> throw retriever.unknown();
    };
  }

  private Paginator paginator(Component retriever, String field) {
    return retriever
        .component(field)
        .map(paginator -> Paginator.read(paginator, runtime))
        .orElseGet(NoPagination::new);
  }

  /** Without a state, or with one that is older than what the API remembers, all is read. */
  private DeclarativeStream delegated(Component stream, Map<String, @Nullable Object> state) {
    Component incremental = stream.required("incremental_stream");
    if (state.isEmpty() || isForgotten(stream, incremental, state)) {
      return open(stream.required("full_refresh_stream"), Map.of());
    }
    return open(incremental, state);
  }

  private boolean isForgotten(
      Component stream, Component incremental, Map<String, @Nullable Object> state) {
    return stream
        .text("api_retention_period")
        .map(IsoDuration::parse)
        .flatMap(
            period ->
                Cursors.reached(incremental.required("incremental_sync"), state, runtime)
                    .map(time -> time.isBefore(Cursors.before(runtime.clock(), period))))
        .orElse(false);
  }

  private ParentRecords parent(Component config, Map<String, @Nullable Object> childState) {
    Component stream = config.required("stream");
    boolean incremental = config.flag("incremental_dependency", false);
    return open(
        stream,
        incremental
            ? ParentState.of(
                StreamCatalog.name(stream, runtime),
                stream.component("incremental_sync").map(sync -> Cursors.field(sync, runtime)),
                childState)
            : Map.of());
  }

  private RecordSelector selector(
      Component stream, Component selector, RecordExtractor extractor, Optional<Component> sync) {
    List<Transformation> transformations =
        stream.components("transformations").stream()
            .map(component -> Transformations.read(component, runtime))
            .toList();
    boolean clientSide =
        sync.filter(cursor -> cursor.flag("is_client_side_incremental", false)).isPresent();
    return new RecordSelector(
        extractor,
        selector.component("record_filter").flatMap(filter -> filter.expression("condition")),
        transformations,
        selector.flag("transform_before_filtering", clientSide),
        Normalization.read(selector, schema(stream)),
        runtime.tracer(),
        selector.path());
  }
}
