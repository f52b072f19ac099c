package org.airbytejdbc.declarative.retrieve;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
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
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.paging.Page;
import org.airbytejdbc.declarative.paging.Paginator;
import org.airbytejdbc.declarative.partition.PartitionRouter;
import org.jspecify.annotations.Nullable;

/**
 * Reads a slice page by page, a page in memory at a time. Immutable, for any thread.
 *
 * @param properties what the API is told to give, where it wants to be told
 * @param reset when the pages of a slice begin anew
 * @param slicesOnlyOnce whether pages after the first are asked for by their token alone
 */
public record SimpleRetriever(
    Requester requester,
    Decoder decoder,
    RecordSelector selector,
    Paginator paginator,
    PaginationReset reset,
    Optional<QueryProperties> properties,
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
    private final Repetition repetition = new Repetition();
    private StreamSlice asked;
    private Scope sliced;
    private Optional<Object> token;
    private boolean more = true;
    private boolean begun;
    private long since;

    Pages(StreamSlice slice, Cursor cursor) {
      this.slice = slice;
      this.cursor = cursor;
      this.asked = slice;
      this.sliced = scope.with("stream_slice", slice);
      this.token = paginator.first(sliced.with("next_page_token", null));
    }

    /** The first page again, where the manifest says so of what is left of the slice. */
    private void beginAnew() {
      if (reset.splits()) {
        StreamSlice rest = cursor.rest(slice);
        if (rest.equals(asked)) {
          throw new DeclarativeException(
              Failure.SYSTEM_ERROR,
              "The pages of a slice are to begin anew, but no record in it is later than its start");
        }
        asked = rest;
        sliced = scope.with("stream_slice", asked);
      }
      token = paginator.first(sliced.with("next_page_token", null));
      begun = false;
      since = 0;
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
      if (reset.isDue(since)) {
        beginAnew();
      }
      Scope paged = sliced.with("next_page_token", tokenObject());
      if (!begun && slice.extraFields().containsKey(PartitionRouter.FIRST_PAGE)) {
        return firstPage(slice.extraFields().get(PartitionRouter.FIRST_PAGE), paged);
      }
      Injected injected = paginator.inject(token, paged);
      if (!begun || !slicesOnlyOnce) {
        injected = cursor.inject(asked, paged).and(injected);
      }
      begun = true;
      return properties.isEmpty()
          ? send(injected, paged).orElseGet(this::begunAnew)
          : parts(properties.get(), injected, paged);
    }

    private List<Map<String, @Nullable Object>> begunAnew() {
      beginAnew();
      return List.of();
    }

    /** The page in as many requests as it takes to get all properties of its records. */
    private List<Map<String, @Nullable Object>> parts(
        QueryProperties all, Injected injected, Scope paged) {
      Optional<Object> current = token;
      List<Map<String, @Nullable Object>> records = new ArrayList<>();
      for (StreamSlice part : all.parts(asked)) {
        token = current;
        var some = send(injected, paged.with("stream_slice", part));
        if (some.isEmpty()) {
          return begunAnew();
        }
        records.addAll(some.get());
      }
      return all.merge().map(merge -> merge.merged(records)).orElse(records);
    }

    /** The records of one answer; empty where the error handler says to begin anew. */
    private Optional<List<Map<String, @Nullable Object>>> send(Injected injected, Scope paged) {
      Outcome outcome = requester.send(injected, paged);
      if (outcome instanceof Outcome.Success success) {
        return Optional.of(page(success.response(), paged));
      }
      return outcome instanceof Outcome.Ignored ignored
          ? Optional.of(page(ignored.response(), paged))
          : Optional.empty();
    }

    /** What a parent's record holds in place of an answer; it may hold none. */
    private List<Map<String, @Nullable Object>> firstPage(@Nullable Object body, Scope paged) {
      begun = true;
      if (body == null) {
        more = false;
        return List.of();
      }
      URI nowhere = URI.create("http:/");
      return page(new Response(200, Map.of(), nowhere, Json.bytes(body)), paged);
    }

    private @Nullable Object tokenObject() {
      return token.<@Nullable Object>map(value -> Map.of("next_page_token", value)).orElse(null);
    }

    private List<Map<String, @Nullable Object>> page(Response response, Scope paged) {
      // A failure that an error handler lets pass is the last answer, whatever its body is.
      if (!response.isOk()) {
        more = false;
        return List.of();
      }
      FirstKept bodies = new FirstKept(decoder.decode(response));
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
      since += records.size();
      more = token.isPresent() || reset.isDue(since);
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
