package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.procedure.Procedure.Parameter;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.airbytejdbc.driver.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/** What the procedures about packages take and tell. */
final class PackageRow {
  static final Parameter CONNECTOR =
      new Parameter("connector", "VARCHAR", true, "Such as source-faker, or a source's name");

  static final List<Column> COLUMNS =
      MemoryTable.columns(
          "connector VARCHAR",
          "version VARCHAR",
          "way VARCHAR",
          "folder VARCHAR",
          "seconds DOUBLE");

  private PackageRow() {}

  /** The answer that tells of the work's outcome, and how long it took. */
  static Answer timed(Supplier<List<InstalledConnector>> work) throws SQLException {
    long start = System.nanoTime();
    List<InstalledConnector> outcome = done(work);
    double seconds = (System.nanoTime() - start) / 1_000_000 / 1000.0;
    return Answer.rows(COLUMNS, outcome.stream().map(one -> row(one, seconds)).toList());
  }

  /** A fault of the call is none of the connection: a pool would throw it away. */
  private static List<InstalledConnector> done(Supplier<List<InstalledConnector>> work)
      throws SQLException {
    try {
      return work.get();
    } catch (SettingsException e) {
      throw SqlState.INVALID_ARGUMENT.exception(
          String.valueOf(e.getMessage()), e.guidance().orElse(""));
    }
  }

  private static List<@Nullable Object> row(InstalledConnector one, double seconds) {
    return Arrays.asList(
        one.name(), one.version().orElse(null), "package", one.location().toString(), seconds);
  }
}
