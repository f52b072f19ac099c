package org.airbytejdbc.calcite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.airbytejdbc.calcite.federation.EngineDialect;
import org.apache.calcite.adapter.jdbc.JdbcConvention;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.SchemaFactory;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.Schemas;

/**
 * A source as a schema of plain Calcite ({@code jdbc:calcite:model=…}).
 *
 * <p>The operand {@code url} is a {@code jdbc:airbyte:} URL; {@code schema} is the source's name
 * where the URL has several. What Calcite can push is run by the driver, which reads just the
 * streams that are needed, as for any other statement. The driver must be registered.
 */
public final class AirbyteSchemaFactory implements SchemaFactory {
  private static final String PREFIX = "jdbc:airbyte:";

  @Override
  public Schema create(SchemaPlus parent, String name, Map<String, Object> operand) {
    String url = Objects.toString(operand.get("url"), "");
    if (!url.startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "The schema " + name + " needs an operand url that begins with " + PREFIX);
    }
    DataSource source = JdbcSchema.dataSource(url, null, null, null);
    Object schema = operand.get("schema");
    String sourceName = schema == null ? currentSchema(source, name) : schema.toString();
    Expression expression = Schemas.subSchemaExpression(parent, name, JdbcSchema.class);
    JdbcConvention convention = JdbcConvention.of(EngineDialect.INSTANCE, expression, name);
    return new JdbcSchema(source, EngineDialect.INSTANCE, convention, null, sourceName);
  }

  private static String currentSchema(DataSource source, String name) {
    try (Connection connection = source.getConnection()) {
      return connection.getSchema();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The schema " + name + " cannot be opened: " + e.getMessage(), e);
    }
  }
}
