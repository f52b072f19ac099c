package org.airbytejdbc.connector.net;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes a body whole, up to a bound, beyond which it fails with {@link BodyTooLarge}; notes when
 * bytes come, for whoever waits.
 */
public final class BoundedBody implements BodySubscriber<byte[]> {
  private final long bytes;
  private final AtomicLong lastByte;
  private final List<ByteBuffer> received = new ArrayList<>();
  private long size;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private volatile Runnable stop = () -> {};

  /**
   * @param bytes the bound
   * @param lastByte gets {@link System#nanoTime()} whenever bytes come
   */
  public BoundedBody(long bytes, AtomicLong lastByte) {
    this.bytes = bytes;
    this.lastByte = lastByte;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    stop = subscription::cancel;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    lastByte.set(System.nanoTime());
    for (ByteBuffer buffer : buffers) {
      size += buffer.remaining();
      if (size > bytes) {
        stop.run();
        body.completeExceptionally(new BodyTooLarge(bytes));
        return;
      }
      received.add(buffer);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(size));
    received.forEach(whole::put);
    body.complete(whole.array());
  }
}
