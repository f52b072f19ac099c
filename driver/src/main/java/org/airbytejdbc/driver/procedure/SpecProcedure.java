package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.connector.config.SpecFormat;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.jspecify.annotations.Nullable;

/**
 * Tells what configs look like: {@code CALL airbyte.spec('shop', format => 'yaml')}, also of a
 * connector that is no source yet: {@code CALL airbyte.spec('source-faker', 'template')}.
 */
final class SpecProcedure implements Procedure {
  private static final Parameter SOURCE =
      new Parameter(
          SourceArgument.PARAMETER.name(),
          "VARCHAR",
          false,
          "The source's name, or a connector's; all sources without it");

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
        SOURCE,
        new Parameter("format", "VARCHAR", false, "json, yaml, or template for one to fill in"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "source VARCHAR", "connector VARCHAR", "documentation_url VARCHAR", "spec VARCHAR");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    SpecFormat format = format(arguments.text("format").orElse(SpecFormat.JSON.toString()));
    Optional<String> connector =
        arguments
            .text(SOURCE.name())
            .filter(name -> name.startsWith("source-"))
            .filter(name -> context.sources().find(name).isEmpty());
    if (connector.isPresent()) {
      ConnectorSpecification spec = context.list().spec(connector.get(), context.run());
      return Answer.rows(columns(), List.of(row(null, connector.get(), spec, format)));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (AttachedSource source : SourceArgument.of(arguments, context)) {
      ConnectorSpecification spec = source.source().connector().spec(context.run());
      rows.add(row(source.source().name(), source.source().connector().name(), spec, format));
    }
    return Answer.rows(columns(), rows);
  }

  private static List<@Nullable Object> row(
      @Nullable String source, String connector, ConnectorSpecification spec, SpecFormat format) {
    return Arrays.asList(
        source, connector, spec.documentationUrl().orElse(null), format.write(spec));
  }

  private static SpecFormat format(String name) throws SQLException {
    return Arrays.stream(SpecFormat.values())
        .filter(format -> format.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () -> SqlErrors.argument("A spec is given as json, yaml or template, not as " + name));
  }
}
