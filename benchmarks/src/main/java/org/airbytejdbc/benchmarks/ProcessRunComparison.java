package org.airbytejdbc.benchmarks;

import java.util.List;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.launch.ExecutableLauncher;
import org.airbytejdbc.connector.launch.ProcessConnector;

/** A real connector as a process: against its command in a shell. */
final class ProcessRunComparison implements Comparison {
  @Override
  public String name() {
    return "process";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    HardcodedRecords source = HardcodedRecords.of(work, RunCost.RECORDS);
    return new RunCost(
            "process",
            "the command > /dev/null",
            new ProcessConnector(HardcodedRecords.NAME, new ExecutableLauncher(source.program())),
            new ConnectorConfig(source.config()),
            source::command)
        .measure(work, HardcodedRecords.STREAM);
  }
}
