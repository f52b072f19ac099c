package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are walked through in any direction, and which no change shows in. Only a window of
 * them is held at a time, and read again when the walk turns back in it.
 */
public final class ScrollRows extends AirbyteResultSet {
  private static final int WINDOW = 2_048;

  private final RowStore store;
  private final long count;
  private long at;
  private long windowStart;
  private long windowAt;
  private @Nullable ResultSet window;
  private Cell @Nullable [] cells;
  private int fetchDirection = FETCH_FORWARD;

  /** Before the first row. */
  public ScrollRows(ResultColumns columns, RowStore store, ResultOwner owner) {
    super(columns, owner);
    this.store = store;
    this.count = store.count();
  }

  @Override
  Cell @Nullable [] row() {
    return isOnRow() ? cells : null;
  }

  private boolean isOnRow() {
    return at > 0 && at <= count;
  }

  /** Goes to a row, or before the first or behind the last. */
  private boolean move(long row) throws SQLException {
    ensureOpen();
    at = Math.max(0, Math.min(row, count + 1));
    if (!isOnRow()) {
      return false;
    }
    try {
      seek();
    } catch (SQLException | RuntimeException e) {
      at = 0;
      throw owner().failure(e);
    }
    return true;
  }

  private void seek() throws SQLException {
    if (window == null || at < windowAt || at > windowStart + WINDOW) {
      boolean back = window != null && at < windowAt;
      // Walking back, the rows before this one are wanted next.
      windowStart = back ? Math.max(0, at - WINDOW) : at - 1;
      windowAt = windowStart;
      window = store.read(windowStart, WINDOW);
      cells = columns().cells(window);
    }
    while (windowAt < at) {
      window.next();
      windowAt++;
    }
  }

  @Override
  public boolean next() throws SQLException {
    return move(at + 1);
  }

  @Override
  public boolean previous() throws SQLException {
    return move(at - 1);
  }

  @Override
  public boolean first() throws SQLException {
    return move(1);
  }

  /** Before the first row where there is none. */
  @Override
  public boolean last() throws SQLException {
    return move(count);
  }

  @Override
  public void beforeFirst() throws SQLException {
    move(0);
  }

  @Override
  public void afterLast() throws SQLException {
    move(count == 0 ? 0 : count + 1);
  }

  @Override
  public boolean absolute(int row) throws SQLException {
    return move(row < 0 ? count + 1 + row : row);
  }

  @Override
  public boolean relative(int rows) throws SQLException {
    return move(at + rows);
  }

  @Override
  public int getRow() throws SQLException {
    ensureOpen();
    return isOnRow() ? (int) Math.min(at, Integer.MAX_VALUE) : 0;
  }

  @Override
  public boolean isBeforeFirst() throws SQLException {
    ensureOpen();
    return at == 0 && count > 0;
  }

  @Override
  public boolean isFirst() throws SQLException {
    ensureOpen();
    return at == 1 && count > 0;
  }

  @Override
  public boolean isLast() throws SQLException {
    ensureOpen();
    return at == count && count > 0;
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    ensureOpen();
    return at > count && count > 0;
  }

  @Override
  public int getType() throws SQLException {
    ensureOpen();
    return TYPE_SCROLL_INSENSITIVE;
  }

  /** A hint, which changes nothing here. */
  @Override
  public void setFetchDirection(int direction) throws SQLException {
    ensureOpen();
    if (direction < FETCH_FORWARD || direction > FETCH_UNKNOWN) {
      throw SqlErrors.argument("There is no fetch direction " + direction);
    }
    fetchDirection = direction;
  }

  @Override
  public int getFetchDirection() throws SQLException {
    ensureOpen();
    return fetchDirection;
  }
}
