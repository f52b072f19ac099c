package org.airbytejdbc.driver.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/** The values of a prepared statement's parameters; each must have been set, if only to NULL. */
final class Parameters {
  private static final Object UNSET = new Object();

  private final List<@Nullable Object> values = new ArrayList<>();

  /** None, and none wanted. */
  static Parameters none() {
    return new Parameters();
  }

  /**
   * @param value as the engine takes it
   */
  void set(int parameter, @Nullable Object value) throws SQLException {
    if (parameter < 1) {
      throw SqlErrors.argument("There is no parameter " + parameter + ", they begin with 1");
    }
    if (parameter > values.size()) {
      values.addAll(Collections.nCopies(parameter - values.size(), UNSET));
    }
    values.set(parameter - 1, value);
  }

  void clear() {
    values.clear();
  }

  /** Gives the values to the engine's statement. */
  void bind(PreparedStatement engine) throws SQLException {
    int wanted = engine.getParameterMetaData().getParameterCount();
    if (values.size() > wanted) {
      throw SqlErrors.argument(
          "Parameter " + values.size() + " was set, but the statement has only " + wanted);
    }
    for (int i = 1; i <= wanted; i++) {
      Object value = i <= values.size() ? values.get(i - 1) : UNSET;
      if (value == UNSET) {
        throw SqlErrors.argument("Parameter " + i + " was not set");
      }
      engine.setObject(i, value);
    }
  }
}
