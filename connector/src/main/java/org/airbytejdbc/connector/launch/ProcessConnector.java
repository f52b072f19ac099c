package org.airbytejdbc.connector.launch;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.launch.Invocation.Verb;
import org.airbytejdbc.connector.lock.Identified;
import org.airbytejdbc.connector.lock.LockedPackages;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.CatalogJson;
import org.airbytejdbc.connector.protocol.CatalogMessage;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.SpecMessage;

/** A connector that is a program of its own: each call runs it once, from start to end. */
public final class ProcessConnector implements Connector, Identified {
  private final String name;
  private final Launcher launcher;

  public ProcessConnector(String name, Launcher launcher) {
    this.name = requireNonNull(name, "name");
    this.launcher = requireNonNull(launcher, "launcher");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return launcher.version();
  }

  @Override
  public String identity() {
    return launcher.identity();
  }

  @Override
  public Optional<LockedPackages> packages(RunOptions options) {
    return launcher.packages(options);
  }

  @Override
  public boolean installed() {
    return launcher.installed();
  }

  @Override
  public List<String> ways() {
    return List.of(launcher.what());
  }

  @Override
  public ConnectorSpecification spec(RunOptions options) {
    try (ConnectorRun run = start(Verb.SPEC, Map.of(), new ConnectorConfig("{}"), options)) {
      return answer(run, Verb.SPEC, SpecMessage.class).specification();
    }
  }

  /** A status of FAILED is returned, however the connector ends after it. */
  @Override
  public ConnectionStatus check(ConnectorConfig config, RunOptions options) {
    try (ConnectorRun run = start(Verb.CHECK, files(config), config, options)) {
      return answer(run, Verb.CHECK, ConnectionStatus.class);
    }
  }

  @Override
  public AirbyteCatalog discover(ConnectorConfig config, RunOptions options) {
    try (ConnectorRun run = start(Verb.DISCOVER, files(config), config, options)) {
      return answer(run, Verb.DISCOVER, CatalogMessage.class).catalog();
    }
  }

  @Override
  public MessageStream read(ReadRequest request, RunOptions options) {
    Map<String, String> contents = files(request.config());
    contents.put("catalog", CatalogJson.write(request.catalog()));
    String state = request.state().json();
    if (!state.isEmpty()) {
      contents.put("state", state);
    }
    return start(Verb.READ, contents, request.config(), options);
  }

  private ConnectorRun start(
      Verb verb, Map<String, String> contents, ConnectorConfig config, RunOptions options) {
    options.cancellation().throwIfCancelled();
    RunningProgram program = launcher.start(new Invocation(name, verb, contents), options);
    return new ConnectorRun(name, program, config, options);
  }

  /** The first message of that kind; the rest is read until the connector has ended well. */
  private <T extends Message> T answer(ConnectorRun run, Verb verb, Class<T> kind) {
    Optional<T> answer = Optional.empty();
    try {
      for (Optional<Message> next = run.next(); next.isPresent(); next = run.next()) {
        if (answer.isEmpty()) {
          answer = next.filter(kind::isInstance).map(kind::cast);
        }
      }
    } catch (ConnectorException e) {
      return answer
          .filter(status -> status instanceof ConnectionStatus check && !check.succeeded())
          .filter(status -> e.kind() == Kind.CONNECTOR_FAILED || e.kind() == Kind.INVALID_CONFIG)
          .orElseThrow(() -> e);
    }
    return answer.orElseThrow(
        () ->
            new ConnectorException(
                Kind.PROTOCOL_VIOLATION,
                name + " ended without an answer to " + verb.word() + run.details(),
                "Check that it is an Airbyte connector"));
  }

  private static Map<String, String> files(ConnectorConfig config) {
    Map<String, String> contents = new LinkedHashMap<>();
    contents.put("config", config.reveal());
    return contents;
  }
}
