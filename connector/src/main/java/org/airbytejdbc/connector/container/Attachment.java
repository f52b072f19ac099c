package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.airbytejdbc.connector.launch.StderrTail;

/** Takes a container's output from the engine and parts stdout from stderr. */
final class Attachment implements ResultCallback<Frame> {
  private final FramePipe stdout = new FramePipe();
  private final StderrTail stderr = new StderrTail();
  private final CompletableFuture<Closeable> stream = new CompletableFuture<>();

  FramePipe stdout() {
    return stdout;
  }

  StderrTail stderr() {
    return stderr;
  }

  /** Waits until the engine sends; what a container writes before that is lost. */
  void awaitStarted(int seconds) throws InterruptedException, IOException {
    try {
      stream.get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("The engine lets nobody attach: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new IOException("The engine did not attach within " + seconds + " s", e);
    }
  }

  @Override
  public void onStart(Closeable opened) {
    stream.complete(opened);
  }

  @Override
  public void onNext(Frame frame) {
    switch (frame.getStreamType()) {
      case STDOUT, RAW -> write(frame.getPayload());
      case STDERR -> stderr.add(frame.getPayload(), frame.getPayload().length);
      case STDIN -> {}
    }
  }

  @Override
  public void onError(Throwable failure) {
    stream.completeExceptionally(failure);
    stdout.fail(failure);
  }

  @Override
  public void onComplete() {
    stdout.end();
  }

  /** Ends the sending; whoever reads or writes goes on. */
  @Override
  public void close() throws IOException {
    stdout.abandon();
    Closeable opened = stream.isCompletedExceptionally() ? null : stream.getNow(null);
    Optional<Closeable> toClose = Optional.ofNullable(opened);
    if (toClose.isPresent()) {
      toClose.get().close();
    }
  }

  private void write(byte[] payload) {
    try {
      stdout.write(payload);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stdout.fail(e);
    }
  }
}
