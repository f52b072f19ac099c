package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.LogConfig.LoggingType;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.math.BigDecimal;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.launch.Invocation;
import org.airbytejdbc.connector.launch.RunningProgram;

/** Makes a container, fills it, listens to it and starts it, in this order. */
record ContainerStart(Engine engine, ImageName image, ContainerSettings settings) {
  private static final int ATTACH_SECONDS = 30;
  private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000L);
  private static final String HOST = "host.docker.internal";

  /** The running container, which owns the engine from now on. */
  RunningProgram start(Invocation invocation, RunOptions options) {
    String id = "";
    Attachment attachment = new Attachment();
    try {
      id = create(invocation);
      if (!invocation.documents().isEmpty()) {
        engine
            .client()
            .copyArchiveToContainerCmd(id)
            .withRemotePath("/")
            .withTarInputStream(Documents.archive(invocation.documents()))
            .exec();
      }
      engine
          .client()
          .attachContainerCmd(id)
          .withStdOut(true)
          .withStdErr(true)
          .withFollowStream(true)
          .exec(attachment);
      attachment.awaitStarted(ATTACH_SECONDS);
      options.cancellation().throwIfCancelled();
      engine.client().startContainerCmd(id).exec();
      // While the connector gets ready, so that nobody waits for it.
      AbandonedContainers.clear(engine);
      return new ContainerProgram(invocation.connector(), engine, id, attachment, options);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      giveUp(id, attachment);
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    } catch (ConnectorException e) {
      giveUp(id, attachment);
      throw e;
    } catch (IOException | RuntimeException e) {
      giveUp(id, attachment);
      throw engine.errors().launch(invocation.connector(), image, e);
    }
  }

  private String create(Invocation invocation) {
    return engine
        .client()
        .createContainerCmd(image.text())
        .withCmd(invocation.arguments(Documents::path))
        .withLabels(Owner.self().labels())
        .withHostConfig(host())
        .exec()
        .getId();
  }

  private HostConfig host() {
    HostConfig host =
        HostConfig.newHostConfig()
            // Its output is read as it comes; a log would fill the engine's disk.
            .withLogConfig(new LogConfig(LoggingType.NONE))
            .withBinds(
                settings.mounts().stream()
                    .map(
                        mount ->
                            new Bind(
                                mount.host(),
                                new Volume(mount.container()),
                                mount.readOnly() ? AccessMode.ro : AccessMode.rw))
                    .toList());
    settings.network().ifPresent(host::withNetworkMode);
    // No swap beyond the limit, or the limit would be none.
    settings.memory().ifPresent(bytes -> host.withMemory(bytes).withMemorySwap(bytes));
    settings.cpus().map(cpus -> cpus.multiply(NANO).longValue()).ifPresent(host::withNanoCPUs);
    if (settings.network().map(ContainerStart::hasBridge).orElse(true)) {
      // Where Docker Desktop's name for the machine itself is not known by itself.
      host.withExtraHosts(HOST + ":host-gateway");
    }
    return host;
  }

  /** Whether containers on it reach the machine by a gateway. */
  private static boolean hasBridge(String network) {
    return !network.equals("host") && !network.equals("none") && !network.startsWith("container:");
  }

  private void giveUp(String id, Attachment attachment) {
    try {
      attachment.close();
    } catch (IOException e) {
      // closed by the engine
    }
    if (!id.isEmpty()) {
      engine.remove(id);
    }
  }
}
