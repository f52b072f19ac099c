package org.airbytejdbc.driver.command;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table for people, a new one every thousand rows so that none need be held for long. */
final class TableWriter implements RowWriter {
  private static final int ROWS = 1000;
  private static final int WIDEST = 60;

  private final PrintStream out;
  private final List<ResultColumn> columns;
  private final List<Object[]> rows = new ArrayList<>();
  private boolean written;

  TableWriter(PrintStream out, List<ResultColumn> columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void write(ResultSet result) throws SQLException {
    Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = columns.get(i).value(result).map(TableWriter::oneLine).orElse("");
    }
    rows.add(row);
    if (rows.size() == ROWS) {
      print();
    }
  }

  @Override
  public void close() {
    if (!rows.isEmpty() || !written) {
      print();
    }
  }

  private void print() {
    Column[] layout = columns.stream().map(TableWriter::layout).toArray(Column[]::new);
    out.println(
        AsciiTable.getTable(
            AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, layout, rows.toArray(Object[][]::new)));
    rows.clear();
    written = true;
  }

  private static Column layout(ResultColumn column) {
    return new Column()
        .header(column.label())
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(column.numeric() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
        .maxWidth(WIDEST, OverflowBehaviour.ELLIPSIS_RIGHT);
  }

  private static String oneLine(Object value) {
    return value.toString().replaceAll("\\s+", " ");
  }
}
