package org.airbytejdbc.calcite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.own.OwnTable;
import org.airbytejdbc.calcite.query.TableName;

/**
 * Finds the views and tables of the user's own that names mean. Looks into each cache at most once,
 * and only if need be; for one statement.
 */
final class OwnNames {
  /** One of them, and where it is. */
  record Found(Cache cache, OwnTable table) {}

  private static final Set<String> SCHEMAS = Set.of(OwnTable.SCHEMA, OwnTable.TEMPORARY_SCHEMA);

  private final List<Cache> caches;
  private final OwnObjects objects;
  private final Map<Cache, List<OwnTable>> seen = new HashMap<>();

  /**
   * @param caches in the order in which they are searched
   */
  OwnNames(List<Cache> caches, OwnObjects objects) {
    this.caches = caches;
    this.objects = objects;
  }

  /** Where a table of that name would be looked for; empty if its name does not say. */
  static Optional<String> schema(TableName name) {
    boolean temporary =
        name.path().size() == 3 && name.path().get(0).equalsIgnoreCase(OwnTable.TEMPORARY_SCHEMA);
    return temporary ? Optional.of(OwnTable.TEMPORARY_SCHEMA) : name.schema();
  }

  /** Whether the name says that it means one of these. */
  static boolean isMeant(TableName name) {
    return schema(name)
        .filter(schema -> SCHEMAS.stream().anyMatch(schema::equalsIgnoreCase))
        .isPresent();
  }

  /** What the name means; a temporary one before one that stays, as in the engine. */
  Optional<Found> find(TableName name) {
    Optional<String> schema = schema(name);
    return all()
        .filter(found -> found.table().name().equalsIgnoreCase(name.table()))
        .filter(found -> schema.isEmpty() || found.table().schema().equalsIgnoreCase(schema.get()))
        .findFirst();
  }

  /**
   * What a name means in a temporary view, where the engine leaves out that it is a temporary's.
   */
  TableName inTemporary(TableName name) {
    boolean cut = name.path().size() == 2 && isMeant(name);
    return cut && hides(name)
        ? new TableName(List.of(OwnTable.TEMPORARY_SCHEMA, name.table()))
        : name;
  }

  /** Whether what is temporary has that name. */
  boolean hides(TableName name) {
    return find(new TableName(List.of(OwnTable.TEMPORARY_SCHEMA, name.table()))).isPresent();
  }

  /** As messages name them. */
  List<String> names() {
    return all().map(found -> found.table().schema() + "." + found.table().name()).toList();
  }

  private Stream<Found> all() {
    return caches.stream()
        .flatMap(
            cache ->
                seen.computeIfAbsent(cache, objects::in).stream()
                    .map(table -> new Found(cache, table)));
  }
}
