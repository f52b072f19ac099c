package org.airbytejdbc.driver.error;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.util.Locale;

/**
 * Every way that a call can fail, with its SQLState and the class of its exception.
 *
 * <p>Pools throw a connection away on {@code 08…} and {@code 0A000}, so no failed query has those.
 */
public enum SqlState {
  SYNTAX_ERROR("42601", SQLSyntaxErrorException::new),
  INVALID_STATEMENT("42000", SQLSyntaxErrorException::new),
  UNDEFINED_TABLE("42P01", SQLSyntaxErrorException::new),
  UNDEFINED_COLUMN("42703", SQLSyntaxErrorException::new),
  UNDEFINED_FUNCTION("42883", SQLSyntaxErrorException::new),
  UNDEFINED_SCHEMA("3F000", SQLSyntaxErrorException::new),

  INVALID_VALUE("22000", SQLDataException::new),
  INVALID_TEXT("22P02", SQLDataException::new),
  OUT_OF_RANGE("22003", SQLDataException::new),
  WRONG_TYPE("07006", SQLDataException::new),
  CONSTRAINT_VIOLATED("23000", SQLIntegrityConstraintViolationException::new),

  INVALID_ARGUMENT("22023", SQLNonTransientException::new),
  OBJECT_CLOSED("55000", SQLNonTransientException::new),
  NO_CURRENT_ROW("24000", SQLNonTransientException::new),
  NOT_SUPPORTED("0A000", SQLFeatureNotSupportedException::new),
  INVALID_SETTINGS("08001", SQLNonTransientConnectionException::new),
  CONNECTION_CLOSED("08003", SQLNonTransientConnectionException::new),

  READ_ONLY("25006", SQLNonTransientException::new),
  IN_TRANSACTION("25001", SQLNonTransientException::new),
  FAILED_TRANSACTION("25P02", SQLNonTransientException::new),
  CONFLICT("40001", SQLTransactionRollbackException::new),

  CANCELLED("57014", SQLNonTransientException::new),
  TIMED_OUT("57014", SQLTimeoutException::new),

  UNKNOWN_CONNECTOR("HV00N", SQLNonTransientException::new),
  REGISTRY_UNREACHABLE("HV00N", SQLTransientException::new),
  CONNECTOR_NOT_INSTALLED("HV00L", SQLNonTransientException::new),
  NO_CONTAINER_ENGINE("HV00L", SQLNonTransientException::new),
  IMAGE_UNAVAILABLE("HV00L", SQLNonTransientException::new),
  LOCK_FILE("HV00L", SQLNonTransientException::new),
  INVALID_CONFIG("HV024", SQLNonTransientException::new),
  MISSING_SECRET("HV024", SQLNonTransientException::new),
  CHECK_FAILED("HV00N", SQLNonTransientException::new),
  CONNECTOR_FAILED("HV000", SQLTransientException::new),
  CONNECTOR_SILENT("HV000", SQLTransientException::new),
  STREAM_GONE("HV00R", SQLNonTransientException::new),

  CACHE_UNAVAILABLE("58030", SQLNonTransientException::new),
  CACHE_LOCKED("55P03", SQLTransientException::new),
  OUT_OF_SPACE("53100", SQLTransientException::new),
  NEVER_READ("55006", SQLNonTransientException::new),
  INTERNAL("XX000", SQLException::new);

  /** Makes an exception of the class that goes with a state. */
  private interface Maker {
    SQLException make(String reason, String state);
  }

  private final String code;
  private final Maker maker;

  SqlState(String code, Maker maker) {
    this.code = code;
    this.maker = maker;
  }

  /** The five characters. */
  public String code() {
    return code;
  }

  /** Its heading in {@code docs/errors.md}. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param message what happened
   * @param guidance what to do about it; may be empty
   */
  public SQLException exception(String message, String guidance) {
    String advice = guidance.isEmpty() ? "" : "\n" + guidance;
    return maker.make(message + advice + "\n(docs/errors.md#" + anchor() + ")", code);
  }
}
