package org.airbytejdbc.connector.launch;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.DestinationSyncMode;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.testing.ScriptedConnector;

/** A scripted connector, run as the driver runs one, reading its one stream {@code users}. */
public final class RunningConnector {
  public static final ConnectorConfig CONFIG = new ConnectorConfig("{\"key\":\"k\"}");

  final ScriptedConnector script;
  final Connector connector;

  RunningConnector(Path folder) {
    script = new ScriptedConnector(folder, "source-x").stream("users", "{\"id\":{}}");
    connector = new ProcessConnector("source-x", new ExecutableLauncher(script.executable()));
  }

  /** A run that plays these steps. */
  MessageStream read(RunOptions options, String... steps) {
    script.read(steps).write();
    return connector.read(request(new StateInput.None()), options);
  }

  /** To read all of its stream. */
  public static ReadRequest request(StateInput state) {
    AirbyteStream users =
        new AirbyteStream(StreamName.of("users"), "{}", Set.of(SyncMode.FULL_REFRESH));
    ConfiguredStream configured =
        new ConfiguredStream(
            users,
            SyncMode.FULL_REFRESH,
            DestinationSyncMode.OVERWRITE,
            List.of(),
            List.of(),
            3,
            2,
            7);
    return new ReadRequest(CONFIG, new ConfiguredCatalog(List.of(configured)), state);
  }

  /** The failure of a run that plays these steps, pulled to its end and closed. */
  ConnectorException failure(RunOptions options, String... steps) {
    try (MessageStream run = read(options, steps)) {
      return failure(run);
    }
  }

  ConnectorException failure(String... steps) {
    return failure(RunOptions.defaults(), steps);
  }

  static ConnectorException failure(MessageStream run) {
    return catchThrowableOfType(ConnectorException.class, () -> all(run));
  }

  /** All that a run says until its good end. */
  static List<Message> all(MessageStream run) {
    List<Message> messages = new ArrayList<>();
    for (Optional<Message> next = run.next(); next.isPresent(); next = run.next()) {
      messages.add(next.get());
    }
    return messages;
  }

  static String data(Message message) {
    return ((RecordMessage) message).data();
  }

  /** What runs of this JVM have on the disk by now. */
  public static List<Path> temporaryFiles() throws IOException {
    String own = PrivateFiles.PREFIX + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(PrivateFiles.temporary())) {
      return files.filter(file -> file.getFileName().toString().startsWith(own)).toList();
    }
  }

  /** The child that the step of that name started. */
  long childPid() throws IOException {
    return Long.parseLong(Files.readString(script.file("child.pid")));
  }

  /** Whether a process runs; one that waits to be fetched by its parent does not. */
  static boolean isRunning(long pid) {
    if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
      return false;
    }
    try {
      return !Files.readString(Path.of("/proc", Long.toString(pid), "stat")).contains(") Z ");
    } catch (IOException goneOrNoSuchFileHere) {
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
  }

  /** Whether any process that the connector was run as is still there. */
  boolean isAnyRunning() {
    return script.calls().stream().anyMatch(call -> isRunning(call.pid()));
  }
}
