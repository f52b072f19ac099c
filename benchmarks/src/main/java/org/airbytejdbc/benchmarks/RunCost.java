package org.airbytejdbc.benchmarks;

import java.util.ArrayList;
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
 * @param bare the command of a verb, which writes to nowhere
 */
record RunCost(
    String way,
    String bareName,
    Connector connector,
    ConnectorConfig config,
    Function<String, List<String>> bare,
    double reach) {
  private static final RunOptions OPTIONS = RunOptions.defaults();

  /** A row a verb; the read is of that stream. */
  List<Result> measure(WorkFolder work, String stream, int runs) throws Exception {
    ReadRequest request = request(stream);
    List<Result> rows = new ArrayList<>();
    rows.add(row("spec", () -> connector.spec(OPTIONS), work, runs));
    rows.add(row("check", () -> connector.check(config, OPTIONS), work, runs));
    rows.add(row("discover", () -> connector.discover(config, OPTIONS), work, runs));
    rows.add(row("read", () -> read(request), work, runs));
    return rows;
  }

  private Result row(String verb, Pairs.Timed ours, WorkFolder work, int runs) throws Exception {
    Pairs pairs = Pairs.of(runs, 1, ours, () -> work.run(bare.apply(verb)));
    String what = way + ": " + verb + (verb.equals("read") ? " of 100k records" : "");
    return new Result(what, bareName, new Figures(pairs.ours), new Figures(pairs.theirs), reach);
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
