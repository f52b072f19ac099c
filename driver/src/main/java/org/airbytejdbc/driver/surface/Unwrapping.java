package org.airbytejdbc.driver.surface;

import java.sql.SQLException;
import java.sql.Wrapper;
import org.airbytejdbc.driver.error.SqlErrors;

/** Gives itself for the interfaces that it implements. */
public interface Unwrapping extends Wrapper {
  @Override
  default <T> T unwrap(Class<T> type) throws SQLException {
    if (!type.isInstance(this)) {
      throw SqlErrors.argument("This is no " + type.getName());
    }
    return type.cast(this);
  }

  @Override
  default boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
