package org.airbytejdbc.declarative.dynamic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.partition.ParentRecords.ParentRecord;
import org.airbytejdbc.declarative.transform.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * Where the streams of a template come from: each scope that is found makes one stream.
 *
 * @param records reads the records of a retriever
 */
record StreamSources(Runtime runtime, Function<Component, Iterator<ParentRecord>> records) {
  private static final String VALUES = "components_values";

  List<Scope> find(Component resolver) {
    return switch (resolver.type()) {
      case "HttpComponentsResolver" -> ofRecords(resolver.required("retriever"));
      case "ConfigComponentsResolver" -> ofConfig(resolver.components("stream_config"));
      case "ParametrizedComponentsResolver" ->
          resolver.required("stream_parameters").items("list_of_parameters_for_stream").stream()
              .map(values -> runtime.scope().with(VALUES, values))
              .toList();
      default -> throw resolver.unknown();
    };
  }

  private List<Scope> ofRecords(Component retriever) {
    List<Scope> scopes = new ArrayList<>();
    records
        .apply(retriever)
        .forEachRemaining(
            found ->
                scopes.add(
                    runtime
                        .scope()
                        .with("stream_slice", found.slice())
                        .with(VALUES, found.record())));
    return scopes;
  }

  /** Each item of the first list in the config with each of the others. */
  private List<Scope> ofConfig(List<Component> streamConfigs) {
    List<Map<String, @Nullable Object>> products = List.of(Map.of());
    for (int i = 0; i < streamConfigs.size(); i++) {
      List<Map<String, @Nullable Object>> more = new ArrayList<>();
      List<@Nullable Object> items = items(streamConfigs.get(i));
      for (Map<String, @Nullable Object> product : products) {
        for (int at = 0; at < items.size(); at++) {
          more.add(with(product, i, at, items.get(at)));
        }
      }
      products = more;
    }
    return products.stream().map(values -> runtime.scope().with(VALUES, values)).toList();
  }

  /** An object gives its members; anything else goes by the number of its list. */
  private static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> product, int list, int position, @Nullable Object item) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(product);
    if (item instanceof Map<?, ?> members) {
      members.forEach((name, value) -> values.put(String.valueOf(name), value));
    } else {
      List<@Nullable Object> numbered = new ArrayList<>();
      numbered.add((long) position);
      numbered.add(item);
      values.put("source_config_" + list, numbered);
    }
    return values;
  }

  private List<@Nullable Object> items(Component streamConfig) {
    List<String> pointer =
        streamConfig.items("configs_pointer").stream()
            .map(step -> streamConfig.template(String.valueOf(step)).text(runtime.scope()))
            .toList();
    Object found = FieldPath.get(runtime.config(), pointer);
    List<@Nullable Object> items = new ArrayList<>();
    if (found instanceof List<?> list) {
      items.addAll(list);
    } else if (found != null) {
      items.add(found);
    }
    items.addAll(streamConfig.items("default_values"));
    return items;
  }
}
