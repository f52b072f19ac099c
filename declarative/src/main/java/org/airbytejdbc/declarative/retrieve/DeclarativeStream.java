package org.airbytejdbc.declarative.retrieve;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.airbytejdbc.declarative.cursor.Cursor;
import org.airbytejdbc.declarative.cursor.NoCursor;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.partition.ParentRecords;
import org.jspecify.annotations.Nullable;

/** A stream that is being read once, as itself or as the parent of another. */
public record DeclarativeStream(String name, SimpleRetriever retriever, Cursor cursor)
    implements ParentRecords {
  /** Hears of what a stream gives, in the order that it comes in within a slice. */
  public interface Listener {
    void record(Map<String, @Nullable Object> record);

    void state(Map<String, @Nullable Object> state);
  }

  /** Reads all slices; the last that the listener hears is the state. Blocks. */
  public void read(Listener listener) {
    Iterator<StreamSlice> slices = cursor.slices();
    while (slices.hasNext()) {
      StreamSlice slice = slices.next();
      read(slice, listener::record);
      cursor.close(slice).ifPresent(listener::state);
    }
    listener.state(cursor.state());
  }

  private void read(StreamSlice slice, Consumer<Map<String, @Nullable Object>> taker) {
    Iterator<List<Map<String, @Nullable Object>>> pages = retriever.pages(slice, cursor);
    while (pages.hasNext()) {
      for (Map<String, @Nullable Object> record : pages.next()) {
        cursor.observe(record, slice);
        taker.accept(record);
      }
    }
  }

  /** Whether there is a first record, or none without an error: what a check asks. */
  public boolean isReachable() {
    Iterator<StreamSlice> slices = cursor.slices();
    if (slices.hasNext()) {
      Iterator<List<Map<String, @Nullable Object>>> pages = retriever.pages(slices.next(), cursor);
      if (pages.hasNext()) {
        pages.next();
      }
    }
    return true;
  }

  @Override
  public Iterator<ParentRecord> records() {
    Iterable<StreamSlice> slices = cursor::slices;
    return StreamSupport.stream(slices.spliterator(), false).flatMap(this::records).iterator();
  }

  private Stream<ParentRecord> records(StreamSlice slice) {
    Iterable<List<Map<String, @Nullable Object>>> pages = () -> retriever.pages(slice, cursor);
    Stream<ParentRecord> records =
        StreamSupport.stream(pages.spliterator(), false)
            .flatMap(List::stream)
            .peek(record -> cursor.observe(record, slice))
            .map(record -> new ParentRecord(record, slice));
    return Stream.concat(records, Stream.of(slice).peek(cursor::close).flatMap(s -> Stream.of()));
  }

  @Override
  public Optional<Map<String, @Nullable Object>> state() {
    return cursor instanceof NoCursor ? Optional.empty() : Optional.of(cursor.state());
  }
}
