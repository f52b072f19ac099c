package org.airbytejdbc.declarative.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Composes a request, authenticates it, sends it as often as its error handler says, and judges the
 * response. Thread-safe.
 */
public interface Requester {
  /**
   * Blocks, also while it waits to try again. Throws a {@link
   * org.airbytejdbc.declarative.DeclarativeException} for a response that fails the stream.
   *
   * @param scope config, {@code stream_slice} and {@code next_page_token}
   */
  Outcome send(Injected injected, Scope scope);

  /**
   * What paginators, partitions and cursors put into a request besides what the requester says. A
   * name that is given twice is an error.
   *
   * @param path a path or a whole URL in place of the requester's own; empty for its own
   */
  record Injected(
      Map<String, @Nullable Object> parameters,
      Map<String, @Nullable Object> headers,
      Map<String, @Nullable Object> bodyData,
      Map<String, @Nullable Object> bodyJson,
      String path) {
    public static Injected none() {
      return new Injected(Map.of(), Map.of(), Map.of(), Map.of(), "");
    }

    /** Both; the other's path wins if it has one. Objects in the JSON body are merged. */
    public Injected and(Injected other) {
      return new Injected(
          merged(parameters, other.parameters),
          merged(headers, other.headers),
          merged(bodyData, other.bodyData),
          merged(bodyJson, other.bodyJson),
          other.path.isEmpty() ? path : other.path);
    }

    private static Map<String, @Nullable Object> merged(
        Map<String, @Nullable Object> first, Map<String, @Nullable Object> second) {
      Map<String, @Nullable Object> both = new LinkedHashMap<>(first);
      second.forEach(
          (name, value) -> both.merge(name, value == null ? "" : value, Injected::joined));
      return both;
    }

    @SuppressWarnings("unchecked")
    private static Object joined(Object first, Object second) {
      return first instanceof Map && second instanceof Map
          ? merged((Map<String, @Nullable Object>) first, (Map<String, @Nullable Object>) second)
          : second;
    }
  }

  /** What became of a request. */
  sealed interface Outcome {
    record Success(Response response) implements Outcome {}

    /** The error handler lets a failure pass: no records, and no next page. */
    record Ignored(Response response) implements Outcome {}

    /** The error handler said to begin again with the first page. */
    record ResetPagination() implements Outcome {}
  }
}
