package org.airbytejdbc.driver.jdbc;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.result.ColumnType;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.airbytejdbc.driver.surface.Unwrapping;

/** The types that the engine expects of parameters; text where it expects none. Immutable. */
final class ParameterTypes implements ParameterMetaData, Unwrapping {
  private final List<ColumnType> types;
  private final TimeZoneTypes zones;

  private ParameterTypes(List<ColumnType> types, TimeZoneTypes zones) {
    this.types = List.copyOf(types);
    this.zones = zones;
  }

  /**
   * As the engine knows them.
   *
   * @param engine read now, and not kept
   */
  static ParameterTypes of(ParameterMetaData engine, TimeZoneTypes zones) throws SQLException {
    List<ColumnType> read = new ArrayList<>();
    for (int i = 1; i <= engine.getParameterCount(); i++) {
      ColumnType type = ColumnType.of(engine.getParameterTypeName(i));
      read.add(type == ColumnType.OTHER ? ColumnType.VARCHAR : type);
    }
    return new ParameterTypes(read, zones);
  }

  /** Those of a call, as the engine writes them; none has a time zone. */
  static ParameterTypes of(List<String> engineNames) {
    return new ParameterTypes(
        engineNames.stream().map(ColumnType::of).toList(), TimeZoneTypes.STANDARD);
  }

  private ColumnType at(int parameter) throws SQLException {
    if (parameter < 1 || parameter > types.size()) {
      throw SqlErrors.argument(
          "There is no parameter " + parameter + ", the statement has " + types.size());
    }
    return types.get(parameter - 1);
  }

  @Override
  public int getParameterCount() {
    return types.size();
  }

  @Override
  public int getParameterType(int parameter) throws SQLException {
    return at(parameter).jdbcType(zones);
  }

  @Override
  public String getParameterTypeName(int parameter) throws SQLException {
    return at(parameter).engineName();
  }

  @Override
  public String getParameterClassName(int parameter) throws SQLException {
    return at(parameter).javaClass().getName();
  }

  @Override
  public int getPrecision(int parameter) throws SQLException {
    return at(parameter).precision();
  }

  @Override
  public int getScale(int parameter) throws SQLException {
    return at(parameter).scale();
  }

  @Override
  public boolean isSigned(int parameter) throws SQLException {
    return at(parameter).isSigned();
  }

  @Override
  public int isNullable(int parameter) throws SQLException {
    at(parameter);
    return parameterNullable;
  }

  @Override
  public int getParameterMode(int parameter) throws SQLException {
    at(parameter);
    return parameterModeIn;
  }
}
