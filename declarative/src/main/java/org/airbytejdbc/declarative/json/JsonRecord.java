package org.airbytejdbc.declarative.json;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of a response that is read only when more than a plain member of it is asked for: until
 * then it is written as it came. What is changed in it, or in what is in it, is changed in place.
 */
public final class JsonRecord extends AbstractMap<String, @Nullable Object> {
  private final byte[] body;
  private final int from;
  private final int to;
  private final JsonOutput canonical;
  private final int textFrom;
  private final int textTo;
  private final int members;
  private volatile @Nullable Map<String, @Nullable Object> values;

  /**
   * @param from where it begins in the body
   * @param canonical where it is, as records are written, between two positions
   * @param members how many it has, those that are null too
   */
  JsonRecord(
      byte[] body, int from, int to, JsonOutput canonical, int textFrom, int textTo, int members) {
    this.body = body;
    this.from = from;
    this.to = to;
    this.canonical = canonical;
    this.textFrom = textFrom;
    this.textTo = textTo;
    this.members = members;
  }

  /**
   * The record between a head and a tail, without its members that are null; empty once it was read
   * and may have been changed.
   */
  public Optional<byte[]> line(byte[] head, byte[] tail) {
    if (values != null) {
      return Optional.empty();
    }
    int length = textTo - textFrom;
    byte[] line = Arrays.copyOf(head, head.length + length + tail.length);
    System.arraycopy(canonical.bytes(), textFrom, line, head.length, length);
    System.arraycopy(tail, 0, line, head.length + length, tail.length);
    return Optional.of(line);
  }

  private Map<String, @Nullable Object> all() {
    Map<String, @Nullable Object> known = values;
    return known == null ? read() : known;
  }

  @SuppressWarnings("unchecked")
  private synchronized Map<String, @Nullable Object> read() {
    Map<String, @Nullable Object> known = values;
    if (known == null) {
      known = (Map<String, @Nullable Object>) JsonValues.read(body, from, to);
      values = known;
    }
    return known;
  }

  @Override
  public int size() {
    Map<String, @Nullable Object> known = values;
    return known == null ? members : known.size();
  }

  /** A map that is not as large is not equal, whatever is in it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Map<?, ?> map && map.size() == size() && all().equals(map);
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }

  /** A plain member is told without a look at the others. */
  @Override
  public @Nullable Object get(@Nullable Object name) {
    Map<String, @Nullable Object> known = values;
    if (known == null && name instanceof String text && text.indexOf('\\') < 0) {
      int at = MemberSearch.find(body, from, text);
      if (at >= 0 && body[at] != '{' && body[at] != '[') {
        return JsonValues.read(body, at, MemberSearch.end(body, at));
      }
    }
    return all().get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return all().containsKey(name);
  }

  @Override
  public @Nullable Object put(String name, @Nullable Object value) {
    return all().put(name, value);
  }

  @Override
  public @Nullable Object remove(@Nullable Object name) {
    return all().remove(name);
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return all().entrySet();
  }
}
