package org.airbytejdbc.cache.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants as whole microseconds since 1970, the way into and out of a TIMESTAMPTZ. */
public final class Instants {
  private Instants() {}

  /** For a {@code make_timestamptz(?)}. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** From an {@code epoch_us(…)}; NULL is none. */
  public static Optional<Instant> read(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(instant(micros));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
