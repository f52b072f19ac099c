package org.airbytejdbc.driver.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.airbytejdbc.driver.error.SqlErrors;

/** The ways to walk through rows. */
enum ResultSetType {
  FORWARD_ONLY(ResultSet.TYPE_FORWARD_ONLY),
  SCROLL_INSENSITIVE(ResultSet.TYPE_SCROLL_INSENSITIVE);

  private final int code;

  ResultSetType(int code) {
    this.code = code;
  }

  /** The constant of {@link ResultSet}. */
  int code() {
    return code;
  }

  /** What is nearest to the wish; one that cannot be granted is told as a warning, not refused. */
  static ResultSetType of(int type, int concurrency, Warnings warnings) throws SQLException {
    if (concurrency == ResultSet.CONCUR_UPDATABLE) {
      warnings.add(Notice.DOWNGRADED, "Result sets cannot be updated: this one is read-only");
    } else if (concurrency != ResultSet.CONCUR_READ_ONLY) {
      throw SqlErrors.argument("There is no concurrency " + concurrency);
    }
    return switch (type) {
      case ResultSet.TYPE_FORWARD_ONLY -> FORWARD_ONLY;
      case ResultSet.TYPE_SCROLL_INSENSITIVE -> SCROLL_INSENSITIVE;
      case ResultSet.TYPE_SCROLL_SENSITIVE -> {
        warnings.add(Notice.DOWNGRADED, "Result sets do not show later changes");
        yield SCROLL_INSENSITIVE;
      }
      default -> throw SqlErrors.argument("There is no type of result set " + type);
    };
  }
}
