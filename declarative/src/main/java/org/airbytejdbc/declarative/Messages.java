package org.airbytejdbc.declarative;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.airbytejdbc.connector.protocol.Message;

/** Takes the messages of a read as fast as whoever reads them wants. Thread-safe. */
interface Messages {
  /** Blocks while nobody takes them; throws a {@link CancellationException} once nobody will. */
  void put(List<? extends Message> some);
}
