package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.airbytejdbc.driver.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done to a connector's packages: {@code CALL airbyte.install('source-faker')}.
 *
 * @param options what it takes besides the connector
 */
record PackageProcedure(String name, String description, List<Parameter> options, Work work)
    implements Procedure {
  private static final Parameter CONNECTOR =
      new Parameter("connector", "VARCHAR", true, "Such as source-faker, or a source's name");

  /** The options are properties of a URL. */
  static final Procedure INSTALL =
      new PackageProcedure(
          "install",
          "Installs a connector's package, if it is not, before it is first needed",
          List.of(
              new Parameter("version", "VARCHAR", false, "Of the package; the newest without it"),
              new Parameter("pip", "VARCHAR", false, "What to install instead of the package"),
              new Parameter("python", "VARCHAR", false, "The interpreter to install with")),
          (connector, options, context) ->
              List.of(context.packages().install(connector, options, context.run())));

  static final Procedure UNINSTALL =
      new PackageProcedure(
          "uninstall",
          "Removes all packages of a connector, or those of one version; a later use installs anew",
          List.of(new Parameter("version", "VARCHAR", false, "The only one to remove")),
          (connector, options, context) ->
              context
                  .packages()
                  .uninstall(
                      connector, Optional.ofNullable(options.get("version")), context.run()));

  static final Procedure UPGRADE =
      new PackageProcedure(
          "upgrade",
          "Installs a connector's package anew, and so its newest release unless one is pinned",
          List.of(),
          (connector, options, context) ->
              List.of(context.packages().upgrade(connector, context.run())));

  /** What is done, with the options that were given; says to which packages. */
  interface Work {
    List<InstalledConnector> on(String connector, Map<String, String> options, CallContext context);
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(Stream.of(CONNECTOR), options.stream()).toList();
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "connector VARCHAR", "version VARCHAR", "way VARCHAR", "folder VARCHAR", "seconds DOUBLE");
  }

  /** A fault of the call is none of the connection: a pool would throw it away. */
  @Override
  public Answer call(Arguments arguments, CallContext context) throws SQLException {
    String connector = arguments.text(CONNECTOR.name()).orElseThrow();
    Map<String, String> given = new TreeMap<>();
    for (Parameter option : options) {
      arguments.text(option.name()).ifPresent(text -> given.put(option.name(), text));
    }
    long start = System.nanoTime();
    try {
      List<InstalledConnector> outcome = work.on(connector, given, context);
      double seconds = (System.nanoTime() - start) / 1_000_000 / 1000.0;
      return Answer.rows(columns(), outcome.stream().map(one -> row(one, seconds)).toList());
    } catch (SettingsException e) {
      throw SqlState.INVALID_ARGUMENT.exception(
          String.valueOf(e.getMessage()), e.guidance().orElse(""));
    }
  }

  private static List<@Nullable Object> row(InstalledConnector one, double seconds) {
    return Arrays.asList(
        one.name(), one.version().orElse(null), "package", one.location().toString(), seconds);
  }
}
