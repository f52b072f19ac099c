package org.airbytejdbc.driver.procedure;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.lock.ConnectorLock;
import org.airbytejdbc.connector.lock.LockedPackages;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** Holds connectors to what they are now: {@code CALL airbyte.lock()}. */
final class LockProcedure implements Procedure {
  @Override
  public String name() {
    return "lock";
  }

  @Override
  public String description() {
    return "Writes what the connectors are now into the lock file, which later connections hold them to";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(SourceArgument.PARAMETER);
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR", "connector VARCHAR", "runs VARCHAR", "packages INTEGER", "file VARCHAR");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    ConnectorLocks locks = context.list().locks();
    Path file = locks.file().orElse(null);
    if (file == null) {
      throw SqlState.INVALID_ARGUMENT.exception(
          "There is no lock file", "Name it by lock=PATH, or use a workspace file.");
    }
    Optional<String> source = arguments.text(SourceArgument.PARAMETER.name());
    if (source.isPresent()) {
      SourceArgument.one(source.get(), context);
    }
    return Answer.rows(
        columns(),
        locks.lock(source, context.run()).sources().entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue(), file))
            .toList());
  }

  private static List<Object> row(String source, ConnectorLock lock, Path file) {
    int packages = lock.packages().map(LockedPackages::hashes).map(all -> all.size()).orElse(0);
    return Arrays.asList(source, lock.connector(), lock.runs(), packages, file.toString());
  }
}
