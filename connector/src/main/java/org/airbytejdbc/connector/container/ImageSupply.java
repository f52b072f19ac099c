package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.container.ContainerSettings.Pull;

/** Gets images to the engine, and tells how far it is. */
record ImageSupply(Engine engine, RegistryLogins logins, String connector, Pull pull) {
  /** Sees to it that the engine has the image, and returns the name that means just this one. */
  String get(ImageName image, RunOptions options) {
    Optional<String> present = exact(image);
    if (present.isPresent() && pull != Pull.ALWAYS) {
      return present.get();
    }
    if (pull == Pull.NEVER) {
      throw new ConnectorException(
          Kind.IMAGE_UNAVAILABLE,
          "%s: the engine has no image %s, and pull=never".formatted(connector, image),
          "Load it, or leave pull= out");
    }
    pull(image, options);
    return exact(image)
        .orElseThrow(
            () -> engine.errors().image(connector, image, "it is not there after the pull"));
  }

  private Optional<String> exact(ImageName image) {
    try {
      return Optional.of(image.exact(engine.client().inspectImageCmd(image.text()).exec()));
    } catch (NotFoundException missing) {
      return Optional.empty();
    } catch (RuntimeException e) {
      throw engine.errors().launch(connector, image, e);
    }
  }

  private void pull(ImageName image, RunOptions options) {
    options.listener().preparing(connector, "pulling " + image);
    PullProgress progress =
        new PullProgress(step -> options.listener().preparing(connector, step), image);
    Cancellation.Registration onCancel = options.cancellation().onCancel(progress::close);
    try {
      PullImageCmd command = engine.client().pullImageCmd(image.text());
      logins.of(image, options.cancellation()).ifPresent(command::withAuthConfig);
      Optional<String> failure = command.exec(progress).await();
      options.cancellation().throwIfCancelled();
      if (failure.isPresent()) {
        throw engine.errors().image(connector, image, failure.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    } finally {
      onCancel.close();
      progress.close();
    }
  }
}
