package org.airbytejdbc.driver.result;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.calcite.query.ColumnOrigin;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.surface.Unwrapping;
import org.jspecify.annotations.Nullable;

/** What is known of a result's columns, also after its rows are gone. Immutable. */
public final class ResultColumns implements ResultSetMetaData, Unwrapping {
  private record Column(String label, EngineType type, int nullable) {}

  private final List<Column> columns;
  private final ResultOwner owner;
  private volatile @Nullable Map<String, Integer> byLabel;

  /**
   * @param engine read now, and not kept
   * @param owner asked for the columns' origins when a caller asks
   */
  public ResultColumns(ResultSetMetaData engine, ResultOwner owner) throws SQLException {
    this.owner = owner;
    List<Column> read = new ArrayList<>();
    for (int i = 1; i <= engine.getColumnCount(); i++) {
      read.add(
          new Column(
              engine.getColumnLabel(i),
              EngineType.of(engine.getColumnTypeName(i)),
              engine.isNullable(i)));
    }
    columns = List.copyOf(read);
  }

  /** Made for the first who asks: many callers know their columns by number. */
  private Map<String, Integer> byLabel() {
    Map<String, Integer> known = byLabel;
    if (known == null) {
      known = new HashMap<>();
      // The first of equal labels counts, and one that matches by case before one that does not.
      for (int i = columns.size(); i >= 1; i--) {
        known.put(columns.get(i - 1).label().toLowerCase(Locale.ROOT), i);
      }
      for (int i = columns.size(); i >= 1; i--) {
        known.put(columns.get(i - 1).label(), i);
      }
      byLabel = known;
    }
    return known;
  }

  /** The cells that read these columns of the rows. */
  Cell[] cells(ResultSet rows) {
    Cell[] cells = new Cell[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Cell.of(columns.get(i).type().kind(), rows, i + 1);
    }
    return cells;
  }

  /** The column of that label, letter case aside where no label matches it exactly. */
  int find(String label) throws SQLException {
    Integer column = byLabel().get(label);
    if (column == null) {
      column = label == null ? null : byLabel().get(label.toLowerCase(Locale.ROOT));
    }
    if (column == null) {
      throw SqlState.UNDEFINED_COLUMN.exception("The result has no column '" + label + "'", "");
    }
    return column;
  }

  /** A label that is another than foreseen tells that the columns were not understood. */
  private Optional<ColumnOrigin> origin(int column) throws SQLException {
    String label = at(column).label();
    List<Optional<ColumnOrigin>> known = owner.origins();
    return known.size() == columns.size()
        ? known.get(column - 1).filter(origin -> origin.label().equalsIgnoreCase(label))
        : Optional.empty();
  }

  private Column at(int column) throws SQLException {
    if (column < 1 || column > columns.size()) {
      throw SqlErrors.argument("There is no column " + column + ", only 1 to " + columns.size());
    }
    return columns.get(column - 1);
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return at(column).label();
  }

  /** The label: clients such as JayDeBeApi know columns by this name alone. */
  @Override
  public String getColumnName(int column) throws SQLException {
    return at(column).label();
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return at(column).type().kind().jdbcType(owner.timeZoneTypes());
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return at(column).type().name();
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return at(column).type().kind().javaClass().getName();
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return at(column).type().precision();
  }

  @Override
  public int getScale(int column) throws SQLException {
    return at(column).type().scale();
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return at(column).type().displaySize();
  }

  @Override
  public int isNullable(int column) throws SQLException {
    return at(column).nullable();
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return at(column).type().kind().isSigned();
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return at(column).type().kind().isCaseSensitive();
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    at(column);
    return true;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    at(column);
    return false;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    at(column);
    return false;
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    at(column);
    return true;
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    at(column);
    return false;
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    at(column);
    return false;
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    return origin(column).map(ColumnOrigin::schema).orElse("");
  }

  @Override
  public String getTableName(int column) throws SQLException {
    return origin(column).map(ColumnOrigin::table).orElse("");
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    at(column);
    return "";
  }
}
