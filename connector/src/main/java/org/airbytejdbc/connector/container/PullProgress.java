package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Adds up what an engine tells of an image's layers, and tells it on once a second. */
final class PullProgress {
  private static final long MEGABYTE = 1 << 20;
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Bytes of a layer. */
  private record Layer(long current, long total) {}

  private final Consumer<String> listener;
  private final ImageName image;
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private Optional<String> failure = Optional.empty();
  private long toldAt = System.nanoTime();

  PullProgress(Consumer<String> listener, ImageName image) {
    this.listener = listener;
    this.image = image;
  }

  synchronized void note(PullResponseItem item) {
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

  /** What went wrong, in the registry's words. */
  synchronized Optional<String> failure() {
    return failure;
  }
}
