package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.launch.Ending;
import org.airbytejdbc.connector.launch.ExitCode;
import org.airbytejdbc.connector.launch.RunningProgram;
import org.airbytejdbc.connector.launch.SilenceMeter;

/**
 * A connector that runs in a container of its own.
 *
 * <p>A thread of the engine's client brings its output. Another watches over it, and at the end
 * removes the container by force: asking it first would only let it write more.
 */
final class ContainerProgram implements RunningProgram {
  private static final long GLANCE_MILLIS = 50;
  private static final long EXIT_MILLIS = 10;
  private static final int KILLED = 137;

  private final Engine engine;
  private final String id;
  private final Attachment attachment;
  private final SilenceMeter stdout;
  private final Duration idleTimeout;
  private final AtomicReference<Optional<Ending>> ending = new AtomicReference<>(Optional.empty());
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread watch;
  private final Cancellation.Registration onCancel;
  private volatile Optional<ExitCode> exit = Optional.empty();

  /**
   * @param engine closed with this program
   * @param id of a container that was started, removed with this program
   */
  ContainerProgram(
      String connector, Engine engine, String id, Attachment attachment, RunOptions options) {
    this.engine = engine;
    this.id = id;
    this.attachment = attachment;
    this.stdout = new SilenceMeter(attachment.stdout());
    this.idleTimeout = options.idleTimeout();
    this.watch = new Thread(this::watch, "airbyte-watch " + connector);
    watch.setDaemon(true);
    watch.start();
    Cancellation cancellation = options.cancellation();
    this.onCancel =
        cancellation.onCancel(() -> cancellation.cause().map(Ending::by).ifPresent(this::end));
  }

  @Override
  public InputStream stdout() {
    return stdout;
  }

  @Override
  public String stderr() {
    return attachment.stderr().text();
  }

  @Override
  public Optional<Ending> ending() {
    return ending.get();
  }

  @Override
  public ExitCode awaitExit() {
    try {
      stdout.during(
          () -> {
            while (ending().isEmpty() && exit.isEmpty()) {
              exit = look();
              if (exit.isEmpty()) {
                over.await(EXIT_MILLIS, TimeUnit.MILLISECONDS);
              }
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(Ending.CANCELLED);
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    }
    return exit.orElse(new ExitCode(KILLED));
  }

  @Override
  public void close() {
    onCancel.close();
    end(Ending.CLOSED);
    over.countDown();
    boolean interrupted = false;
    while (watch.isAlive()) {
      try {
        watch.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has the watching thread remove the container. Returns at once. */
  private void end(Ending why) {
    if (exit.isEmpty() && ending.compareAndSet(Optional.empty(), Optional.of(why))) {
      over.countDown();
    }
  }

  private Optional<ExitCode> look() {
    try {
      ContainerState state = engine.client().inspectContainerCmd(id).exec().getState();
      if (Boolean.TRUE.equals(state.getRunning())) {
        return Optional.empty();
      }
      return Optional.ofNullable(state.getExitCodeLong())
          .map(code -> new ExitCode(code.intValue(), Boolean.TRUE.equals(state.getOOMKilled())));
    } catch (NotFoundException removedByOthers) {
      return Optional.of(new ExitCode(KILLED));
    } catch (RuntimeException e) {
      if (ending().isPresent()) {
        return Optional.empty();
      }
      throw engine.errors().unreachable(e);
    }
  }

  private void watch() {
    try {
      while (!over.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
        if (stdout.silence().compareTo(idleTimeout) > 0) {
          end(Ending.IDLE);
        }
      }
    } catch (InterruptedException e) {
      // nobody has a reason to interrupt this thread; if so, the container goes at once
    }
    try {
      // First nobody waits for a reader any more: Podman cannot kill what still wants to write.
      attachment.close();
    } catch (IOException e) {
      // closed by the engine
    }
    engine.remove(id);
    engine.close();
  }
}
