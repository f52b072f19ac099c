package org.airbytejdbc.declarative.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Responses to requests that are made again and again, as those for the parents of streams: good
 * answers to GET, by the stream and the whole request. Bounded in bytes; the same request is sent
 * once at a time. Thread-safe.
 */
public final class ResponseCache {
  private static final int OK = 200;

  /** About what the headers and the request take. */
  private static final int HEAD = 2 << 10;

  private record Key(String stream, Request request) {}

  private final Cache<Key, Response> responses;
  private final ConcurrentMap<Key, CompletableFuture<Response>> underway =
      new ConcurrentHashMap<>();

  public ResponseCache(long bytes) {
    this.responses =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key key, Response response) -> HEAD + response.body().length)
            .build();
  }

  /** The transport, asked only for what is not here of that stream. Closing it closes nothing. */
  public Transport before(Transport transport, String stream) {
    return new Transport() {
      @Override
      public Response send(Request request) {
        return request.method().equals("GET")
            ? ResponseCache.this.send(new Key(stream, request), transport)
            : transport.send(request);
      }

      @Override
      public void close() {}
    };
  }

  private Response send(Key key, Transport transport) {
    Response kept = responses.getIfPresent(key);
    if (kept != null) {
      return kept;
    }
    CompletableFuture<Response> mine = new CompletableFuture<>();
    CompletableFuture<Response> others = underway.putIfAbsent(key, mine);
    return others == null ? sendFirst(key, transport, mine) : wait(others, key.request, transport);
  }

  private Response sendFirst(Key key, Transport transport, CompletableFuture<Response> mine) {
    try {
      Response response = transport.send(key.request);
      if (response.status() == OK) {
        responses.put(key, response);
      }
      mine.complete(response);
      return response;
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underway.remove(key, mine);
    }
  }

  /** What failed for another thread may go well for this one. */
  private static Response wait(
      CompletableFuture<Response> others, Request request, Transport transport) {
    try {
      Response response = others.join();
      return response.status() == OK ? response : transport.send(request);
    } catch (CompletionException e) {
      return transport.send(request);
    }
  }
}
