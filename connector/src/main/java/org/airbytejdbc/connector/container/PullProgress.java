package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Adds up what an engine tells of an image's layers, and tells it on once a second. Closed by any
 * thread, which ends the pull.
 */
final class PullProgress implements ResultCallback<PullResponseItem> {
  private static final long MEGABYTE = 1 << 20;
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Bytes of a layer. */
  private record Layer(long current, long total) {}

  private final Consumer<String> listener;
  private final ImageName image;
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final CompletableFuture<Closeable> connection = new CompletableFuture<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private Optional<String> failure = Optional.empty();
  private long toldAt = System.nanoTime();

  PullProgress(Consumer<String> listener, ImageName image) {
    this.listener = listener;
    this.image = image;
  }

  @Override
  public void onStart(Closeable opened) {
    connection.complete(opened);
  }

  @Override
  public synchronized void onNext(PullResponseItem item) {
    if (item.getErrorDetail() != null && item.getErrorDetail().getMessage() != null) {
      failure = Optional.of(item.getErrorDetail().getMessage());
    }
    ProgressDetail detail = item.getProgressDetail();
    boolean loading = "Downloading".equals(item.getStatus());
    if (!loading || item.getId() == null || detail == null || detail.getCurrent() == null) {
      return;
    }
    long total = detail.getTotal() == null ? 0 : detail.getTotal();
    layers.put(item.getId(), new Layer(detail.getCurrent(), total));
    if (System.nanoTime() - toldAt > EVERY_NANOS) {
      toldAt = System.nanoTime();
      listener.accept(
          "pulling %s: %d of %d MB"
              .formatted(
                  image,
                  layers.values().stream().mapToLong(Layer::current).sum() / MEGABYTE,
                  layers.values().stream().mapToLong(Layer::total).sum() / MEGABYTE));
    }
  }

  @Override
  public void onError(Throwable failed) {
    over.completeExceptionally(failed);
  }

  @Override
  public void onComplete() {
    over.complete(null);
  }

  /** Waits for the end of the pull, and returns what went wrong in the registry's words. */
  Optional<String> await() throws InterruptedException {
    try {
      over.get();
    } catch (ExecutionException e) {
      return Optional.of(EngineErrors.words(e));
    }
    synchronized (this) {
      return failure;
    }
  }

  @Override
  public void close() {
    over.complete(null);
    connection.thenAccept(PullProgress::close);
  }

  private static void close(Closeable connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // the connection is gone either way
    }
  }
}
