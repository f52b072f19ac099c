package org.airbytejdbc.connector.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;

/**
 * The messages in a connector's output, one a line.
 *
 * <p>Lines that are no messages become {@link LogMessage}s; empty lines and messages of unknown
 * types are left out. Not thread-safe; the caller closes the stream.
 */
public final class MessageReader {
  /** The longest line unless another is asked for: 64 MiB. */
  public static final int DEFAULT_LINE_LIMIT = 64 << 20;

  private final String connector;
  private final LineReader lines;
  private final RecordScanner records = new RecordScanner();
  private long count;

  /**
   * @param connector the name that errors speak of
   * @param lineLimit the longest line allowed, in bytes
   */
  public MessageReader(String connector, InputStream output, int lineLimit) {
    this.connector = connector;
    this.lines = new LineReader(connector, output, lineLimit);
  }

  /**
   * The next message, or empty at the end of the output. Blocks. Fails with a PROTOCOL_VIOLATION
   * for a line that is too long, cut short at the end, or a message that lacks a required part.
   */
  public Optional<Message> next() throws IOException {
    while (lines.next()) {
      count++;
      Optional<Message> message = message();
      if (message.isPresent()) {
        return message;
      }
    }
    return Optional.empty();
  }

  /** Whether the output ended without a line end, so that its last line may have been cut short. */
  public boolean endedWithinLine() {
    return !lines.terminated();
  }

  private Optional<Message> message() {
    byte[] bytes = lines.buffer();
    int from = lines.from();
    int to = lines.to();
    if (isBlank(bytes, from, to)) {
      return Optional.empty();
    }
    Optional<Message> record = records.scan(bytes, from, to);
    if (record.isPresent()) {
      return record;
    }
    try {
      return MessageParser.parse(bytes, from, to, lines.terminated());
    } catch (MalformedMessage e) {
      throw violation(e.getMessage(), e);
    }
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private ConnectorException violation(String what, MalformedMessage cause) {
    return new ConnectorException(
        ConnectorException.Kind.PROTOCOL_VIOLATION,
        connector + " broke the Airbyte protocol: line " + count + " of its output " + what,
        "Try another version of the connector, and report this to its maintainers",
        cause);
  }
}
