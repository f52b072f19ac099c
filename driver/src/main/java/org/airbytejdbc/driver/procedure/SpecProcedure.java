package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Tells what configs look like: {@code CALL airbyte.spec('shop', format => 'yaml')}. */
final class SpecProcedure implements Procedure {
  @Override
  public String name() {
    return "spec";
  }

  @Override
  public String description() {
    return "Tells what a config of the connector looks like";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        SourceArgument.PARAMETER, new Parameter("format", "VARCHAR", false, "json or yaml"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR", "connector VARCHAR", "documentation_url VARCHAR", "spec VARCHAR");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    ObjectMapper format = format(arguments.text("format").orElse("json"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (AttachedSource source : SourceArgument.of(arguments, context)) {
      ConnectorSpecification spec = source.source().connector().spec(context.run());
      rows.add(
          Arrays.asList(
              source.source().name(),
              source.source().connector().name(),
              spec.documentationUrl().orElse(null),
              format.writeValueAsString(
                  JsonMapper.shared().readTree(spec.connectionSpecification()))));
    }
    return Answer.rows(columns(), rows);
  }

  private static ObjectMapper format(String name) throws SQLException {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "json" -> JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
      case "yaml" -> new YAMLMapper();
      default -> throw SqlErrors.argument("A spec is given as json or yaml, not as " + name);
    };
  }
}
