package org.airbytejdbc.cache.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a file of optional columns named by their number: values plainly encoded, not compressed,
 * one page a column and row group, no statistics. Such a file is read once and removed, and to read
 * it takes the engine a fraction of what the same values cost as text.
 *
 * <p>Written here, as the libraries for it bring Hadoop's with them. See <a
 * href="https://github.com/apache/parquet-format">the format</a>. Used by one thread; the stream is
 * the caller's to close.
 */
public final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  // Numbers of the format's enums.
  private static final int DATA_PAGE = 0;
  private static final int OPTIONAL = 1;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int UNCOMPRESSED = 0;
  private static final int VERSION = 1;

  private final OutputStream out;
  private final List<ParquetType> types;
  private final List<CompactThrift> rowGroups = new ArrayList<>();
  private long position;
  private long rows;

  public ParquetFile(OutputStream out, List<ParquetType> types) throws IOException {
    this.out = out;
    this.types = List.copyOf(types);
    write(MAGIC);
  }

  /** The name of a column. */
  public static String column(int number) {
    return "c" + number;
  }

  /**
   * Writes the rows of all columns, which have none then.
   *
   * @param columns of the file's types in their order, each with as many rows, at least one
   */
  public void writeRowGroup(List<ColumnValues> columns) throws IOException {
    int count = columns.get(0).rows();
    long start = position;
    List<CompactThrift> chunks = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      chunks.add(write(i, columns.get(i), count));
    }
    CompactThrift group = new CompactThrift().structs(1, chunks.size());
    chunks.forEach(group::element);
    rowGroups.add(group.i64(2, position - start).i64(3, count));
    rows += count;
  }

  /** Writes what ends the file. */
  public void finish() throws IOException {
    CompactThrift metadata = new CompactThrift().i32(1, VERSION).structs(2, types.size() + 1);
    metadata.element(new CompactThrift().text(4, "rows").i32(5, types.size()));
    IntStream.range(0, types.size()).forEach(i -> metadata.element(schema(i, types.get(i))));
    metadata.i64(3, rows).structs(4, rowGroups.size());
    rowGroups.forEach(metadata::element);
    byte[] bytes = metadata.end().bytes();
    write(bytes);
    write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(bytes.length)
            .array());
    write(MAGIC);
  }

  private static CompactThrift schema(int number, ParquetType type) {
    CompactThrift element =
        new CompactThrift().i32(1, type.physical).i32(3, OPTIONAL).text(4, column(number));
    type.converted.ifPresent(converted -> element.i32(6, converted));
    return element;
  }

  /** Writes a column's page; returns its ColumnChunk. */
  private CompactThrift write(int number, ColumnValues values, int count) throws IOException {
    long start = position;
    byte[] levels = values.levels();
    int size = values.size();
    write(pageHeader(count, Math.addExact(levels.length, size)));
    write(levels);
    values.drain(out);
    position += size;
    long length = position - start;
    CompactThrift metadata =
        new CompactThrift()
            .i32(1, values.type().physical)
            .i32s(2, PLAIN, RLE)
            .texts(3, column(number))
            .i32(4, UNCOMPRESSED)
            .i64(5, count)
            .i64(6, length)
            .i64(7, length)
            .i64(9, start);
    return new CompactThrift().i64(2, start).struct(3, metadata);
  }

  private static byte[] pageHeader(int count, int size) {
    CompactThrift data = new CompactThrift().i32(1, count).i32(2, PLAIN).i32(3, RLE).i32(4, RLE);
    return new CompactThrift()
        .i32(1, DATA_PAGE)
        .i32(2, size)
        .i32(3, size)
        .struct(5, data)
        .end()
        .bytes();
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
