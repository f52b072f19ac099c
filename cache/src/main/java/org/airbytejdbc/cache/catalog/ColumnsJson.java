package org.airbytejdbc.cache.catalog;

import java.util.List;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table's columns as the JSON text that the ledger keeps. */
final class ColumnsJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ColumnsJson() {}

  static String write(List<Column> columns) {
    ArrayNode array = JSON.createArrayNode();
    for (Column column : columns) {
      ObjectNode node = array.addObject();
      node.put("name", column.name());
      node.put("field", column.field());
      if (column.type() instanceof Decimal decimal) {
        node.put("precision", decimal.precision()).put("scale", decimal.scale());
      } else {
        node.put("type", ((Simple) column.type()).name());
      }
      node.put("description", column.description());
    }
    return array.toString();
  }

  static List<Column> read(String json) {
    return JSON.readTree(json).valueStream().map(ColumnsJson::column).toList();
  }

  private static Column column(JsonNode node) {
    return new Column(
        node.path("name").asString(),
        node.path("field").asString(),
        type(node),
        node.path("description").asString());
  }

  private static AirbyteType type(JsonNode node) {
    return node.has("type")
        ? Simple.valueOf(node.path("type").asString())
        : new Decimal(node.path("precision").asInt(), node.path("scale").asInt());
  }
}
