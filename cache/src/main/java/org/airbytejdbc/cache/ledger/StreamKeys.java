package org.airbytejdbc.cache.ledger;

import java.util.Collection;
import java.util.List;
import org.airbytejdbc.connector.protocol.StreamName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Sets of streams in the ledger: lists of texts, each {@code ["namespace","name"]}. */
public final class StreamKeys {
  /** Where a statement takes what {@link #write} has written. */
  public static final String PARAMETER = "from_json(?, '[\"VARCHAR\"]')";

  private static final JsonMapper JSON = JsonMapper.shared();

  private StreamKeys() {}

  /** The JSON text of the list. */
  public static String write(Collection<StreamName> streams) {
    ArrayNode list = JSON.createArrayNode();
    for (StreamName stream : streams) {
      ArrayNode key = JSON.createArrayNode();
      list.add(key.add(stream.namespace().orElse("")).add(stream.name()).toString());
    }
    return list.toString();
  }

  /** Reads the JSON text of such a list. */
  public static List<StreamName> read(String json) {
    return JSON.readTree(json).valueStream().map(key -> stream(key.asString())).toList();
  }

  private static StreamName stream(String key) {
    JsonNode parts = JSON.readTree(key);
    return StreamName.of(parts.get(0).asString(), parts.get(1).asString());
  }
}
