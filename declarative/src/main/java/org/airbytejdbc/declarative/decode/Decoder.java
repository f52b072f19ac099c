package org.airbytejdbc.declarative.decode;

import java.util.Iterator;
import org.airbytejdbc.declarative.http.Response;
import org.jspecify.annotations.Nullable;

/** Turns a response into values, one at a time. Thread-safe. */
public interface Decoder {
  Iterator<@Nullable Object> decode(Response response);
}
