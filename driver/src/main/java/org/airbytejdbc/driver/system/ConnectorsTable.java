package org.airbytejdbc.driver.system;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.airbytejdbc.driver.settings.SourceDefinition;
import org.jspecify.annotations.Nullable;

/** The connectors of this machine, and those that are wanted. */
final class ConnectorsTable implements ToldTable {
  @Override
  public String name() {
    return "connectors";
  }

  @Override
  public String description() {
    return "A connector that is installed, or that a source of this connection uses";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "name VARCHAR",
        "version VARCHAR",
        "kind VARCHAR",
        "location VARCHAR",
        "installed BOOLEAN",
        "sources VARCHAR[]");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    List<SourceDefinition> definitions = context.surroundings().definitions();
    List<InstalledConnector> installed = context.surroundings().installed();
    Stream<List<@Nullable Object>> own =
        definitions.stream()
            .filter(one -> one.connector().executable().isPresent())
            .map(one -> executable(one.connector(), users(one.connector(), definitions)))
            .distinct();
    Stream<List<@Nullable Object>> missing =
        definitions.stream()
            .filter(one -> one.connector().executable().isEmpty())
            .filter(one -> installed.stream().noneMatch(i -> isNamed(one, i.name())))
            .map(one -> missing(one.connector(), users(one.connector(), definitions)))
            .distinct();
    Stream<List<@Nullable Object>> there =
        installed.stream().map(connector -> installed(connector, definitions));
    return Stream.of(own, missing, there).flatMap(rows -> rows).toList();
  }

  private static List<@Nullable Object> executable(ConnectorReference one, List<String> users) {
    String path = one.executable().map(Path::toString).orElse("");
    return Arrays.asList(one.name(), null, "executable", path, true, users);
  }

  private static List<@Nullable Object> missing(ConnectorReference one, List<String> users) {
    return Arrays.asList(one.name(), one.version().orElse(null), "package", null, false, users);
  }

  private static List<@Nullable Object> installed(
      InstalledConnector connector, List<SourceDefinition> definitions) {
    return Arrays.asList(
        connector.name(),
        connector.version().orElse(null),
        connector.isPackage() ? "package" : "executable",
        connector.location().toString(),
        true,
        definitions.stream()
            .filter(one -> one.connector().executable().isEmpty())
            .filter(one -> isNamed(one, connector.name()))
            .map(SourceDefinition::name)
            .toList());
  }

  private static List<String> users(
      ConnectorReference connector, List<SourceDefinition> definitions) {
    return definitions.stream()
        .filter(one -> one.connector().equals(connector))
        .map(SourceDefinition::name)
        .toList();
  }

  private static boolean isNamed(SourceDefinition definition, String connector) {
    return definition.connector().name().equals(connector);
  }
}
