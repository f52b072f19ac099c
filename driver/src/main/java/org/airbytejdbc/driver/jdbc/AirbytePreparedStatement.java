package org.airbytejdbc.driver.jdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Optional;
import org.airbytejdbc.calcite.RoutedStatement.Procedure;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.jdbc.StatementRunner.Described;
import org.airbytejdbc.driver.result.ResultColumns;
import org.airbytejdbc.driver.result.SqlTimes;
import org.airbytejdbc.driver.surface.ParameterSetters;
import org.airbytejdbc.driver.surface.StreamSetters;
import org.jspecify.annotations.Nullable;

/** A statement with parameters. It is prepared in the engine each time that it runs. */
class AirbytePreparedStatement extends AirbyteStatement implements ParameterSetters, StreamSetters {
  /** Reads what the engine knows of a statement that it has prepared. */
  private interface Description<T> {
    Optional<T> of(Described statement, Execution execution) throws SQLException;
  }

  private final String sql;
  private final Parameters parameters = new Parameters();

  AirbytePreparedStatement(AirbyteConnection connection, ResultSetType type, String sql) {
    super(connection, type);
    this.sql = sql;
  }

  @Override
  public boolean execute() throws SQLException {
    return run(sql, given()).rows().isPresent();
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    return rows(run(sql, given()));
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    return count(run(sql, given()));
  }

  @Override
  public int executeUpdate() throws SQLException {
    return (int) Math.min(executeLargeUpdate(), Integer.MAX_VALUE);
  }

  private Optional<Parameters> given() {
    return Optional.of(parameters);
  }

  /** The text is given once, when the statement is made. */
  private SQLException textRefused() throws SQLException {
    ensureOpen();
    return SqlErrors.argument("A prepared statement is executed without a text");
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    throw textRefused();
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    throw textRefused();
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    throw textRefused();
  }

  /** Reads no stream; null for what gives no rows. */
  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    ResultSet open = getResultSet();
    if (open != null && !open.isClosed()) {
      return open.getMetaData();
    }
    return described(AirbytePreparedStatement::columns).orElse(null);
  }

  private static Optional<ResultSetMetaData> columns(Described statement, Execution execution)
      throws SQLException {
    return statement.rows()
        ? Optional.of(new ResultColumns(statement.engine().getMetaData(), execution))
        : Optional.empty();
  }

  /** Reads no stream. */
  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    Optional<ParameterTypes> types =
        described(
            (statement, execution) ->
                Optional.of(
                    ParameterTypes.of(
                        statement.engine().getParameterMetaData(), execution.timeZoneTypes())));
    return types.isPresent() ? types.get() : CallParameters.of(called()).types();
  }

  /** The call that the text is; empty if it is none. */
  final Optional<Procedure> called() throws SQLException {
    ensureOpen();
    Execution execution = new Execution(this);
    try {
      return connection().runner().call(request(sql, given()), execution);
    } catch (RuntimeException e) {
      throw execution.failure(e);
    }
  }

  private <T> Optional<T> described(Description<T> description) throws SQLException {
    ensureOpen();
    Execution execution = new Execution(this);
    try {
      Optional<Described> statement =
          connection().runner().describe(request(sql, given()), execution);
      return statement.isPresent() ? description.of(statement.get(), execution) : Optional.empty();
    } catch (SQLException | RuntimeException e) {
      throw execution.failure(e);
    } finally {
      execution.release();
    }
  }

  @Override
  public void clearParameters() throws SQLException {
    ensureOpen();
    parameters.clear();
  }

  @Override
  public void setObject(int parameter, @Nullable Object value) throws SQLException {
    ensureOpen();
    parameters.set(parameter, ParameterValues.of(value));
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, int type) throws SQLException {
    ensureOpen();
    parameters.set(parameter, ParameterValues.of(value, type));
  }

  /** The scale counts for decimals, which are rounded to it. */
  @Override
  public void setObject(int parameter, @Nullable Object value, int type, int scaleOrLength)
      throws SQLException {
    ensureOpen();
    Object given = ParameterValues.of(value, type);
    boolean rounded = given instanceof BigDecimal && scaleOrLength >= 0;
    parameters.set(
        parameter,
        rounded ? ((BigDecimal) given).setScale(scaleOrLength, RoundingMode.HALF_UP) : given);
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, @Nullable SQLType type)
      throws SQLException {
    setObject(parameter, value, number(type));
  }

  @Override
  public void setObject(
      int parameter, @Nullable Object value, @Nullable SQLType type, int scaleOrLength)
      throws SQLException {
    setObject(parameter, value, number(type), scaleOrLength);
  }

  private int number(@Nullable SQLType type) throws SQLException {
    ensureOpen();
    if (type == null || type.getVendorTypeNumber() == null) {
      throw SqlErrors.argument("The type of the parameter is null");
    }
    return type.getVendorTypeNumber();
  }

  @Override
  public void setDate(int parameter, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    setObject(
        parameter,
        value == null || calendar == null
            ? value
            : SqlTimes.localDateTime(value, calendar).toLocalDate());
  }

  @Override
  public void setTime(int parameter, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    setObject(
        parameter,
        value == null || calendar == null
            ? value
            : SqlTimes.localDateTime(value, calendar).toLocalTime());
  }

  @Override
  public void setTimestamp(int parameter, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    setObject(
        parameter,
        value == null || calendar == null ? value : SqlTimes.localDateTime(value, calendar));
  }

  @Override
  public void setRef(int parameter, Ref value) throws SQLException {
    throw SqlErrors.notSupported("setRef");
  }

  @Override
  public void setRowId(int parameter, RowId value) throws SQLException {
    throw SqlErrors.notSupported("setRowId");
  }

  @Override
  public void setSQLXML(int parameter, SQLXML value) throws SQLException {
    throw SqlErrors.notSupported("setSQLXML");
  }

  @Override
  public void addBatch() throws SQLException {
    ensureOpen();
    batch().add(sql, Optional.of(parameters.copy()));
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    throw textRefused();
  }
}
