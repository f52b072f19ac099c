package org.airbytejdbc.declarative.transform;

import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** The {@code schema_normalization} of a manifest: values as the schema's types want them. */
public final class Normalization {
  private Normalization() {}

  /**
   * @param selector the selector of records that may say {@code schema_normalization}
   * @param schema of a record
   */
  public static Transformation read(Component selector, Map<String, @Nullable Object> schema) {
    return switch (selector.text("schema_normalization").orElse("None")) {
      case "None" -> (record, scope) -> {};
      case "Default" -> new BySchema(schema);
      default -> throw selector.problem("there is no such schema_normalization");
    };
  }

  /** Follows the schema into objects and lists. */
  private record BySchema(Map<String, @Nullable Object> schema) implements Transformation {
    @Override
    public void apply(Map<String, @Nullable Object> record, Scope scope) {
      inside(record, schema);
    }

    @SuppressWarnings("unchecked")
    private void inside(@Nullable Object value, Map<?, ?> type) {
      Map<?, ?> resolved = resolved(type);
      if (value instanceof Map<?, ?> && resolved.get("properties") instanceof Map<?, ?> types) {
        var object = (Map<String, @Nullable Object>) value;
        types.forEach(
            (name, member) -> {
              String its = String.valueOf(name);
              if (object.containsKey(its) && member instanceof Map<?, ?> schemaOf) {
                Object typed = TypedValue.of(object.get(its), schemaOf);
                object.put(its, typed);
                inside(typed, schemaOf);
              }
            });
      }
      if (value instanceof List<?> && resolved.get("items") instanceof Map<?, ?> its) {
        var list = (List<@Nullable Object>) value;
        list.replaceAll(item -> TypedValue.of(item, its));
        list.forEach(item -> inside(item, its));
      }
    }

    private Map<?, ?> resolved(Map<?, ?> type) {
      if (!(type.get("$ref") instanceof String ref) || !ref.startsWith("#/")) {
        return type;
      }
      Object at = schema;
      for (String step : ref.substring(2).split("/")) {
        at = at instanceof Map<?, ?> object ? object.get(step) : null;
      }
      return at instanceof Map<?, ?> found ? found : type;
    }
  }
}
