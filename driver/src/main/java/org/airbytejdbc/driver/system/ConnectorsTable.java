package org.airbytejdbc.driver.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.ConnectorReference.Way;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.registry.ConnectorEntry;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.result.MemoryTable.Column;
import org.airbytejdbc.driver.settings.SourceDefinition;
import org.jspecify.annotations.Nullable;

/** The connectors of this machine, those that are wanted, and those that are published. */
final class ConnectorsTable implements ToldTable {
  private static final String EXECUTABLE = "executable";
  private static final String MANIFEST = "manifest";
  private static final String PACKAGE = "package";
  private static final String IMAGE = "image";

  /** One that is here or wanted; the rest of a row is what the registry tells of its name. */
  private record Local(
      String name,
      Optional<String> version,
      String kind,
      Optional<String> location,
      List<String> sources) {}

  @Override
  public String name() {
    return "connectors";
  }

  @Override
  public String description() {
    return "A connector that is published, installed, or used by a source of this connection";
  }

  @Override
  public List<Column> columns() {
    return MemoryTable.columns(
        "name VARCHAR",
        "title VARCHAR",
        "version VARCHAR",
        "newest VARCHAR",
        "kind VARCHAR",
        "location VARCHAR",
        "installed BOOLEAN",
        "sources VARCHAR[]",
        "language VARCHAR",
        "support_level VARCHAR",
        "documentation VARCHAR",
        "id VARCHAR");
  }

  @Override
  public List<List<@Nullable Object>> rows(SystemContext context) {
    List<Local> here = local(context.surroundings());
    Map<String, ConnectorEntry> published =
        context.surroundings().published(context.cancellation(), context.inDoubt()).stream()
            .collect(Collectors.toMap(ConnectorEntry::name, Function.identity(), (a, b) -> a));
    Stream<List<@Nullable Object>> own =
        here.stream().map(one -> row(one, Optional.ofNullable(published.get(one.name()))));
    Stream<List<@Nullable Object>> others =
        published.values().stream()
            .filter(entry -> here.stream().noneMatch(one -> one.name().equals(entry.name())))
            .map(ConnectorsTable::row);
    return Stream.concat(own, others).toList();
  }

  private static List<@Nullable Object> row(Local here, Optional<ConnectorEntry> published) {
    return Arrays.asList(
        here.name(),
        published.map(ConnectorEntry::title).orElse(null),
        here.version().orElse(null),
        published.map(ConnectorEntry::version).orElse(null),
        here.kind(),
        here.location().orElse(null),
        here.location().isPresent(),
        here.sources(),
        published.flatMap(ConnectorEntry::language).orElse(null),
        published.flatMap(ConnectorEntry::supportLevel).orElse(null),
        published.flatMap(ConnectorEntry::documentation).orElse(null),
        published.map(ConnectorEntry::id).orElse(null));
  }

  private static List<@Nullable Object> row(ConnectorEntry published) {
    String kind =
        published.manifestOnly()
            ? MANIFEST
            : published.pythonPackage().isPresent() ? PACKAGE : IMAGE;
    Local nowhere =
        new Local(published.name(), Optional.empty(), kind, Optional.empty(), List.of());
    return row(nowhere, Optional.of(published));
  }

  private static List<Local> local(Surroundings around) {
    List<SourceDefinition> definitions = around.definitions();
    List<InstalledConnector> installed = around.installed();
    Stream<Local> wanted =
        definitions.stream()
            .map(SourceDefinition::connector)
            .filter(one -> isNamed(one) || !isAmong(installed, one.name()))
            .distinct()
            .map(one -> wanted(one, users(definitions, one::equals)));
    Stream<Local> there =
        installed.stream()
            .map(
                one ->
                    new Local(
                        one.name(),
                        one.version(),
                        one.isPackage() ? PACKAGE : EXECUTABLE,
                        Optional.of(one.location().toString()),
                        users(definitions, user -> usesInstalled(user, one.name()))));
    return Stream.concat(wanted, there).toList();
  }

  private static Local wanted(ConnectorReference one, List<String> users) {
    return new Local(
        one.name(),
        one.version(),
        kind(one),
        one.executable().map(Path::toString).or(() -> one.manifest().map(URI::toString)),
        users);
  }

  private static boolean usesInstalled(ConnectorReference user, String name) {
    return !isNamed(user) && user.name().equals(name);
  }

  /** Whether the source says what is run, so that it is not looked for. */
  private static boolean isNamed(ConnectorReference one) {
    return !kind(one).equals(PACKAGE);
  }

  private static String kind(ConnectorReference one) {
    if (one.executable().isPresent()) {
      return EXECUTABLE;
    }
    if (one.manifest().isPresent() || one.way() == Way.MANIFEST) {
      return MANIFEST;
    }
    return one.image().isPresent() || one.way() == Way.DOCKER ? IMAGE : PACKAGE;
  }

  private static boolean isAmong(List<InstalledConnector> installed, String name) {
    return installed.stream().anyMatch(one -> one.name().equals(name));
  }

  private static List<String> users(
      List<SourceDefinition> definitions, Predicate<ConnectorReference> uses) {
    return definitions.stream()
        .filter(one -> uses.test(one.connector()))
        .map(SourceDefinition::name)
        .toList();
  }
}
