package org.airbytejdbc.declarative.decode;

import java.io.InputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** How bytes hold values: what may also be inside a compressed file. Thread-safe. */
interface Format {
  /**
   * The values, read as they are asked for. Throws a {@link
   * org.airbytejdbc.declarative.DeclarativeException} at what is not so.
   */
  Iterator<@Nullable Object> read(InputStream bytes);
}
