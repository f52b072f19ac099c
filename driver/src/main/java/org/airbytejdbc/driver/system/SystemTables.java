package org.airbytejdbc.driver.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airbytejdbc.calcite.SystemSchema;
import org.airbytejdbc.driver.result.MemoryRows;

/** All system tables, put before the statements of one connection. Thread-safe. */
public final class SystemTables {
  /** The schema that they are in. */
  public static final String SCHEMA = "airbyte";

  private static final List<SystemTable> ALL =
      Stream.of(
              new ColumnsTable(),
              new ConnectorsTable(),
              new FunctionsTable(),
              new LogsTable(),
              new RunningTable(),
              new SchemaChangesTable(),
              new SettingsTable(),
              new SourcesTable(),
              new StateTable(),
              new StreamsTable(),
              new SyncsTable())
          .sorted(Comparator.comparing(SystemTable::name))
          .toList();

  private final MemoryRows memory;
  private final AtomicLong numbers = new AtomicLong();

  /**
   * @param memory closed by the caller
   */
  public SystemTables(MemoryRows memory) {
    this.memory = memory;
  }

  /** All that there are, by name. */
  public static List<SystemTable> all() {
    return ALL;
  }

  /** Their names, for those who read statements. */
  public static SystemSchema schema() {
    return new SystemSchema(
        SCHEMA, ALL.stream().map(SystemTable::name).collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * The engine with the tables that a statement names, and no other; closed by the caller.
   *
   * @param tables their names, in lower case
   * @param empty whether they are made without rows, which asks nobody
   * @param currentSchema where names without a schema are looked up
   */
  public SystemSession open(
      Set<String> tables, boolean empty, String currentSchema, SystemContext context)
      throws SQLException {
    SystemSession session =
        SystemSession.open(memory, "airbyte_system_" + numbers.incrementAndGet());
    try {
      fill(session, tables, empty, context);
      session.use(currentSchema.equalsIgnoreCase(SCHEMA) ? SCHEMA : "main");
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static void fill(
      SystemSession session, Set<String> tables, boolean empty, SystemContext context)
      throws SQLException {
    session.use(SCHEMA);
    Connection engine = session.connection();
    for (SystemTable table : ALL) {
      if (tables.contains(table.name())) {
        if (empty) {
          table.storeEmpty(engine);
        } else {
          table.store(engine, context);
        }
      }
    }
  }
}
