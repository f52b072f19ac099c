package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.airbytejdbc.driver.settings.SettingsException;

/** Adds a source to this connection: {@code CALL airbyte.add_source('crm', 'source-file', …)}. */
final class AddSourceProcedure implements Procedure {
  private static final String CONNECTOR = "connector";

  @Override
  public String name() {
    return "add_source";
  }

  @Override
  public String description() {
    return "Adds a source to this connection, and finds out its streams";
  }

  /** All but the connector are properties of a URL. */
  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("name", "VARCHAR", true, "The source's name, which is its schema"),
        new Parameter(
            CONNECTOR, "VARCHAR", false, "Such as source-faker; may be left out with a manifest"),
        new Parameter(
            "config", "VARCHAR", false, "A JSON object, or the path of a JSON or YAML file"),
        new Parameter("streams", "VARCHAR", false, "Patterns of the streams that are shown"),
        new Parameter("version", "VARCHAR", false, "Of the package or image"),
        new Parameter("executable", "VARCHAR", false, "A connector to run, instead of installing"),
        new Parameter("manifest", "VARCHAR", false, "A YAML file or its address, run in the JVM"),
        new Parameter("components", "VARCHAR", false, "Code that a manifest needs, run by Python"),
        new Parameter("run", "VARCHAR", false, "How it is run, such as docker"),
        new Parameter("python", "VARCHAR", false, "The interpreter to install with"),
        new Parameter("pip", "VARCHAR", false, "What to install instead of the package"),
        new Parameter("image", "VARCHAR", false, "A container image to run"),
        new Parameter("pull", "VARCHAR", false, "When the image is fetched"),
        new Parameter("network", "VARCHAR", false, "Of a container"),
        new Parameter("memory", "VARCHAR", false, "The most for a container"),
        new Parameter("cpus", "VARCHAR", false, "The most for a container"),
        new Parameter("mounts", "VARCHAR", false, "HOST:CONTAINER, with commas between"),
        new Parameter("syncMode", "VARCHAR", false, "How streams are read and stored"),
        new Parameter("undeclared", "VARCHAR", false, "drop or json"),
        new Parameter(
            "cache", "VARCHAR", false, "duckdb:PATH or memory; the first source's without it"));
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns("source VARCHAR", "cache VARCHAR", "streams INTEGER");
  }

  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    Map<String, String> properties = new TreeMap<>();
    for (Parameter parameter : parameters()) {
      arguments.text(parameter.name()).ifPresent(text -> properties.put(parameter.name(), text));
    }
    String connector = connector(properties);
    properties.remove(CONNECTOR);
    AttachedSource added = add(connector, properties, context);
    return Answer.rows(
        columns(),
        List.of(
            List.of(
                added.source().name(),
                added.cache().location().toString(),
                added.catalog().tables().size())));
  }

  /** A manifest of one's own needs no other name than its source has. */
  private static String connector(Map<String, String> properties) throws SQLException {
    if (properties.containsKey(CONNECTOR)) {
      return properties.get(CONNECTOR);
    }
    if (properties.containsKey("manifest")) {
      String name = properties.get("name").toLowerCase(Locale.ROOT);
      return "source-" + name.replaceAll("[^a-z0-9]+", "-");
    }
    throw SqlErrors.argument("A source needs a connector, or a manifest");
  }

  /** A fault of the call is none of the connection: a pool would throw it away. */
  private static AttachedSource add(
      String connector, Map<String, String> properties, CallContext context) throws SQLException {
    try {
      return context.list().add(connector, properties, context.run());
    } catch (SettingsException e) {
      throw SqlState.INVALID_ARGUMENT.exception(
          String.valueOf(e.getMessage()), e.guidance().orElse(""));
    }
  }
}
