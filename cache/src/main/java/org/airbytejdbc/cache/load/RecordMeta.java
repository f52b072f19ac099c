package org.airbytejdbc.cache.load;

import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code _airbyte_meta} says of a record. */
final class RecordMeta {
  private static final String CHANGES = "changes";

  private RecordMeta() {}

  /** The record's own meta, with the losses by field added to its changes. */
  static String withLosses(String meta, Map<String, Held.Loss> losses) {
    ObjectNode told = (ObjectNode) JsonMapper.shared().readTree(meta);
    ArrayNode changes = told.get(CHANGES) instanceof ArrayNode own ? own : told.putArray(CHANGES);
    losses.forEach(
        (field, loss) ->
            changes
                .addObject()
                .put("field", Surrogates.replaced(field))
                .put("change", loss.change())
                .put("reason", loss.reason())
                .put("value", loss.value()));
    return JsonMapper.shared().writeValueAsString(told);
  }

  /** A JSON object of values that are JSON already. */
  static String object(Map<String, String> values) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = StrictJson.FORMAT.createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      values.forEach(
          (name, json) -> {
            out.writeName(Surrogates.replaced(name));
            out.writeRawValue(json);
          });
      out.writeEndObject();
    }
    return text.toString();
  }
}
