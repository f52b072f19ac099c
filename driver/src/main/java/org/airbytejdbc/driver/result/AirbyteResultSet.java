package org.airbytejdbc.driver.result;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Calendar;
import java.util.Map;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.surface.GettersByLabel;
import org.airbytejdbc.driver.surface.RareTypes;
import org.airbytejdbc.driver.surface.ReadOnlyRows;
import org.airbytejdbc.driver.surface.Unwrapping;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the engine, each value read by its column's {@link Cell}; how they are walked through is
 * for the classes below to say.
 *
 * <p>Used by one thread; {@link #close()} may come from any. What the rows come from is let go when
 * this is closed, if not before.
 */
public abstract class AirbyteResultSet
    implements ReadOnlyRows, GettersByLabel, RareTypes, Unwrapping {
  private final ResultColumns columns;
  private final ResultOwner owner;
  private int fetchSize;
  private volatile boolean closed;

  AirbyteResultSet(ResultColumns columns, ResultOwner owner) {
    this.columns = columns;
    this.owner = owner;
  }

  /** The cells of the current row; empty when there is none. */
  abstract Cell @Nullable [] row();

  final ResultOwner owner() {
    return owner;
  }

  final ResultColumns columns() {
    return columns;
  }

  @Override
  public final void close() throws SQLException {
    if (!closed) {
      closed = true;
      owner.release();
      owner.closed();
    }
  }

  @Override
  public final boolean isClosed() {
    return closed;
  }

  @Override
  public final @Nullable Statement getStatement() throws SQLException {
    ensureOpen();
    return owner.statement();
  }

  @Override
  public final ResultSetMetaData getMetaData() throws SQLException {
    ensureOpen();
    return columns;
  }

  @Override
  public final int findColumn(@Nullable String label) throws SQLException {
    ensureOpen();
    return columns.find(label);
  }

  @Override
  public final boolean wasNull() throws SQLException {
    ensureOpen();
    Cell[] row = row();
    return row != null && row.length > 0 && row[0].rows.wasNull();
  }

  @Override
  public @Nullable String getString(int column) throws SQLException {
    return cell(column).getString();
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    return cell(column).getBoolean();
  }

  @Override
  public byte getByte(int column) throws SQLException {
    return cell(column).getByte();
  }

  @Override
  public short getShort(int column) throws SQLException {
    return cell(column).getShort();
  }

  @Override
  public int getInt(int column) throws SQLException {
    return cell(column).getInt();
  }

  @Override
  public long getLong(int column) throws SQLException {
    return cell(column).getLong();
  }

  @Override
  public float getFloat(int column) throws SQLException {
    return (float) cell(column).getDouble();
  }

  @Override
  public double getDouble(int column) throws SQLException {
    return cell(column).getDouble();
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
    return cell(column).getBigDecimal();
  }

  @Override
  public byte @Nullable [] getBytes(int column) throws SQLException {
    return cell(column).getBytes();
  }

  @Override
  public @Nullable Date getDate(int column) throws SQLException {
    return getDate(column, null);
  }

  @Override
  public @Nullable Date getDate(int column, @Nullable Calendar calendar) throws SQLException {
    LocalDate value = cell(column).getLocalDate(SqlTimes.zone(calendar));
    return value == null ? null : SqlTimes.date(value, calendar);
  }

  @Override
  public @Nullable Time getTime(int column) throws SQLException {
    return getTime(column, null);
  }

  @Override
  public @Nullable Time getTime(int column, @Nullable Calendar calendar) throws SQLException {
    LocalTime value = cell(column).getLocalTime(SqlTimes.zone(calendar));
    return value == null ? null : SqlTimes.time(value, calendar);
  }

  @Override
  public @Nullable Timestamp getTimestamp(int column) throws SQLException {
    return cell(column).getTimestamp(null);
  }

  @Override
  public @Nullable Timestamp getTimestamp(int column, @Nullable Calendar calendar)
      throws SQLException {
    return cell(column).getTimestamp(calendar);
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return cell(column).getObject();
  }

  @Override
  public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
    return TypedValues.read(cell(column), type);
  }

  @Override
  public @Nullable Object getObject(int column, @Nullable Map<String, Class<?>> map)
      throws SQLException {
    if (map != null && !map.isEmpty()) {
      throw SqlErrors.notSupported("getObject with a type map");
    }
    return getObject(column);
  }

  @Override
  public @Nullable Array getArray(int column) throws SQLException {
    return getObject(column, Array.class);
  }

  @Override
  public @Nullable InputStream getBinaryStream(int column) throws SQLException {
    byte[] value = getBytes(column);
    return value == null ? null : new ByteArrayInputStream(value);
  }

  @Override
  public @Nullable Reader getCharacterStream(int column) throws SQLException {
    String value = getString(column);
    return value == null ? null : new StringReader(value);
  }

  @Override
  public @Nullable URL getURL(int column) throws SQLException {
    String value = getString(column);
    try {
      return value == null ? null : URI.create(value).toURL();
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw cell(column).malformed(value, "a URL");
    }
  }

  /** A hint, which changes nothing here. */
  @Override
  public void setFetchSize(int rows) throws SQLException {
    ensureOpen();
    if (rows < 0) {
      throw SqlErrors.argument("The fetch size must not be negative");
    }
    fetchSize = rows;
  }

  @Override
  public int getFetchSize() throws SQLException {
    ensureOpen();
    return fetchSize;
  }

  @Override
  public int getHoldability() throws SQLException {
    ensureOpen();
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    ensureOpen();
    return null;
  }

  @Override
  public void clearWarnings() throws SQLException {
    ensureOpen();
  }

  private Cell cell(int column) throws SQLException {
    Cell[] row = row();
    if (row != null && !closed && column > 0 && column <= row.length) {
      return row[column - 1];
    }
    ensureOpen();
    throw row != null
        ? SqlErrors.argument("There is no column " + column + ", only 1 to " + row.length)
        : SqlState.NO_CURRENT_ROW.exception("The result set is not on a row", "Call next() first.");
  }

  final void ensureOpen() throws SQLException {
    if (closed) {
      throw SqlErrors.closed("The result set");
    }
  }
}
