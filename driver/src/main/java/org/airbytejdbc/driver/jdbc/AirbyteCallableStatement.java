package org.airbytejdbc.driver.jdbc;

import java.sql.SQLException;
import org.airbytejdbc.driver.surface.NamedSetters;
import org.airbytejdbc.driver.surface.NoNamedOutParameters;
import org.airbytejdbc.driver.surface.NoOutParameters;

/** A call of a procedure, whose answer is a result set. */
final class AirbyteCallableStatement extends AirbytePreparedStatement
    implements NamedSetters, NoOutParameters, NoNamedOutParameters {
  AirbyteCallableStatement(AirbyteConnection connection, ResultSetType type, String sql) {
    super(connection, type, sql);
  }

  @Override
  public int parameter(String name) throws SQLException {
    return CallParameters.of(called()).number(name);
  }
}
