package org.airbytejdbc.declarative;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.protocol.Message;

/** A read on threads of its own, which wait while nobody takes its messages. */
final class RunningRead implements MessageStream, Messages {
  /** A page waits here, and each slice that is read holds one: no more is in memory. */
  private static final int WAITING_PAGES = 1;

  /** Some messages, or none at the end: well, or with a failure. */
  private record Part(List<? extends Message> messages, Optional<RuntimeException> failure) {}

  private final BlockingQueue<Part> queue = new ArrayBlockingQueue<>(WAITING_PAGES);
  private final Thread thread;
  private final Runtime network;
  private volatile boolean closed;
  private Iterator<? extends Message> part = Collections.emptyIterator();
  private Optional<Part> end = Optional.empty();

  /**
   * @param work gives its messages to what it is given; its exceptions end the stream
   * @param network is closed with the stream, which ends requests under way
   */
  RunningRead(String name, Consumer<Messages> work, Runtime network) {
    this.network = network;
    this.thread = new Thread(() -> run(work), "airbyte-read " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Consumer<Messages> work) {
    Optional<RuntimeException> failure = Optional.empty();
    try {
      work.accept(this);
    } catch (CancellationException e) {
      return;
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    }
    put(new Part(List.of(), failure));
  }

  @Override
  public void put(List<? extends Message> some) {
    if (!some.isEmpty()) {
      put(new Part(some, Optional.empty()));
    }
  }

  private void put(Part some) {
    try {
      if (closed) {
        throw new CancellationException();
      }
      queue.put(some);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public Optional<Message> next() {
    while (!part.hasNext() && end.isEmpty()) {
      Part next = take();
      part = next.messages.iterator();
      end = Optional.of(next).filter(last -> last.messages.isEmpty());
    }
    if (part.hasNext()) {
      return Optional.of(part.next());
    }
    end.flatMap(Part::failure)
        .ifPresent(
            failure -> {
              throw failure;
            });
    return Optional.empty();
  }

  private Part take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    network.close();
  }
}
