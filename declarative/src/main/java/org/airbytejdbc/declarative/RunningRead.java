package org.airbytejdbc.declarative;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.protocol.Message;
import org.jspecify.annotations.Nullable;

/** A read on a thread of its own, which waits while nobody takes its messages. */
final class RunningRead implements MessageStream {
  private static final int WAITING_MESSAGES = 1_000;

  /** A message, or the end: well, or with a failure. */
  private record Item(Optional<Message> message, Optional<RuntimeException> failure) {}

  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(WAITING_MESSAGES);
  private final Thread thread;
  private final Runtime network;
  private volatile boolean closed;
  private @Nullable Item end;

  /**
   * @param work gives its messages to the consumer; its exceptions end the stream
   * @param network is closed with the stream, which ends requests under way
   */
  RunningRead(String name, Consumer<Consumer<Message>> work, Runtime network) {
    this.network = network;
    this.thread = new Thread(() -> run(work), "airbyte-read " + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Consumer<Consumer<Message>> work) {
    Optional<RuntimeException> failure = Optional.empty();
    try {
      work.accept(message -> put(new Item(Optional.of(message), Optional.empty())));
    } catch (CancellationException e) {
      return;
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    }
    put(new Item(Optional.empty(), failure));
  }

  private void put(Item item) {
    try {
      if (closed) {
        throw new CancellationException();
      }
      queue.put(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public Optional<Message> next() {
    if (end == null) {
      try {
        Item item = queue.take();
        if (item.message.isPresent()) {
          return item.message;
        }
        end = item;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
    }
    if (end.failure.isPresent()) {
      throw end.failure.get();
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    network.close();
  }
}
