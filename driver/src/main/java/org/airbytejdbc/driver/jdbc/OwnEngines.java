package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.RoutedStatement.OnSystem;
import org.airbytejdbc.calcite.federation.Federation;
import org.airbytejdbc.driver.system.SystemContext;
import org.airbytejdbc.driver.system.SystemTables;

/**
 * Opens an engine of the statement's own, for what no cache can answer alone. The statement holds
 * what is opened until its answer is done with.
 */
final class OwnEngines {
  private final Session session;
  private final SystemTables system;

  OwnEngines(Session session, SystemTables system) {
    this.session = session;
    this.system = system;
  }

  Connection open(OnSystem statement, String schema, Execution execution) throws SQLException {
    return open(statement.tables(), statement.yieldsNoRows(), schema, execution);
  }

  /** To look at its columns: nobody is asked for rows. */
  Connection describe(OnSystem statement, String schema, Execution execution) throws SQLException {
    return open(statement.tables(), true, schema, execution);
  }

  /** Its streams must be fresh. */
  Federation open(Federated statement, String schema, Execution execution) throws SQLException {
    Optional<Connection> tables = system(statement, false, schema, execution);
    return execution.hold(Federation.open(statement, schema, tables, execution.cancellation()));
  }

  /** The same without rows, for which the tables of its streams must be there. */
  Federation describe(Federated statement, String schema, Execution execution) throws SQLException {
    Optional<Connection> tables = system(statement, true, schema, execution);
    return execution.hold(Federation.describe(statement, schema, tables, execution.cancellation()));
  }

  private Optional<Connection> system(
      Federated statement, boolean empty, String schema, Execution execution) throws SQLException {
    Set<String> tables = statement.system().tables();
    return tables.isEmpty()
        ? Optional.empty()
        : Optional.of(open(tables, empty, schema, execution));
  }

  private Connection open(Set<String> tables, boolean empty, String schema, Execution execution)
      throws SQLException {
    ConnectionContext context = session.context();
    SystemContext now =
        new SystemContext(
            context.attachments().current(context.run(execution.cancellation())),
            context.policy(),
            context.surroundings(),
            execution.cancellation(),
            why -> execution.warn(Notice.IN_DOUBT, why));
    return execution.hold(system.open(tables, empty, schema, now)).connection();
  }
}
