package org.airbytejdbc.declarative.retrieve;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.decode.Decoder;
import org.airbytejdbc.declarative.decode.Decoders;
import org.airbytejdbc.declarative.extract.RecordExtractor;
import org.airbytejdbc.declarative.extract.RecordSelector;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.Requester;
import org.airbytejdbc.declarative.http.Waiting;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.paging.Paginator;
import org.airbytejdbc.declarative.request.Requesters;

/** Reads an {@code AsyncRetriever}. */
record AsyncRetrievers(Runtime runtime, Requesters requesters, Semaphore jobs) {
  private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(60);

  /**
   * @param selectors makes the selector of the stream's records out of what finds them in a file
   */
  AsyncRetriever read(
      Component retriever,
      String stream,
      Function<RecordExtractor, RecordSelector> selectors,
      Paginator paginator) {
    Decoder decoder = retriever.component("decoder").map(Decoders::read).orElseGet(Decoders::json);
    AsyncJob job =
        new AsyncJob(
            requester(retriever.required("creation_requester"), stream),
            requester(retriever.required("polling_requester"), stream),
            optional(retriever, "abort_requester", stream),
            decoder,
            RecordExtractor.read(retriever.required("status_extractor")),
            AsyncStatus.byWord(retriever.required("status_mapping")),
            number(retriever, "polling_job_timeout").map(Duration::ofMinutes).orElse(USUAL_TIMEOUT),
            number(retriever, "failed_retry_wait_time_in_seconds")
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO),
            new Waiting(runtime.cancellation()));
    Optional<Component> found = retriever.component("download_extractor");
    Optional<Component> table =
        found.filter(extractor -> extractor.type().equals("ResponseToFileExtractor"));
    Decoder files =
        table.isPresent()
            ? Decoders.table(table.get().flag("preserve_na_values", false))
            : retriever.component("download_decoder").map(Decoders::read).orElseGet(Decoders::json);
    RecordSelector selector =
        selectors.apply(
            found
                .filter(extractor -> table.isEmpty())
                .map(RecordExtractor::read)
                .orElseGet(RecordExtractor::whole));
    Requester download = requester(retriever.required("download_requester"), stream);
    return new AsyncRetriever(
        job,
        jobs,
        optional(retriever, "download_target_requester", stream),
        retriever.component("download_target_extractor").map(RecordExtractor::read),
        decoder,
        scope ->
            new SimpleRetriever(
                download,
                files,
                selector,
                paginator,
                PaginationReset.NONE,
                Optional.empty(),
                false,
                scope),
        optional(retriever, "delete_requester", stream),
        runtime.scope());
  }

  private Requester requester(Component requester, String stream) {
    return requesters.read(requester, stream, false);
  }

  private Optional<Requester> optional(Component retriever, String field, String stream) {
    return retriever.component(field).map(found -> requester(found, stream));
  }

  private Optional<Long> number(Component retriever, String field) {
    return retriever
        .expression(field)
        .map(text -> PythonText.of(text.value(runtime.scope())))
        .map(
            text -> {
              try {
                return Long.valueOf(text);
              } catch (NumberFormatException e) {
                throw retriever.problem(field + " is no whole number");
              }
            });
  }
}
