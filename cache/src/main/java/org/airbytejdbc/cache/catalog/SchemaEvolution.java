package org.airbytejdbc.cache.catalog;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.catalog.SchemaChange.Kind;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.SchemaReader;
import org.airbytejdbc.connector.schema.StreamField;

/**
 * A stream's columns after its schema has changed: columns are added and widened, never narrowed or
 * dropped, so that the rows that are there keep their values.
 */
record SchemaEvolution(List<Column> columns, List<SchemaChange> changes) {

  /** The columns of a stream that has none yet. */
  static List<Column> begin(AirbyteStream stream, boolean keepUndeclared) {
    return arrange(merge(List.of(), fields(stream)), keepUndeclared);
  }

  /**
   * @param columns those that the stream's table has
   * @param before the stream's definition that they were made from
   */
  static SchemaEvolution of(
      List<Column> columns, AirbyteStream before, AirbyteStream now, boolean keepUndeclared) {
    List<Column> data =
        columns.stream().filter(column -> !MetadataColumns.isMetadata(column)).toList();
    List<StreamField> fields = fields(now);
    Map<String, Column> known = data.stream().collect(toMap(Column::field, column -> column));
    List<Column> after = merge(data, fields);
    List<SchemaChange> changes = new ArrayList<>();
    for (Column column : after) {
      change(now.name(), Optional.ofNullable(known.get(column.field())), column)
          .ifPresent(changes::add);
    }
    Set<String> declared = fields.stream().map(StreamField::name).collect(toSet());
    for (StreamField field : fields(before)) {
      if (!declared.contains(field.name())) {
        Optional<String> type = Optional.of(DuckDbTypes.ddl(field.type()));
        changes.add(
            new SchemaChange(now.name(), Kind.VANISHED, field.name(), type, Optional.empty()));
      }
    }
    boolean keeps = keepUndeclared || columns.contains(MetadataColumns.UNDECLARED);
    return new SchemaEvolution(arrange(after, keeps), changes);
  }

  private static Optional<SchemaChange> change(
      StreamName stream, Optional<Column> before, Column after) {
    Optional<String> oldType = before.map(column -> DuckDbTypes.ddl(column.type()));
    Optional<String> newType = Optional.of(DuckDbTypes.ddl(after.type()));
    if (oldType.equals(newType)) {
      return Optional.empty();
    }
    Kind kind = before.isPresent() ? Kind.WIDENED : Kind.ADDED;
    return Optional.of(new SchemaChange(stream, kind, after.field(), oldType, newType));
  }

  /** The known columns in their order, then the new ones. */
  private static List<Column> merge(List<Column> known, List<StreamField> fields) {
    Map<String, Column> columns = new LinkedHashMap<>();
    known.forEach(column -> columns.put(column.field(), column));
    ColumnNames names = new ColumnNames(known.stream().collect(toMap(Column::field, Column::name)));
    for (StreamField field : fields) {
      Column column = columns.get(field.name());
      AirbyteType type =
          column == null ? field.type() : TypeWidening.widest(column.type(), field.type());
      columns.put(
          field.name(),
          new Column(names.name(field.name()), field.name(), type, field.description()));
    }
    return List.copyOf(columns.values());
  }

  private static List<Column> arrange(List<Column> data, boolean keepUndeclared) {
    List<Column> columns = new ArrayList<>(data);
    if (keepUndeclared) {
      columns.add(MetadataColumns.UNDECLARED);
    }
    columns.addAll(MetadataColumns.ALL);
    return List.copyOf(columns);
  }

  private static List<StreamField> fields(AirbyteStream stream) {
    return SchemaReader.read(stream.jsonSchema()).fields();
  }
}
