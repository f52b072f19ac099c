package org.airbytejdbc.declarative.retrieve;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.airbytejdbc.declarative.cursor.Cursor;
import org.airbytejdbc.declarative.decode.Decoder;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.extract.RecordSelector;
import org.airbytejdbc.declarative.extract.RecordSelector.Selected;
import org.airbytejdbc.declarative.http.Requester;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.http.Requester.Outcome;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.paging.Page;
import org.airbytejdbc.declarative.paging.Paginator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a slice page by page, a page in memory at a time. Immutable, for any thread.
 *
 * @param slicesOnlyOnce whether pages after the first are asked for by their token alone
 */
public record SimpleRetriever(
    Requester requester,
    Decoder decoder,
    RecordSelector selector,
    Paginator paginator,
    boolean slicesOnlyOnce,
    Scope scope)
    implements Retriever {
  @Override
  public Iterator<List<Map<String, @Nullable Object>>> pages(StreamSlice slice, Cursor cursor) {
    return new Pages(slice, cursor);
  }

  private final class Pages implements Iterator<List<Map<String, @Nullable Object>>> {
    private final StreamSlice slice;
    private final Cursor cursor;
    private final Scope sliced;
    private Optional<Object> token;
    private final Repetition repetition = new Repetition();
    private boolean more = true;
    private boolean begun;

    Pages(StreamSlice slice, Cursor cursor) {
      this.slice = slice;
      this.cursor = cursor;
      this.sliced = scope.with("stream_slice", slice);
      this.token = paginator.first(sliced.with("next_page_token", null));
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public List<Map<String, @Nullable Object>> next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      Scope paged = sliced.with("next_page_token", tokenObject());
      Injected injected = paginator.inject(token, paged);
      if (!begun || !slicesOnlyOnce) {
        injected = cursor.inject(slice, paged).and(injected);
      }
      begun = true;
      Outcome outcome = requester.send(injected, paged);
      if (outcome instanceof Outcome.Success success) {
        return page(success.response(), paged);
      }
      if (outcome instanceof Outcome.Ignored ignored) {
        return page(ignored.response(), paged);
      }
      token = paginator.first(sliced.with("next_page_token", null));
      begun = false;
      return List.of();
    }

    private @Nullable Object tokenObject() {
      return token.<@Nullable Object>map(value -> Map.of("next_page_token", value)).orElse(null);
    }

    private List<Map<String, @Nullable Object>> page(Response response, Scope paged) {
      // What an error handler ignored is an answer without records, whatever its body is.
      FirstKept bodies =
          new FirstKept(response.isOk() ? decoder.decode(response) : Collections.emptyIterator());
      Selected selected =
          selector.select(() -> bodies, paged, record -> cursor.wants(record, slice));
      List<Map<String, @Nullable Object>> records = selected.records();
      @Nullable Map<String, @Nullable Object> last =
          records.isEmpty() ? null : records.get(records.size() - 1);
      var page =
          new Page(response, bodies.first(), records.size(), selected.extracted(), last, token);
      boolean ends = last != null && cursor.isBeyond(last, slice);
      repetition.note(token, response.body());
      token = ends ? Optional.empty() : paginator.next(page, sliced);
      more = token.isPresent();
      return records.stream().filter(record -> !cursor.isBeyond(record, slice)).toList();
    }
  }

  /** Remembers the first value that passes, which paginators look at. */
  private static final class FirstKept implements Iterator<@Nullable Object> {
    private final Iterator<@Nullable Object> values;
    private @Nullable Object first;
    private boolean any;

    FirstKept(Iterator<@Nullable Object> values) {
      this.values = values;
    }

    @Override
    public boolean hasNext() {
      return values.hasNext();
    }

    @Override
    public @Nullable Object next() {
      Object value = values.next();
      if (!any) {
        first = value;
        any = true;
      }
      return value;
    }

    @Nullable Object first() {
      return first;
    }
  }
}
