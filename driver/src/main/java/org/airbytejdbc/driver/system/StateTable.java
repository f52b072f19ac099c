package org.airbytejdbc.driver.system;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/** The states of incremental streams. */
final class StateTable implements ToldTable {
  @Override
  public String name() {
    return "state";
  }

  @Override
  public String description() {
    return "A state that a connector gave, from which the next sync goes on";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR",
        "streams VARCHAR[]",
        "kind VARCHAR",
        "pending BOOLEAN",
        "state VARCHAR",
        "stored_at TIMESTAMPTZ");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    return context.sources().sources().stream()
        .map(AttachedSource::source)
        .flatMap(source -> states(source.name(), context))
        .toList();
  }

  private static Stream<List<@Nullable Object>> states(String source, SystemContext context) {
    return context.account(source).states(source, context.cancellation()).stream()
        .map(
            state ->
                Arrays.<@Nullable Object>asList(
                    source,
                    state.streams().stream().sorted().toList(),
                    state.kind(),
                    state.pending(),
                    state.json(),
                    state.storedAt().toString()));
  }
}
