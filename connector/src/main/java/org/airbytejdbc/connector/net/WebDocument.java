package org.airbytejdbc.connector.net;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.airbytejdbc.connector.Cancellation;

/** Fetches documents from servers, through the user's proxies. */
public final class WebDocument {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private WebDocument() {}

  /**
   * Sends the request and waits for the whole answer, whatever its status.
   *
   * @param patience how long the whole answer may take
   * @param longest how many bytes it may have
   * @throws IOException if there is none, or the thread is interrupted, which stays set
   */
  public static HttpResponse<byte[]> fetch(
      HttpRequest request, Duration patience, long longest, Cancellation cancellation)
      throws IOException {
    EnvironmentProxies proxies = EnvironmentProxies.ofUser();
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(proxies)
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            proxies.authorized(request), head -> new BoundedBody(longest, new AtomicLong()));
    Cancellation.Registration registration = cancellation.onCancel(() -> answer.cancel(true));
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() == HttpURLConnection.HTTP_PROXY_AUTH) {
        throw new IOException(
            "the proxy wants a user and password, as in HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT,"
                + " which Java shows it for https with -D"
                + EnvironmentProxies.WITHHELD
                + "= only");
      }
      return response;
    } catch (TimeoutException e) {
      throw new IOException("the answer takes longer than " + patience.toSeconds() + " s", e);
    } catch (CancellationException | ExecutionException e) {
      cancellation.throwIfCancelled();
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw new IOException(
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(),
          cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the thread was interrupted", e);
    } finally {
      answer.cancel(true);
      registration.close();
    }
  }
}
