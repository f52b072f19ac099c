package org.airbytejdbc.cache.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.TraceMessage;

/** Brings a connector's messages where they belong. Runs on the syncing thread. */
final class MessagePump {
  private final Source source;
  private final Map<StreamName, StreamRun> runs = new HashMap<>();
  private final RunStates states;
  private final Committer committer;
  private final ProgressMeter meter;
  private Optional<StreamRun> latest = Optional.empty();

  MessagePump(
      Source source,
      List<StreamRun> runs,
      RunStates states,
      Committer committer,
      ProgressMeter meter) {
    this.source = source;
    this.states = states;
    this.committer = committer;
    this.meter = meter;
    runs.forEach(run -> this.runs.put(run.name(), run));
  }

  /** Returns once the connector has ended well. */
  void pump(MessageStream messages) {
    for (Optional<Message> message = messages.next();
        message.isPresent();
        message = messages.next()) {
      accept(message.get());
    }
  }

  private void accept(Message message) {
    if (message instanceof RecordMessage record) {
      StreamRun run = run(record.stream());
      run.append(record);
      committer.afterRecord(run, record.line().length);
      meter.tellNowAndThen(run);
    } else if (message instanceof StateMessage state) {
      states.add(state);
      committer.afterState();
    } else if (message instanceof TraceMessage.Estimate estimate) {
      known(estimate.stream()).ifPresent(run -> run.expect(estimate.rows()));
    } else if (message instanceof TraceMessage.Status status) {
      known(status.stream()).ifPresent(run -> run.status(status.status()));
    }
  }

  private StreamRun run(StreamName stream) {
    StreamRun run = latest.orElse(null);
    if (run == null || !run.name().equals(stream)) {
      run = known(stream).orElseThrow(() -> unasked(stream));
      latest = Optional.of(run);
    }
    return run;
  }

  /** Some connectors leave the namespace out that their catalog gives. */
  private Optional<StreamRun> known(StreamName stream) {
    StreamRun run = runs.get(stream);
    if (run != null || stream.namespace().isPresent()) {
      return Optional.ofNullable(run);
    }
    List<StreamRun> alike =
        runs.values().stream().filter(one -> one.name().name().equals(stream.name())).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  private ConnectorException unasked(StreamName stream) {
    return new ConnectorException(
        ConnectorException.Kind.PROTOCOL_VIOLATION,
        source.connector().name()
            + " gave a record of stream "
            + stream
            + ", which it was not asked for",
        "Report this to the connector's maintainers");
  }
}
