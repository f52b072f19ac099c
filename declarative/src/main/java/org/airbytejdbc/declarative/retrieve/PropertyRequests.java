package org.airbytejdbc.declarative.retrieve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.airbytejdbc.declarative.extract.Fields;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.partition.ParentRecords.ParentRecord;
import org.airbytejdbc.declarative.transform.Transformations;
import org.jspecify.annotations.Nullable;

/** Reads the {@code QueryProperties} of a requester: a field of its own, or a parameter. */
record PropertyRequests(Streams streams) {
  private static final String TYPE = "QueryProperties";
  private static final String PARAMETERS = "request_parameters";

  /** The requester with a template in the place of a parameter that lists properties. */
  static Component rewritten(Component requester) {
    if (parameter(requester).isEmpty()) {
      return requester;
    }
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(requester.map(PARAMETERS));
    parameters.replaceAll(
        (name, value) ->
            isProperties(value)
                ? "{{ stream_slice.extra_fields['query_properties'] | join(',') }}"
                : value);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(requester.fields());
    fields.put(PARAMETERS, parameters);
    return new Component(fields, requester.path());
  }

  Optional<QueryProperties> read(Component requester, Component stream) {
    return requester
        .component("query_properties")
        .or(() -> parameter(requester))
        .map(properties -> QueryProperties.read(properties, names(properties, stream)));
  }

  private static Optional<Component> parameter(Component requester) {
    if (!(requester.value(PARAMETERS).orElse("") instanceof Map<?, ?>)) {
      return Optional.empty();
    }
    Component parameters = requester.required(PARAMETERS);
    return parameters.fields().entrySet().stream()
        .filter(parameter -> isProperties(parameter.getValue()))
        .findFirst()
        .map(parameter -> parameters.required(parameter.getKey()));
  }

  private static boolean isProperties(@Nullable Object value) {
    return value instanceof Map<?, ?> component && TYPE.equals(component.get("type"));
  }

  /** The list, or what the API tells; without those that the schema lacks, where that is asked. */
  private Supplier<List<String>> names(Component properties, Component stream) {
    Optional<Component> selector = properties.component("property_selector");
    return () -> {
      Stream<String> all =
          properties.value("property_list").orElse("") instanceof List<?> list
              ? list.stream().map(String::valueOf)
              : told(properties.required("property_list")).stream();
      if (selector.isEmpty()) {
        return all.toList();
      }
      Map<String, @Nullable Object> selected = selected(selector.get(), stream);
      return all.filter(selected::containsKey).toList();
    };
  }

  private Map<String, @Nullable Object> selected(Component selector, Component stream) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (streams.schema(stream).get("properties") instanceof Map<?, ?> known) {
      known.forEach((name, schema) -> fields.put(String.valueOf(name), schema));
    }
    selector
        .components("transformations")
        .forEach(
            change ->
                Transformations.read(change, streams.runtime())
                    .apply(fields, streams.runtime().scope()));
    return fields;
  }

  private List<String> told(Component endpoint) {
    List<String> path =
        endpoint.items("property_field_path").stream()
            .map(step -> endpoint.template(String.valueOf(step)).text(streams.runtime().scope()))
            .toList();
    List<String> names = new ArrayList<>();
    Iterator<ParentRecord> records = streams.records(endpoint.required("retriever"));
    records.forEachRemaining(
        found -> Fields.at(found.record(), path).ifPresent(name -> names.add(PythonText.of(name))));
    return names;
  }
}
