package org.airbytejdbc.declarative;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.protocol.TraceMessage.StreamStatus;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.retrieve.DeclarativeStream;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a read, which gives its messages in an order that holds whatever its slices do side
 * by side: a state comes after the records that it stands for. Thread-safe.
 */
final class StreamRead {
  private static final int MOST_MESSAGES = 1_000;

  private final Supplier<DeclarativeStream> opening;
  private final ReadMessages made;
  private final Messages messages;
  private final Cancellation cancellation;
  private final AtomicInteger parts = new AtomicInteger(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Object stating = new Object();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile Optional<DeclarativeStream> stream = Optional.empty();
  private volatile Optional<RuntimeException> failure = Optional.empty();

  /**
   * @param opening makes the stream, once; may fail as any slice
   */
  StreamRead(
      Supplier<DeclarativeStream> opening,
      ReadMessages made,
      Messages messages,
      Cancellation cancellation) {
    this.opening = opening;
    this.made = made;
    this.messages = messages;
    this.cancellation = cancellation;
  }

  /** Begins the stream: the slices, until one has failed. For one thread. */
  Iterator<StreamSlice> slices() {
    messages.put(List.of(made.status(StreamStatus.STARTED)));
    DeclarativeStream opened = opening.get();
    stream = Optional.of(opened);
    Iterator<StreamSlice> slices = opened.slices();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        cancellation.throwIfCancelled();
        return failure.isEmpty() && slices.hasNext();
      }

      @Override
      public StreamSlice next() {
        StreamSlice slice = slices.next();
        parts.incrementAndGet();
        return slice;
      }
    };
  }

  /** Reads a slice that {@link #slices} gave. */
  void read(StreamSlice slice) {
    DeclarativeStream opened = stream.orElseThrow();
    Iterator<List<Map<String, @Nullable Object>>> pages = opened.pages(slice);
    while (pages.hasNext()) {
      put(pages.next());
    }
    synchronized (stating) {
      opened.cursor().close(slice).ifPresent(this::putState);
    }
  }

  private void put(List<Map<String, @Nullable Object>> page) {
    if (!page.isEmpty() && !running.getAndSet(true)) {
      messages.put(List.of(made.status(StreamStatus.RUNNING)));
    }
    for (int from = 0; from < page.size(); from += MOST_MESSAGES) {
      cancellation.throwIfCancelled();
      int to = Math.min(page.size(), from + MOST_MESSAGES);
      messages.put(made.records(page.subList(from, to)));
    }
  }

  private void putState(Map<String, @Nullable Object> state) {
    messages.put(List.of(made.state(state)));
  }

  /** The first failure counts; slices under way go on to their ends. */
  synchronized void fail(RuntimeException cause) {
    if (failure.isEmpty()) {
      failure = Optional.of(cause);
    }
  }

  Optional<RuntimeException> failure() {
    return failure;
  }

  String name() {
    return made.stream();
  }

  /** A slice, or the finding of slices, is over: whether it was the last. */
  boolean isLastPart() {
    return parts.decrementAndGet() == 0;
  }

  /** Nothing more comes of the stream. */
  void ended() {
    ended.countDown();
  }

  void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** After the last part: the stream's last state, and how it went. */
  void end() {
    if (failure.isEmpty()) {
      putState(stream.orElseThrow().state());
      messages.put(List.of(made.status(StreamStatus.COMPLETE)));
    } else {
      stream.flatMap(opened -> opened.cursor().reached()).ifPresent(this::putState);
      messages.put(List.of(made.failure(failure.get()), made.status(StreamStatus.INCOMPLETE)));
    }
  }
}
