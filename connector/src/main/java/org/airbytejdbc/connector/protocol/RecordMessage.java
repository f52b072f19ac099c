package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/**
 * A RECORD, with its line as the connector wrote it: the data stays unparsed here.
 *
 * <p>Immutable by agreement: nobody writes to {@link #line()}, which is not copied because a
 * million records pass by it.
 */
public final class RecordMessage implements Message {
  private final StreamName stream;
  private final byte[] line;
  private final int dataStart;
  private final int dataEnd;

  /**
   * @param line one JSON object, UTF-8, without the line end
   * @param dataStart where the object of {@code record.data} begins in the line
   * @param dataEnd just past its closing brace
   */
  public RecordMessage(StreamName stream, byte[] line, int dataStart, int dataEnd) {
    this.stream = requireNonNull(stream, "stream");
    this.line = requireNonNull(line, "line");
    this.dataStart = dataStart;
    this.dataEnd = dataEnd;
  }

  public StreamName stream() {
    return stream;
  }

  /** The whole line, UTF-8, without its end. Not to be written to. */
  public byte[] line() {
    return line;
  }

  public int dataStart() {
    return dataStart;
  }

  public int dataEnd() {
    return dataEnd;
  }

  /** The JSON text of {@code record.data}. */
  public String data() {
    return new String(line, dataStart, dataEnd - dataStart, StandardCharsets.UTF_8);
  }
}
