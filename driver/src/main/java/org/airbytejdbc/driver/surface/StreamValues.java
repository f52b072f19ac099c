package org.airbytejdbc.driver.surface;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/** Streams read into values of an open statement; a null stream is SQL's NULL. */
final class StreamValues {
  private static final int MOST = Integer.MAX_VALUE - 8;

  private StreamValues() {}

  static byte @Nullable [] bytes(
      PreparedStatement statement, @Nullable InputStream stream, long length) throws SQLException {
    check(statement, length);
    if (stream == null) {
      return null;
    }
    try {
      return stream.readNBytes((int) Math.min(length, MOST));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static @Nullable String text(PreparedStatement statement, @Nullable Reader reader, long length)
      throws SQLException {
    check(statement, length);
    if (reader == null) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    char[] part = new char[8192];
    try {
      for (int read = 0; read >= 0 && text.length() < length; ) {
        text.append(part, 0, read);
        read = reader.read(part, 0, (int) Math.min(part.length, length - text.length()));
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return text.toString();
  }

  private static void check(PreparedStatement statement, long length) throws SQLException {
    StatementOpen.ensure(statement);
    if (length < 0) {
      throw SqlErrors.argument("The length of a stream must not be negative");
    }
  }

  static @Nullable Reader decoded(@Nullable InputStream stream, Charset charset) {
    return stream == null ? null : new InputStreamReader(stream, charset);
  }

  private static SQLException unreadable(IOException cause) {
    SQLException failure = SqlErrors.argument("The stream of a parameter cannot be read");
    failure.initCause(cause);
    return failure;
  }
}
