package org.airbytejdbc.declarative.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;

/**
 * A request as it goes out: encoded, and changed by the redirects that it follows. Immutable.
 *
 * @param body empty for none
 */
record Wire(String method, URI url, Map<String, String> headers, byte[] body) {
  private static final int SEE_OTHER = 303;
  private static final int FOUND = 302;
  private static final int MOVED = 301;
  private static final int TEMPORARY = 307;
  private static final int PERMANENT = 308;
  private static final Set<Integer> REDIRECTS =
      Set.of(MOVED, FOUND, SEE_OTHER, TEMPORARY, PERMANENT);

  /** What the JDK's client sets itself, and lets nobody else set. */
  private static final Set<String> RESTRICTED =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  /** What another host may see of a request that was meant for this one. */
  private static final Set<String> NEUTRAL =
      Set.of("accept", "accept-encoding", "accept-language", "content-type", "user-agent");

  private static final Map<String, String> DEFAULTS =
      Map.of("Accept", "*/*", "Accept-Encoding", "gzip, deflate", "User-Agent", "airbyte-jdbc");

  static Wire of(Request request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(DEFAULTS);
    request.body().contentType().ifPresent(type -> headers.put("Content-Type", type));
    headers.putAll(request.headers());
    headers.keySet().removeIf(name -> RESTRICTED.contains(name.toLowerCase(Locale.ROOT)));
    return new Wire(request.method(), RequestUrl.of(request), headers, request.body().bytes());
  }

  static boolean isRedirect(int status) {
    return REDIRECTS.contains(status);
  }

  /** The request that a redirect asks for, as Python's requests sends it: by status and method. */
  Wire redirected(int status, URI to) {
    boolean sameBody = status == TEMPORARY || status == PERMANENT;
    boolean toGet =
        status == SEE_OTHER || status == FOUND || (status == MOVED && method.equals("POST"));
    Map<String, String> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    kept.putAll(headers);
    if (!isSameServer(to)) {
      kept.keySet().removeIf(name -> !NEUTRAL.contains(name.toLowerCase(Locale.ROOT)));
    }
    if (!sameBody) {
      kept.remove("Content-Type");
    }
    return new Wire(
        toGet && !method.equals("HEAD") ? "GET" : method, to, kept, sameBody ? body : new byte[0]);
  }

  private boolean isSameServer(URI other) {
    return url.getScheme().equalsIgnoreCase(other.getScheme())
        && url.getHost().equalsIgnoreCase(other.getHost())
        && url.getPort() == other.getPort();
  }

  HttpRequest request() {
    HttpRequest.Builder builder = HttpRequest.newBuilder(url);
    builder.method(
        method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (url.getScheme().equalsIgnoreCase("http")) {
      builder.version(
          HttpClient.Version.HTTP_1_1); // Nobody speaks 2 there, but all would be asked.
    }
    new LinkedHashMap<>(headers).forEach((name, value) -> header(builder, name, value));
    return builder.build();
  }

  /** The JDK's own error would tell the value, which may be a secret. */
  private static void header(HttpRequest.Builder builder, String name, String value) {
    try {
      builder.header(name, value);
    } catch (IllegalArgumentException e) {
      throw new DeclarativeException(
          Failure.CONFIG_ERROR,
          "The header " + name + " of a request has a name or value that HTTP does not allow");
    }
  }
}
