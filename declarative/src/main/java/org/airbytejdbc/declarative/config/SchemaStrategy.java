package org.airbytejdbc.declarative.config;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Holds a value against a JSON Schema that the manifest gives, as an object or as its text. */
record SchemaStrategy(Object schema) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static SchemaStrategy read(Component strategy) {
    if (!strategy.type().equals("ValidateAdheresToSchema")) {
      throw strategy.unknown();
    }
    return new SchemaStrategy(
        strategy.value("base_schema").orElseThrow(() -> strategy.missing("base_schema")));
  }

  /** By place, never with a value: a config may be secret. */
  List<String> violations(@Nullable Object value) {
    var json = JSON.readTree(schema instanceof String text ? text : Json.write(schema));
    return SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
        .getSchema(json)
        .validate(JSON.readTree(Json.write(value)))
        .stream()
        .map(error -> error.getInstanceLocation() + " breaks \"" + error.getKeyword() + "\"")
        .toList();
  }
}
