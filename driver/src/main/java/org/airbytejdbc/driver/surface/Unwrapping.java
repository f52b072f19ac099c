package org.airbytejdbc.driver.surface;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.sql.Wrapper;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/** Gives itself for the interfaces that it implements. */
public interface Unwrapping extends Wrapper {
  @Override
  default <T> T unwrap(@Nullable Class<T> type) throws SQLException {
    if (!isWrapperFor(type)) {
      throw SqlErrors.argument("This is no " + (type == null ? "null" : type.getName()));
    }
    return requireNonNull(type).cast(this);
  }

  @Override
  default boolean isWrapperFor(@Nullable Class<?> type) {
    return type != null && type.isInstance(this);
  }
}
