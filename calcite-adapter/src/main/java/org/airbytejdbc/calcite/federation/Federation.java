package org.airbytejdbc.calcite.federation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.duckdb.Handover;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.SystemSchema;
import org.airbytejdbc.calcite.federation.FederatedPlan.Part;
import org.airbytejdbc.connector.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A statement over several caches, ready to run: each cache has done its part, and an engine of the
 * statement's own holds their rows.
 *
 * <p>Calcite decides only who does what. All is computed by engines of one kind, so that values,
 * types and functions are those of a statement in one cache. Closed by whoever opened it, after
 * what was run.
 */
public final class Federation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Federation.class);

  private final Handover handover;
  private final Connection engine;
  private final String sql;

  private Federation(Handover handover, Connection engine, String sql) {
    this.handover = handover;
    this.engine = engine;
    this.sql = sql;
  }

  /**
   * Has the caches do their parts. The touched streams must be fresh.
   *
   * @param currentSchema where names without a schema are looked up
   * @param system an engine with the system tables that the statement names, if it does
   * @throws SQLException if an engine refuses the statement
   */
  public static Federation open(
      Federated statement,
      String currentSchema,
      Optional<Connection> system,
      Cancellation cancellation)
      throws SQLException {
    return new Opening(statement, currentSchema, system, cancellation, plan -> plan).open();
  }

  /** The same without rows, to look at the columns of the result. The tables must be there. */
  public static Federation describe(
      Federated statement,
      String currentSchema,
      Optional<Connection> system,
      Cancellation cancellation)
      throws SQLException {
    return new Opening(statement, currentSchema, system, cancellation, FederatedPlan::withoutRows)
        .open();
  }

  /** What each cache would do, and what would be done with that; nothing is read or run. */
  public static FederatedPlan plan(Federated statement, String currentSchema) {
    return FederatedPlanner.plan(statement, currentSchema)
        .orElseGet(() -> FederatedPlan.unplanned(statement));
  }

  private record Opening(
      Federated statement,
      String currentSchema,
      Optional<Connection> system,
      Cancellation cancellation,
      UnaryOperator<FederatedPlan> wanted) {
    Federation open() throws SQLException {
      Optional<FederatedPlan> plan = FederatedPlanner.plan(statement, currentSchema);
      if (plan.isPresent()) {
        try {
          return open(wanted.apply(plan.get()));
        } catch (SQLException e) {
          cancellation.throwIfCancelled();
          LOG.debug("The engine refuses what Calcite planned: {}", e.getMessage());
        }
      }
      return open(wanted.apply(FederatedPlan.unplanned(statement)));
    }

    private Federation open(FederatedPlan plan) throws SQLException {
      Handover handover = Handover.open();
      try {
        for (Part part : plan.parts()) {
          add(part, handover);
        }
        for (String table : statement.system().tables()) {
          addSystem(table, handover);
        }
        Connection engine = handover.read();
        try {
          adapt(engine, plan);
          try (PreparedStatement prepared = engine.prepareStatement(plan.sql())) {
            LOG.debug("{} of {} parts", prepared, plan.parts().size());
          }
          return new Federation(handover, engine, plan.sql());
        } catch (SQLException | RuntimeException e) {
          engine.close();
          throw e;
        }
      } catch (SQLException | RuntimeException e) {
        handover.close();
        throw e;
      }
    }

    private void add(Part part, Handover handover) throws SQLException {
      try (Cache.Session session = part.cache().open(cancellation)) {
        Connection cache = session.connection();
        try (Statement settings = cache.createStatement()) {
          settings.execute(timeZone());
        }
        handover.add(cache, part.schema(), part.table(), part.sql(), cancellation);
      }
    }

    private void addSystem(String table, Handover handover) throws SQLException {
      String schema = statement.system().name();
      String rows = "SELECT * FROM " + SqlName.quoted(schema) + "." + SqlName.quoted(table);
      handover.add(system.orElseThrow(), schema, table, rows, cancellation);
    }

    private void adapt(Connection engine, FederatedPlan plan) throws SQLException {
      try (Statement settings = engine.createStatement()) {
        settings.execute(timeZone());
        if (isThere(currentSchema, plan)) {
          settings.execute("SET search_path = " + SqlName.literal(SqlName.quoted(currentSchema)));
        }
      }
    }

    private boolean isThere(String schema, FederatedPlan plan) {
      SystemSchema system = statement.system();
      return !system.tables().isEmpty() && system.is(schema)
          || plan.parts().stream().anyMatch(part -> part.schema().equalsIgnoreCase(schema));
    }

    /** Times without an offset are meant as the JVM means them. */
    private static String timeZone() {
      return "SET TimeZone = " + SqlName.literal(TimeZone.getDefault().getID());
    }
  }

  /** The statement's own engine; closed with this. */
  public Connection connection() {
    return engine;
  }

  /** What is to be run there; parameters keep their numbers. */
  public String sql() {
    return sql;
  }

  /** Idempotent. */
  @Override
  public void close() {
    try {
      engine.close();
    } catch (SQLException e) {
      LOG.debug("The engine was not closed well: {}", e.getMessage());
    } finally {
      handover.close();
    }
  }
}
