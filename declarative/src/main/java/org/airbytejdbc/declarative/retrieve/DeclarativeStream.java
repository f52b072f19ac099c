package org.airbytejdbc.declarative.retrieve;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.airbytejdbc.declarative.cursor.Cursor;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.partition.Chained;
import org.airbytejdbc.declarative.partition.ParentRecords;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is being read once, as itself or as the parent of another. Its slices may be read
 * side by side; the iterator of them is for one thread.
 */
public record DeclarativeStream(String name, Retriever retriever, Cursor cursor)
    implements ParentRecords {
  /** The slices, each found when it is asked for, maybe by requests. */
  public Iterator<StreamSlice> slices() {
    return cursor.slices();
  }

  /**
   * The records of a slice, page by page. Once taken to the end, the cursor may close the slice.
   */
  public Iterator<List<Map<String, @Nullable Object>>> pages(StreamSlice slice) {
    Iterator<List<Map<String, @Nullable Object>>> pages = retriever.pages(slice, cursor);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return pages.hasNext();
      }

      @Override
      public List<Map<String, @Nullable Object>> next() {
        List<Map<String, @Nullable Object>> page = pages.next();
        page.forEach(record -> cursor.observe(record, slice));
        return page;
      }
    };
  }

  /** Asks for the first page of the first slice, which is what a check does. */
  public void probe() {
    Iterator<StreamSlice> slices = slices();
    if (slices.hasNext()) {
      Iterator<List<Map<String, @Nullable Object>>> pages = pages(slices.next());
      if (pages.hasNext()) {
        pages.next();
      }
    }
  }

  @Override
  public Iterator<ParentRecord> records() {
    return new Chained<>(slices(), this::records);
  }

  private Iterator<ParentRecord> records(StreamSlice slice) {
    Iterator<ParentRecord> records =
        new Chained<>(
            pages(slice),
            page -> page.stream().map(record -> new ParentRecord(record, slice)).iterator());
    return new Iterator<>() {
      private boolean closed;

      @Override
      public boolean hasNext() {
        boolean more = records.hasNext();
        if (!more && !closed) {
          closed = true;
          cursor.close(slice);
        }
        return more;
      }

      @Override
      public ParentRecord next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return records.next();
      }
    };
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return Collections.unmodifiableMap(cursor.state());
  }
}
