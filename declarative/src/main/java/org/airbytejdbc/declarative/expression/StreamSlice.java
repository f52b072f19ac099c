package org.airbytejdbc.declarative.expression;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The slice that a request is for, as expressions see it: one mapping of the partition's and the
 * cursor's members, which also answers to {@code .partition}, {@code .cursor_slice} and {@code
 * .extra_fields}. Immutable; the maps given are copied, but not their values.
 */
public final class StreamSlice extends AbstractMap<String, @Nullable Object> {
  private static final StreamSlice NONE = new StreamSlice(Map.of(), Map.of(), Map.of());

  private final Map<String, @Nullable Object> partition;
  private final Map<String, @Nullable Object> cursorSlice;
  private final Map<String, @Nullable Object> extraFields;
  private final Map<String, @Nullable Object> all = new LinkedHashMap<>();

  public StreamSlice(
      Map<String, @Nullable Object> partition,
      Map<String, @Nullable Object> cursorSlice,
      Map<String, @Nullable Object> extraFields) {
    this.partition = Collections.unmodifiableMap(new LinkedHashMap<>(partition));
    this.cursorSlice = Collections.unmodifiableMap(new LinkedHashMap<>(cursorSlice));
    this.extraFields = Collections.unmodifiableMap(new LinkedHashMap<>(extraFields));
    all.putAll(partition);
    all.putAll(cursorSlice);
  }

  /** The slice of a stream that has but one. */
  public static StreamSlice none() {
    return NONE;
  }

  public Map<String, @Nullable Object> partition() {
    return partition;
  }

  public Map<String, @Nullable Object> cursorSlice() {
    return cursorSlice;
  }

  /** What a parent's record gives along; no member of the slice. */
  public Map<String, @Nullable Object> extraFields() {
    return extraFields;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return Collections.unmodifiableMap(all).entrySet();
  }

  @Override
  public @Nullable Object get(Object key) {
    return all.get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return all.containsKey(key);
  }
}
