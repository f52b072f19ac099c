package org.airbytejdbc.driver.command;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** CSV with a header; texts are quoted, so that NULL is told from an empty text. */
final class CsvWriter implements RowWriter {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();

  private final CSVPrinter printer;
  private final List<ResultColumn> columns;

  CsvWriter(PrintStream out, List<ResultColumn> columns) throws IOException {
    this.printer = new CSVPrinter(out, FORMAT);
    this.columns = columns;
    printer.printRecord(columns.stream().map(ResultColumn::label));
  }

  @Override
  public void write(ResultSet rows) throws SQLException, IOException {
    for (ResultColumn column : columns) {
      printer.print(column.value(rows).orElse(null));
    }
    printer.println();
  }

  @Override
  public void close() throws IOException {
    printer.flush();
  }
}
