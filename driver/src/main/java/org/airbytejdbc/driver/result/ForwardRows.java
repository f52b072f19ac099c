package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.airbytejdbc.driver.surface.ForwardOnlyRows;
import org.jspecify.annotations.Nullable;

/** The engine's rows from the first to the last, let go when they have been read to the end. */
public final class ForwardRows extends AirbyteResultSet implements ForwardOnlyRows {
  private final ResultSet rows;
  private final Cell[] cells;
  private final long maxRows;
  private long row;
  private boolean onRow;
  private boolean finished;

  /**
   * @param rows before its first row, closed by the owner
   * @param maxRows 0 means all
   */
  public ForwardRows(ResultSet rows, long maxRows, ResultOwner owner) throws SQLException {
    super(new ResultColumns(rows.getMetaData(), owner), owner);
    this.rows = rows;
    this.cells = columns().cells(rows);
    this.maxRows = maxRows == 0 ? Long.MAX_VALUE : maxRows;
  }

  @Override
  Cell @Nullable [] row() {
    return onRow ? cells : null;
  }

  @Override
  public boolean next() throws SQLException {
    ensureOpen();
    if (finished) {
      return false;
    }
    onRow = row < maxRows && advance();
    if (onRow) {
      row++;
    } else {
      finished = true;
      owner().release();
    }
    return onRow;
  }

  private boolean advance() throws SQLException {
    try {
      return rows.next();
    } catch (SQLException | RuntimeException e) {
      throw owner().failure(e);
    }
  }

  @Override
  public int getRow() throws SQLException {
    ensureOpen();
    return onRow ? (int) Math.min(row, Integer.MAX_VALUE) : 0;
  }

  /** Until the first row is asked for, also where there is none. */
  @Override
  public boolean isBeforeFirst() throws SQLException {
    ensureOpen();
    return row == 0 && !finished;
  }

  @Override
  public boolean isFirst() throws SQLException {
    ensureOpen();
    return onRow && row == 1;
  }

  @Override
  public boolean isAfterLast() throws SQLException {
    ensureOpen();
    return finished && row > 0;
  }
}
