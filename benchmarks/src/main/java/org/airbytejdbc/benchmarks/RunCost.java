package org.airbytejdbc.benchmarks;

import java.util.List;
import java.util.function.Function;
import org.airbytejdbc.benchmarks.Comparison.Result;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.DestinationSyncMode;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.SyncMode;

/**
 * What a run costs beside the bare command: each verb of the protocol, its messages understood.
 *
 * @param way begins the rows
 * @param bareName what it is compared with
 * @param bare the shell's command for a verb, which writes to nowhere
 */
record RunCost(
    String way,
    String bareName,
    Connector connector,
    ConnectorConfig config,
    Function<String, String> bare) {
  /** That the connector of {@link #measure} has to have. */
  static final int RECORDS = 100_000;

  private static final RunOptions OPTIONS = RunOptions.defaults();
  private static final int RUNS = 7;
  private static final double REACH = 1.05;

  /** A row a verb; the read is of that stream. */
  List<Result> measure(WorkFolder work, String stream) throws Exception {
    return List.of(
        row(work, "spec", "spec", () -> connector.spec(OPTIONS), REACH),
        row(work, "check", "check", () -> connector.check(config, OPTIONS), REACH),
        row(work, "discover", "discover", () -> connector.discover(config, OPTIONS), REACH),
        read(work, stream, "read of 100k records", REACH));
  }

  /** The row of a read alone. */
  Result read(WorkFolder work, String stream, String what, double reach) throws Exception {
    ReadRequest request = request(stream);
    return row(work, "read", what, () -> read(request), reach);
  }

  private Result row(WorkFolder work, String verb, String what, Pairs.Timed ours, double reach)
      throws Exception {
    List<String> theirs = List.of("sh", "-c", bare.apply(verb));
    Pairs pairs = Pairs.of(RUNS, 1, ours, () -> work.run(theirs));
    return new Result(
        way + ": " + what, bareName, new Figures(pairs.ours), new Figures(pairs.theirs), reach);
  }

  private void read(ReadRequest request) {
    try (MessageStream run = connector.read(request, OPTIONS)) {
      while (run.next().isPresent()) {
        // pulled, as the cache does
      }
    }
  }

  private ReadRequest request(String stream) {
    AirbyteStream wanted =
        connector.discover(config, OPTIONS).streams().stream()
            .filter(each -> each.name().name().equals(stream))
            .findFirst()
            .orElseThrow();
    ConfiguredStream configured =
        new ConfiguredStream(wanted, SyncMode.FULL_REFRESH, DestinationSyncMode.OVERWRITE);
    return new ReadRequest(
        config, new ConfiguredCatalog(List.of(configured)), new StateInput.None());
  }
}
