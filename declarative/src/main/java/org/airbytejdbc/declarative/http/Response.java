package org.airbytejdbc.declarative.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.declarative.json.JsonValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A response that has come whole, its body decompressed. Immutable, for any thread; the body is
 * read as JSON at most once, as error handlers, decoders and paginators all ask for it.
 */
public final class Response {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);
  private static final int FIRST_FAILURE = 400;

  private final int status;
  private final Map<String, String> headers;
  private final URI url;
  private final byte[] body;
  private final Lazy<JsonBody> json = new Lazy<>(this::readJson);

  /**
   * @param headers a name that came twice has its values joined by {@code ", "}
   * @param url where it came from in the end, after redirects
   * @param body decompressed, not to be written to
   */
  public Response(int status, Map<String, String> headers, URI url, byte[] body) {
    this.status = status;
    Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    names.putAll(headers);
    this.headers = Collections.unmodifiableMap(names);
    this.url = requireNonNull(url, "url");
    this.body = requireNonNull(body, "body");
  }

  public int status() {
    return status;
  }

  /** Whether the status is below 400. */
  public boolean isOk() {
    return status < FIRST_FAILURE;
  }

  /** By names in any case. */
  public Map<String, String> headers() {
    return headers;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public URI url() {
    return url;
  }

  /** Not to be written to. */
  public byte[] body() {
    return body;
  }

  /** The body in the charset that its header names, or UTF-8. */
  public String text() {
    return new String(body, charset().orElse(StandardCharsets.UTF_8));
  }

  /** The charset that the header names, if it is one that this JVM knows. */
  public Optional<Charset> charset() {
    Matcher named = CHARSET.matcher(headers.getOrDefault("Content-Type", ""));
    if (!named.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(named.group(1)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** Whether the body is JSON. */
  public boolean isJson() {
    return json.get().isJson();
  }

  /** The body as JSON; null for JSON's null and for what is no JSON. */
  public @Nullable Object json() {
    return json.get().value();
  }

  private JsonBody readJson() {
    try {
      return new JsonBody(true, JsonValues.read(body));
    } catch (JacksonException e) {
      return new JsonBody(false, null);
    }
  }

  /** The status and where it came from: bodies and queries may hold secrets. */
  @Override
  public String toString() {
    return status + " from " + url.getHost();
  }

  private record JsonBody(boolean isJson, @Nullable Object value) {}
}
