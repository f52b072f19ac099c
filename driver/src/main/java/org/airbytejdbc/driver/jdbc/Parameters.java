package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.calcite.RoutedStatement.Argument;
import org.airbytejdbc.calcite.RoutedStatement.Parameter;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.result.ColumnType;
import org.airbytejdbc.driver.value.GivenArray;
import org.airbytejdbc.driver.value.GivenStruct;
import org.jspecify.annotations.Nullable;

/** The values of a prepared statement's parameters; each must have been set, if only to NULL. */
final class Parameters {
  /** As many as the engine takes. */
  private static final int MOST = 65_535;

  private static final Object UNSET = new Object();

  private final List<@Nullable Object> values = new ArrayList<>();

  /**
   * @param value as the engine takes it
   */
  void set(int parameter, @Nullable Object value) throws SQLException {
    if (parameter < 1 || parameter > MOST) {
      throw SqlErrors.argument("There is no parameter " + parameter + ", only 1 to " + MOST);
    }
    if (parameter > values.size()) {
      values.addAll(Collections.nCopies(parameter - values.size(), UNSET));
    }
    values.set(parameter - 1, value);
  }

  /** The same values, which later settings do not change. */
  Parameters copy() {
    Parameters copy = new Parameters();
    copy.values.addAll(values);
    return copy;
  }

  void clear() {
    values.clear();
  }

  /** Gives the values to the engine's statement. */
  void bind(PreparedStatement engine) throws SQLException {
    ParameterMetaData types = engine.getParameterMetaData();
    int wanted = types.getParameterCount();
    ensureOnly(wanted);
    for (int i = 1; i <= wanted; i++) {
      Object value = value(i);
      engine.setObject(
          i,
          value instanceof Timestamp timestamp
              ? ParameterValues.timestamp(timestamp, isMoment(types.getParameterTypeName(i)))
              : ofEngine(value, engine.getConnection()));
    }
  }

  private static boolean isMoment(String engineType) {
    return ColumnType.of(engineType) == ColumnType.TIMESTAMPTZ;
  }

  /** Nested values as the engine makes them, others as they are. */
  private static @Nullable Object ofEngine(@Nullable Object value, Connection engine)
      throws SQLException {
    if (value instanceof GivenArray array) {
      return engine.createArrayOf(array.typeName(), array.elements());
    }
    return value instanceof GivenStruct struct
        ? engine.createStruct(struct.typeName(), struct.attributes())
        : value;
  }

  /** Gives the values to the arguments of a call that are parameters. */
  List<Argument> in(List<Argument> arguments) throws SQLException {
    List<Argument> filled = new ArrayList<>();
    int wanted = 0;
    for (Argument argument : arguments) {
      if (argument.value().orElse("") instanceof Parameter parameter) {
        wanted++;
        filled.add(new Argument(argument.name(), Optional.ofNullable(value(parameter.index()))));
      } else {
        filled.add(argument);
      }
    }
    ensureOnly(wanted);
    return filled;
  }

  private void ensureOnly(int wanted) throws SQLException {
    if (values.size() > wanted) {
      throw SqlErrors.argument(
          "Parameter " + values.size() + " was set, but the statement has only " + wanted);
    }
  }

  private @Nullable Object value(int parameter) throws SQLException {
    Object value = parameter <= values.size() ? values.get(parameter - 1) : UNSET;
    if (value == UNSET) {
      throw SqlErrors.argument("Parameter " + parameter + " was not set");
    }
    return value;
  }
}
