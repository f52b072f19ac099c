package org.airbytejdbc.driver.error;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.driver.settings.SettingsException;

/** Turns whatever went wrong into a SQLException with a SQLState, what happened and what to do. */
public final class SqlErrors {
  private SqlErrors() {}

  /** The failure as callers of JDBC see it; one that was translated before stays as it is. */
  public static SQLException translate(Throwable failure) {
    if (failure instanceof ConnectorException connector) {
      return caused(
          stateOf(connector.kind()), textOf(connector), connector.guidance().orElse(""), connector);
    }
    if (failure instanceof CacheException cache) {
      return caused(stateOf(cache.kind()), textOf(cache), cache.guidance().orElse(""), cache);
    }
    if (failure instanceof StatementException statement) {
      return caused(
          stateOf(statement.kind()), textOf(statement), statement.guidance().orElse(""), statement);
    }
    if (failure instanceof SettingsException settings) {
      return caused(
          SqlState.INVALID_SETTINGS, textOf(settings), settings.guidance().orElse(""), settings);
    }
    if (failure instanceof SQLException sql) {
      return sql.getSQLState() == null ? ofEngine(sql) : sql;
    }
    return caused(
        SqlState.INTERNAL,
        textOf(failure),
        "This is a fault of the driver: please report it.",
        failure);
  }

  /** The error of a statement that was told to stop, whatever else the stopping broke. */
  public static SQLException stopped(Cancellation.Cause why, Throwable failure) {
    ConnectorException stop = ConnectorException.stopped(why);
    return caused(stateOf(stop.kind()), textOf(stop), stop.guidance().orElse(""), failure);
  }

  /** What JDBC lets a driver leave out. */
  public static SQLFeatureNotSupportedException notSupported(String what) {
    return (SQLFeatureNotSupportedException)
        SqlState.NOT_SUPPORTED.exception(what + " is not supported", "");
  }

  /** A call on something closed, such as {@code "The statement"}. */
  public static SQLException closed(String what) {
    return SqlState.OBJECT_CLOSED.exception(what + " is closed", "");
  }

  /** An argument that the call does not take. */
  public static SQLException argument(String message) {
    return SqlState.INVALID_ARGUMENT.exception(message, "");
  }

  /** An error of the engine, which knows no SQLState. */
  private static SQLException ofEngine(SQLException engine) {
    return caused(EngineErrors.stateOf(textOf(engine)), textOf(engine), "", engine);
  }

  private static SQLException caused(
      SqlState state, String message, String guidance, Throwable cause) {
    SQLException exception = state.exception(message, guidance);
    exception.initCause(cause);
    return exception;
  }

  private static String textOf(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
  }

  private static SqlState stateOf(ConnectorException.Kind kind) {
    return switch (kind) {
      case UNKNOWN_CONNECTOR -> SqlState.UNKNOWN_CONNECTOR;
      case REGISTRY_UNREACHABLE -> SqlState.REGISTRY_UNREACHABLE;
      case NO_ENGINE -> SqlState.NO_CONTAINER_ENGINE;
      case IMAGE_UNAVAILABLE -> SqlState.IMAGE_UNAVAILABLE;
      case NO_PYTHON, INSTALL_FAILED, LAUNCH_FAILED -> SqlState.CONNECTOR_NOT_INSTALLED;
      case LOCK_FILE -> SqlState.LOCK_FILE;
      case INVALID_CONFIG -> SqlState.INVALID_CONFIG;
      case MISSING_SECRET -> SqlState.MISSING_SECRET;
      case CHECK_FAILED -> SqlState.CHECK_FAILED;
      case CONNECTOR_FAILED, PROTOCOL_VIOLATION -> SqlState.CONNECTOR_FAILED;
      case IDLE_TIMEOUT -> SqlState.CONNECTOR_SILENT;
      case UNSUPPORTED -> SqlState.INVALID_ARGUMENT;
      case CANCELLED -> SqlState.CANCELLED;
      case TIMED_OUT -> SqlState.TIMED_OUT;
    };
  }

  private static SqlState stateOf(CacheException.Kind kind) {
    return switch (kind) {
      case UNAVAILABLE -> SqlState.CACHE_UNAVAILABLE;
      case LOCKED -> SqlState.CACHE_LOCKED;
      case OUT_OF_SPACE -> SqlState.OUT_OF_SPACE;
      case BAD_RECORD -> SqlState.CONNECTOR_FAILED;
      case STREAM_GONE -> SqlState.STREAM_GONE;
      case NEVER_READ -> SqlState.NEVER_READ;
      case UNSUPPORTED -> SqlState.INVALID_STATEMENT;
      case ENGINE -> SqlState.INTERNAL;
    };
  }

  private static SqlState stateOf(StatementException.Kind kind) {
    return switch (kind) {
      case SYNTAX -> SqlState.SYNTAX_ERROR;
      case UNKNOWN_TABLE -> SqlState.UNDEFINED_TABLE;
      case UNKNOWN_SCHEMA -> SqlState.UNDEFINED_SCHEMA;
      case UNSUPPORTED -> SqlState.INVALID_STATEMENT;
    };
  }
}
