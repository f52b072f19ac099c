package org.airbytejdbc.declarative.retrieve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/**
 * The properties that an API is told to give, as many at a time as it allows. Immutable, for any
 * thread.
 *
 * @param names all of them; may ask the API
 * @param always those that each request asks for besides
 * @param merge how the parts of a record are put together again, where there may be several
 */
record QueryProperties(
    Supplier<List<String>> names, List<String> always, Limit limit, Optional<RecordMerge> merge) {
  /** Where a requester's expressions find the properties of a request. */
  private static final String FIELD = "query_properties";

  /** A comma as it is sent. */
  private static final int SEPARATOR = 3;

  /**
   * How many properties a request may ask for, or how many characters they may have.
   *
   * @param most empty for no limit
   */
  record Limit(boolean countsCharacters, Optional<Integer> most) {
    static Limit read(Optional<Component> chunking) {
      boolean characters =
          chunking.flatMap(found -> found.text("property_limit_type")).stream()
              .anyMatch("characters"::equals);
      return new Limit(
          characters,
          chunking.flatMap(found -> found.text("property_limit")).map(Integer::valueOf));
    }

    int of(String name) {
      return countsCharacters ? name.length() + SEPARATOR : 1;
    }

    boolean allows(int size) {
      return most.map(limit -> size - (countsCharacters ? SEPARATOR : 0) <= limit).orElse(true);
    }
  }

  static QueryProperties read(Component properties, Supplier<List<String>> names) {
    Optional<Component> chunking = properties.component("property_chunking");
    return new QueryProperties(
        names,
        properties.items("always_include_properties").stream().map(String::valueOf).toList(),
        Limit.read(chunking),
        chunking.map(RecordMerge::read));
  }

  /** The slice once for each request that it takes to get all properties. */
  List<StreamSlice> parts(StreamSlice slice) {
    List<StreamSlice> parts = new ArrayList<>();
    List<String> some = new ArrayList<>();
    int size = 0;
    for (String name : names.get()) {
      if (!some.isEmpty() && !limit.allows(size + limit.of(name))) {
        parts.add(part(slice, some));
        some.clear();
        size = 0;
      }
      some.add(name);
      size += limit.of(name);
    }
    parts.add(part(slice, some));
    return parts;
  }

  private StreamSlice part(StreamSlice slice, List<String> some) {
    List<String> asked = new ArrayList<>(always);
    asked.addAll(some);
    Map<String, @Nullable Object> extras = new LinkedHashMap<>(slice.extraFields());
    extras.put(FIELD, asked);
    return new StreamSlice(slice.partition(), slice.cursorSlice(), extras);
  }
}
