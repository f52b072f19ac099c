package org.airbytejdbc.declarative.transform;

import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.jspecify.annotations.Nullable;

/** Changes a record in place. Thread-safe. */
public interface Transformation {
  /**
   * @param scope config, {@code stream_slice}, and {@code record}, which is the record given
   */
  void apply(Map<String, @Nullable Object> record, Scope scope);
}
