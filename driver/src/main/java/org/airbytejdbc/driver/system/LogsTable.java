package org.airbytejdbc.driver.system;

import java.util.Arrays;
import java.util.List;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** What the connectors said, secrets removed. */
final class LogsTable implements ToldTable {
  @Override
  public String name() {
    return "logs";
  }

  @Override
  public String description() {
    return "A line that a connector wrote to its log, of the last ones in this process";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "at TIMESTAMPTZ",
        "source VARCHAR",
        "connector VARCHAR",
        "level VARCHAR",
        "message VARCHAR");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    return context.surroundings().logs().stream()
        .map(
            line ->
                Arrays.<@Nullable Object>asList(
                    line.at().toString(),
                    line.source(),
                    line.connector(),
                    line.level(),
                    line.message()))
        .toList();
  }
}
