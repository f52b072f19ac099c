package org.airbytejdbc.driver.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/** A text in memory, which can be changed without an effect on where it came from. */
public final class LongText implements NClob {
  private @Nullable String text;

  public LongText(String text) {
    this.text = text;
  }

  private String text() throws SQLException {
    if (text == null) {
      throw SqlErrors.closed("The clob");
    }
    return text;
  }

  @Override
  public long length() throws SQLException {
    return text().length();
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    int from = Positions.from(position, text().length());
    return text().substring(from, Positions.to(from, length, text().length()));
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return new StringReader(text());
  }

  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    int from = Positions.from(position, text().length());
    return new StringReader(text().substring(from, Positions.to(from, length, text().length())));
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public long position(String pattern, long start) throws SQLException {
    int found = text().indexOf(pattern, Positions.from(start, text().length()));
    return found < 0 ? -1 : found + 1L;
  }

  @Override
  public long position(Clob pattern, long start) throws SQLException {
    return position(pattern.getSubString(1, (int) pattern.length()), start);
  }

  @Override
  public int setString(long position, String written) throws SQLException {
    return setString(position, written, 0, written.length());
  }

  @Override
  public int setString(long position, String written, int offset, int length) throws SQLException {
    int from = Positions.from(position, text().length());
    int source = Positions.from(offset + 1L, written.length());
    int end = Positions.to(source, length, written.length());
    StringBuilder changed = new StringBuilder(text());
    changed.replace(from, from + end - source, written.substring(source, end));
    text = changed.toString();
    return end - source;
  }

  /** What is written is there once the stream is closed. */
  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    Positions.from(position, text().length());
    return new ByteArrayOutputStream() {
      @Override
      public void close() throws IOException {
        put(position, toString(StandardCharsets.US_ASCII));
      }
    };
  }

  /** What is written is there once the writer is closed. */
  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    Positions.from(position, text().length());
    return new StringWriter() {
      @Override
      public void close() throws IOException {
        put(position, toString());
      }
    };
  }

  private void put(long position, String written) throws IOException {
    try {
      setString(position, written);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void truncate(long length) throws SQLException {
    text = getSubString(1, (int) Math.max(-1, Math.min(length, Integer.MAX_VALUE)));
  }

  @Override
  public void free() {
    text = null;
  }
}
