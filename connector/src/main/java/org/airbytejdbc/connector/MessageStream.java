package org.airbytejdbc.connector;

import java.util.Optional;
import org.airbytejdbc.connector.protocol.Message;

/**
 * The messages of a running connector, pulled by one thread; the connector waits while nobody
 * pulls. LOG and CONTROL messages are not among them: they go to the run's {@link
 * ConnectorListener}.
 *
 * <p>The stream ends only after the connector has ended well: {@link #next()} throws a {@link
 * ConnectorException} for a bad exit code, a TRACE error, a stream left INCOMPLETE, a line cut
 * short, too long a silence or a cancelled run. Everything that came before has been returned by
 * then.
 */
public interface MessageStream extends AutoCloseable {
  /** The next message, or empty once the connector has ended well. Blocks. */
  Optional<Message> next();

  /** Ends the connector and all that it started, and removes its files. Idempotent, any thread. */
  @Override
  void close();
}
