package org.airbytejdbc.cache.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;
import org.airbytejdbc.cache.parquet.ColumnValues;
import org.airbytejdbc.cache.parquet.ParquetFile;

/** A file of plain records that is being written. Used by one thread, which closes it. */
final class PlainFile implements AutoCloseable {
  private final BatchFile file;
  private final ParquetFile parquet;

  PlainFile(Path path, List<ColumnValues> columns) {
    file = new BatchFile(path);
    try {
      parquet = new ParquetFile(file, columns.stream().map(ColumnValues::type).toList());
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path);
    }
  }

  Path path() {
    return file.path();
  }

  /** Writes the values of all columns, which have none then. */
  void write(List<ColumnValues> columns) {
    try {
      parquet.writeRowGroup(columns);
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path());
    }
  }

  /** Ends the file. */
  @Override
  public void close() {
    try (file) {
      parquet.finish();
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, path());
    }
  }
}
