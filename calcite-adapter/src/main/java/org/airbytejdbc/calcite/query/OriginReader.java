package org.airbytejdbc.calcite.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.query.Relation.Column;
import tools.jackson.databind.JsonNode;

/**
 * Follows the columns of a query's result to the streams that they come from, in the engine's
 * syntax tree. What it cannot follow for sure, it leaves without an origin.
 */
public final class OriginReader {
  private final Function<TableName, Optional<StreamTable>> streams;

  /**
   * @param streams finds the stream that a table's name means
   */
  public OriginReader(Function<TableName, Optional<StreamTable>> streams) {
    this.streams = streams;
  }

  /** The columns of the query's result in their order; empty if not even their number is sure. */
  public Optional<List<Column>> read(JsonNode query) {
    return query(query, Known.NONE);
  }

  private Optional<List<Column>> query(JsonNode query, Known outer) {
    Known known = outer;
    for (JsonNode item : query.path("cte_map").path("map").values()) {
      JsonNode with = item.path("value");
      Relation named =
          new Relation(item.path("key").asString(), query(with.path("query_node"), known));
      known = known.with(named.renamed(texts(with.path("aliases"))));
    }
    return switch (query.path("type").asString("")) {
      case "SELECT_NODE" -> selected(query, known);
      case "SET_OPERATION_NODE" ->
          query(query.path("children").path(0), known).map(OriginReader::withoutOrigins);
      default -> Optional.empty();
    };
  }

  private static List<Column> withoutOrigins(List<Column> columns) {
    return columns.stream().map(column -> new Column(column.name(), Optional.empty())).toList();
  }

  private Optional<List<Column>> selected(JsonNode select, Known known) {
    List<Relation> from = from(select.path("from_table"), known);
    List<Column> columns = new ArrayList<>();
    for (JsonNode item : select.path("select_list").values()) {
      if (item.path("type").asString().equals("STAR")) {
        Optional<List<Column>> all = star(item, from);
        if (all.isEmpty()) {
          return Optional.empty();
        }
        columns.addAll(all.get());
      } else {
        columns.add(one(item, from));
      }
    }
    return Optional.of(columns);
  }

  private static Column one(JsonNode item, List<Relation> from) {
    String alias = item.path("alias").asString("");
    if (!item.path("type").asString().equals("COLUMN_REF")) {
      return new Column(alias, Optional.empty());
    }
    List<String> names = texts(item.path("column_names"));
    String name = names.get(names.size() - 1);
    String label = alias.isEmpty() ? name : alias;
    return find(names, from)
        .map(column -> column.as(label))
        .orElseGet(() -> new Column(label, Optional.empty()));
  }

  private static Optional<Column> find(List<String> names, List<Relation> from) {
    String name = names.get(names.size() - 1);
    return switch (names.size()) {
      case 1 ->
          from.stream().anyMatch(relation -> relation.columns().isEmpty())
              ? Optional.empty()
              : first(name, from.stream());
      case 2 -> first(name, from.stream().filter(relation -> relation.isCalled(names.get(0))));
      case 3 ->
          first(name, from.stream().filter(relation -> relation.isCalled(names.get(1))))
              .filter(column -> isIn(names.get(0), column));
      default -> Optional.empty();
    };
  }

  private static boolean isIn(String schema, Column column) {
    return column.origin().filter(o -> o.schema().equalsIgnoreCase(schema)).isPresent();
  }

  private static Optional<Column> first(String name, Stream<Relation> relations) {
    return relations
        .flatMap(relation -> relation.columns().stream().flatMap(List::stream))
        .filter(column -> column.isCalled(name))
        .findFirst();
  }

  private static Optional<List<Column>> star(JsonNode star, List<Relation> from) {
    boolean plain =
        !star.path("columns").asBoolean()
            && star.path("expr").isNull()
            && Stream.of("replace_list", "rename_list", "qualified_exclude_list")
                .allMatch(list -> star.path(list).isEmpty());
    String relation = star.path("relation_name").asString("");
    List<Relation> meant =
        from.stream().filter(each -> relation.isEmpty() || each.isCalled(relation)).toList();
    if (!plain || meant.isEmpty() || meant.stream().anyMatch(each -> each.columns().isEmpty())) {
      return Optional.empty();
    }
    List<String> excluded = texts(star.path("exclude_list"));
    return Optional.of(
        meant.stream()
            .flatMap(each -> each.without(excluded).columns().orElseThrow().stream())
            .toList());
  }

  private List<Relation> from(JsonNode from, Known known) {
    String alias = from.path("alias").asString("");
    return switch (from.path("type").asString("")) {
      case "BASE_TABLE" -> List.of(table(from, alias, known));
      case "SUBQUERY" ->
          List.of(
              new Relation(alias, query(from.path("subquery").path("node"), known))
                  .renamed(texts(from.path("column_name_alias"))));
      case "JOIN" -> join(from, known);
      case "EMPTY" -> List.of();
      default -> List.of(new Relation(alias, Optional.empty()));
    };
  }

  private Relation table(JsonNode table, String alias, Known known) {
    TableName name = new TableName(texts(table.path("qualified_name").path("path")));
    String called = alias.isEmpty() ? name.table() : alias;
    Relation relation =
        known
            .find(name)
            .or(() -> streams.apply(name).map(stream -> Relation.of(called, stream)))
            .map(found -> new Relation(called, found.columns()))
            .orElseGet(() -> new Relation(called, Optional.empty()));
    return relation.renamed(texts(table.path("column_name_alias")));
  }

  /** The columns of USING are shown once; those of a full join are of neither side. */
  private List<Relation> join(JsonNode join, Known known) {
    List<Relation> left = from(join.path("left"), known);
    List<Relation> right = from(join.path("right"), known);
    List<String> using = texts(join.path("using_columns"));
    String type = join.path("join_type").asString();
    if (type.equals("SEMI") || type.equals("ANTI")) {
      return left;
    }
    boolean sure =
        !join.path("ref_type").asString().equals("NATURAL")
            && (using.isEmpty() || type.equals("INNER") || type.equals("LEFT"));
    return Stream.concat(left.stream(), right.stream().map(relation -> relation.without(using)))
        .map(relation -> sure ? relation : new Relation(relation.name(), Optional.empty()))
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
