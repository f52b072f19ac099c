package org.airbytejdbc.declarative.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of records: the objects in its lists stay as they came, as most records are only
 * handed on. The same values as {@link JsonValues} gives, or none where there is a doubt. For one
 * thread.
 */
public final class JsonPage {
  private static final int DEPTH = 5;
  private static final int ROOM = 256;

  private final byte[] body;
  private final JsonOutput out;
  private final CanonicalJson json;
  private int at;

  private JsonPage(byte[] body) {
    this.body = body;
    this.out = new JsonOutput(body.length + ROOM);
    this.json = new CanonicalJson(body, out);
  }

  /** The one value that the bytes are, if it is a list or an object, and nothing is in doubt. */
  public static Optional<Object> read(byte[] body) {
    JsonPage page = new JsonPage(body);
    page.at = page.json.space(0);
    byte first = page.json.at(page.at);
    if (first != '[' && first != '{') {
      return Optional.empty();
    }
    Object value = page.value(0);
    boolean whole = page.at >= 0 && page.json.space(page.at) == body.length;
    return whole ? Optional.ofNullable(value) : Optional.empty();
  }

  private @Nullable Object value(int depth) {
    byte first = json.at(at);
    if (first == '[' && json.at(json.space(at + 1)) == '{') {
      return records();
    }
    return first == '{' && depth < DEPTH ? object(depth) : other(depth);
  }

  private List<@Nullable Object> records() {
    List<@Nullable Object> records = new ArrayList<>();
    at = json.space(at + 1);
    while (json.at(at) == '{') {
      int text = out.size();
      int end = json.record(at);
      if (end < 0) {
        break;
      }
      records.add(new JsonRecord(body, at, end, out, text, out.size(), json.members()));
      at = json.space(end);
      if (json.at(at) == ']') {
        at++;
        return records;
      }
      if (json.at(at) != ',') {
        break;
      }
      at = json.space(at + 1);
    }
    at = CanonicalJson.IN_DOUBT;
    return records;
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    at = json.space(at + 1);
    if (json.at(at) == '}') {
      at++;
      return members;
    }
    while (json.at(at) == '"') {
      String name = String.valueOf(other(depth));
      if (at < 0 || json.at(json.space(at)) != ':') {
        break;
      }
      at = json.space(json.space(at) + 1);
      members.put(name, value(depth + 1));
      if (at < 0) {
        break;
      }
      at = json.space(at);
      if (json.at(at) == '}') {
        at++;
        return members;
      }
      if (json.at(at) != ',') {
        break;
      }
      at = json.space(at + 1);
    }
    at = CanonicalJson.IN_DOUBT;
    return members;
  }

  /** What holds no list of records at its beginning. */
  private @Nullable Object other(int depth) {
    int text = out.size();
    at = json.value(at, depth + 1);
    if (at < 0) {
      return null;
    }
    Object value = JsonValues.read(Arrays.copyOfRange(out.bytes(), text, out.size()));
    out.cut(text);
    return value;
  }
}
