package org.airbytejdbc.declarative.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.net.BodyTooLarge;
import org.airbytejdbc.connector.net.BoundedBody;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;

/**
 * The transport over the JDK's client. Redirects are followed here, so that each is checked as the
 * first request was. The JVM keeps a name's addresses for a while, so that the client connects to
 * one that was checked.
 */
public final class HttpTransport implements Transport {
  private final Connections connections;
  private final NetworkPolicy policy;
  private final TransportLimits limits;
  private final Cancellation cancellation;
  private final Set<CompletableFuture<?>> underway = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param connections may be others' too
   * @param cancellation ends what is being sent with a {@link
   *     org.airbytejdbc.connector.ConnectorException}
   */
  public HttpTransport(Connections connections, NetworkPolicy policy, Cancellation cancellation) {
    this.connections = requireNonNull(connections, "connections");
    this.policy = requireNonNull(policy, "policy");
    this.limits = connections.limits();
    this.cancellation = requireNonNull(cancellation, "cancellation");
  }

  @Override
  public Response send(Request request) {
    Wire wire = Wire.of(request);
    Duration silence = request.silence().orElse(limits.silence());
    try {
      for (int hop = 0; hop <= limits.redirects(); hop++) {
        check(wire.url());
        HttpResponse<byte[]> response = exchange(wire, silence);
        String location = response.headers().firstValue("Location").orElse("");
        if (!Wire.isRedirect(response.statusCode()) || location.isEmpty()) {
          return response(response);
        }
        wire = wire.redirected(response.statusCode(), target(wire.url(), location));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new DeclarativeException(
        Failure.SYSTEM_ERROR,
        wire.url().getHost() + " redirected more than " + limits.redirects() + " times");
  }

  private void check(URI url) throws UnknownHostException {
    policy.checkScheme(url);
    boolean direct =
        connections.proxies().select(url).stream()
            .allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    try {
      for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
        policy.checkAddress(url.getHost(), address);
      }
    } catch (UnknownHostException e) {
      if (direct) {
        throw e;
      }
    }
  }

  private static URI target(URI from, String location) {
    URI to;
    try {
      to = from.resolve(location.replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw new DeclarativeException(
          Failure.SYSTEM_ERROR, from.getHost() + " redirected to what is no URL");
    }
    if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
      throw new DeclarativeException(
          Failure.SYSTEM_ERROR, from.getHost() + " redirected from https to http");
    }
    return to;
  }

  private HttpResponse<byte[]> exchange(Wire wire, Duration silence) throws IOException {
    AtomicLong lastByte = new AtomicLong(System.nanoTime());
    CompletableFuture<HttpResponse<byte[]>> answer =
        connections
            .client()
            .sendAsync(
                connections.proxies().authorized(wire.request()),
                head -> new BoundedBody(limits.bodyBytes(), lastByte));
    underway.add(answer);
    if (closed) {
      answer.cancel(true);
    }
    Cancellation.Registration registration = cancellation.onCancel(() -> answer.cancel(true));
    try {
      return await(answer, lastByte, silence);
    } catch (ExecutionException e) {
      cancellation.throwIfCancelled();
      throw cause(e);
    } catch (CancellationException e) {
      cancellation.throwIfCancelled();
      throw new IOException("the connection was closed", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the thread was interrupted");
    } finally {
      underway.remove(answer);
      registration.close();
    }
  }

  /** Waits as long as something comes: how long a request may take is for the API to say. */
  private HttpResponse<byte[]> await(
      CompletableFuture<HttpResponse<byte[]>> answer, AtomicLong lastByte, Duration silence)
      throws IOException, ExecutionException, InterruptedException {
    while (true) {
      Duration left = silence.minusNanos(System.nanoTime() - lastByte.get());
      if (left.isNegative() || left.isZero()) {
        answer.cancel(true);
        throw new HttpTimeoutException("nothing came for " + silence.toMillis() + " ms");
      }
      try {
        return answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        continue;
      }
    }
  }

  /** A response that is too large stays so: it is no failure of the network. */
  private static IOException cause(ExecutionException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyTooLarge) {
        throw tooLarge(cause);
      }
    }
    return failure.getCause() instanceof IOException io ? io : new IOException(failure.getCause());
  }

  private static DeclarativeException tooLarge(Throwable cause) {
    return new DeclarativeException(
        Failure.SYSTEM_ERROR, String.valueOf(cause.getMessage()), cause);
  }

  private Response response(HttpResponse<byte[]> response) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    String encodings = headers.getOrDefault("Content-Encoding", "");
    try {
      byte[] body = new Decompression(limits.bodyBytes()).decode(response.body(), encodings);
      return new Response(response.statusCode(), headers, response.uri(), body);
    } catch (BodyTooLarge e) {
      throw tooLarge(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    underway.forEach(answer -> answer.cancel(true));
  }
}
