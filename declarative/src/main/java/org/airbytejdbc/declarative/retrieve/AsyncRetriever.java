package org.airbytejdbc.declarative.retrieve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.airbytejdbc.declarative.cursor.Cursor;
import org.airbytejdbc.declarative.decode.Decoder;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.extract.RecordExtractor;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.Requester;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.partition.Chained;
import org.airbytejdbc.declarative.retrieve.AsyncJob.Polled;
import org.jspecify.annotations.Nullable;

/**
 * Reads a slice as the files that a job of the API makes of it. Immutable, for any thread.
 *
 * @param jobs as many as may run at once
 * @param targets finds the addresses of the files in an answer; empty where there is but one file
 * @param targetRequester asks for that answer; empty where it is the last one about the job
 * @param download reads a file, with its {@code download_target} in the scope
 * @param delete is told when the files were read
 */
record AsyncRetriever(
    AsyncJob job,
    Semaphore jobs,
    Optional<Requester> targetRequester,
    Optional<RecordExtractor> targets,
    Decoder decoder,
    Function<Scope, Retriever> download,
    Optional<Requester> delete,
    Scope scope)
    implements Retriever {
  @Override
  public Iterator<List<Map<String, @Nullable Object>>> pages(StreamSlice slice, Cursor cursor) {
    Scope sliced = scope.with("stream_slice", slice);
    return new Chained<>(List.of(sliced).iterator(), begun -> files(begun, slice, cursor));
  }

  private Iterator<List<Map<String, @Nullable Object>>> files(
      Scope sliced, StreamSlice slice, Cursor cursor) {
    Optional<Polled> done = finished(sliced);
    if (done.isEmpty()) {
      return Collections.emptyIterator();
    }
    Iterator<List<Map<String, @Nullable Object>>> pages =
        new Chained<>(
            addresses(done.get()).iterator(),
            address ->
                download
                    .apply(done.get().scope().with("download_target", address))
                    .pages(slice, new Uninjected(cursor)));
    return new Iterator<>() {
      private boolean deleted;

      @Override
      public boolean hasNext() {
        boolean more = pages.hasNext();
        if (!more && !deleted) {
          deleted = true;
          delete.ifPresent(requester -> AsyncJob.response(requester, done.get().scope()));
        }
        return more;
      }

      @Override
      public List<Map<String, @Nullable Object>> next() {
        return pages.next();
      }
    };
  }

  private Optional<Polled> finished(Scope sliced) {
    try {
      jobs.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    try {
      return job.run(sliced);
    } finally {
      jobs.release();
    }
  }

  private List<String> addresses(Polled done) {
    if (targets.isEmpty()) {
      return List.of("");
    }
    Response told =
        targetRequester
            .map(requester -> AsyncJob.response(requester, done.scope()))
            .orElse(done.response());
    List<String> addresses = new ArrayList<>();
    decoder
        .decode(told)
        .forEachRemaining(
            body ->
                targets
                    .get()
                    .extract(body, done.scope())
                    .forEach(address -> addresses.add(PythonText.of(address))));
    return addresses;
  }
}
