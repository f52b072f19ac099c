package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.launch.ExecutableLauncher;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.connector.launch.RunningConnector;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.testing.ScriptedConnector;
import org.airbytejdbc.testing.TestEngine;

/** A scripted connector that can be run as a container and as a program, side by side. */
record ContainerLab(TestEngine engine, Path folder, ScriptedConnector script) {
  static final ConnectorConfig CONFIG = RunningConnector.CONFIG;

  Connector connector() throws IOException {
    return connector(settings(TestEngine.IMAGE, Optional.empty(), "none"));
  }

  Connector connector(ContainerSettings settings) throws IOException {
    TestEngine.open(script);
    return new ProcessConnector(
        "source-x",
        new ContainerLauncher(
            "source-x", Optional.empty(), settings, folder.resolve("home"), engine.environment()));
  }

  Connector program() throws IOException {
    return new ProcessConnector("source-x", new ExecutableLauncher(script.write()));
  }

  ContainerSettings settings(String image, Optional<Long> memory, String network) {
    return settings(image, memory, network, ContainerSettings.Pull.MISSING);
  }

  ContainerSettings settings(
      String image, Optional<Long> memory, String network, ContainerSettings.Pull pull) {
    Mount mount = new Mount(script.file("").toString(), TestEngine.MOUNTED, false);
    return new ContainerSettings(
        Optional.of(image), pull, Optional.of(network), memory, Optional.empty(), List.of(mount));
  }

  ConnectorException failure(Connector connector) {
    return catchThrowableOfType(
        ConnectorException.class, () -> said(connector.read(request(), RunOptions.defaults())));
  }

  ConnectorException specFailure(ContainerSettings settings) throws IOException {
    Connector connector = connector(settings);
    return catchThrowableOfType(
        ConnectorException.class, () -> connector.spec(RunOptions.defaults()));
  }

  /** All that a run says until its good end, and closes it. */
  static List<String> said(MessageStream run) {
    List<String> said = new ArrayList<>();
    try (run) {
      for (Optional<Message> next = run.next(); next.isPresent(); next = run.next()) {
        said.add(
            next.get() instanceof RecordMessage record ? record.data() : next.get().toString());
      }
    }
    return said;
  }

  static long count(MessageStream run) {
    long count = 0;
    while (run.next().isPresent()) {
      count++;
    }
    return count;
  }

  static ReadRequest request() {
    return request(new StateInput.None());
  }

  static ReadRequest request(StateInput state) {
    return RunningConnector.request(state);
  }
}
