package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.launch.Ending;
import org.airbytejdbc.connector.launch.ExitCode;
import org.airbytejdbc.connector.launch.RunningProgram;
import org.airbytejdbc.connector.launch.Watch;

/**
 * A connector that runs in a container of its own.
 *
 * <p>A thread of the engine's client brings its output. Another watches over it, and at the end
 * removes the container by force: asking it first would only let it write more.
 */
final class ContainerProgram implements RunningProgram, Watch.Watched {
  private static final long GLANCE_MILLIS = 50;
  private static final long EXIT_MILLIS = 10;
  private static final int KILLED = 137;

  private final Engine engine;
  private final String id;
  private final Attachment attachment;
  private final AtomicReference<Optional<Ending>> ending = new AtomicReference<>(Optional.empty());
  private final CountDownLatch over = new CountDownLatch(1);
  private final Watch watch;
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
    this.watch = new Watch(connector, attachment.stdout(), options, this);
  }

  @Override
  public InputStream stdout() {
    return watch.stdout();
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
    watch.during(
        () -> {
          while (ending().isEmpty() && exit.isEmpty()) {
            exit = look();
            if (exit.isEmpty()) {
              over.await(EXIT_MILLIS, TimeUnit.MILLISECONDS);
            }
          }
        });
    return exit.orElse(new ExitCode(KILLED));
  }

  @Override
  public void close() {
    watch.close();
  }

  @Override
  public void end(Ending why) {
    if (exit.isEmpty()) {
      ending.compareAndSet(Optional.empty(), Optional.of(why));
    }
    over.countDown();
  }

  @Override
  public boolean awaitOver() throws InterruptedException {
    return over.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
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

  @Override
  public void clear() {
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
