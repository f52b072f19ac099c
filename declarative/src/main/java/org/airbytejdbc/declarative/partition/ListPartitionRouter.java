package org.airbytejdbc.declarative.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.expression.Truth;
import org.airbytejdbc.declarative.http.RequestOption;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** A partition for each value of a list. */
record ListPartitionRouter(
    List<@Nullable Object> values, String field, Optional<RequestOption> option)
    implements PartitionRouter {
  static ListPartitionRouter read(Component router, Scope scope) {
    List<@Nullable Object> values = new ArrayList<>();
    Object given = router.value("values").orElseThrow(() -> router.missing("values"));
    if (given instanceof List<?> list) {
      values.addAll(list); // As they are: only a text for all of them is a template.
    } else {
      Object value = router.template(given).value(scope);
      if (value instanceof List<?> list) {
        values.addAll(list);
      } else if (value != null && !value.equals("")) { // A config may lack it: no partitions.
        throw router.problem("values is no list");
      }
    }
    return new ListPartitionRouter(
        values,
        String.valueOf(router.requiredExpression("cursor_field").text(scope)),
        router.component("request_option").map(RequestOption::read));
  }

  @Override
  public Iterator<StreamSlice> partitions() {
    return values.stream().map(this::slice).iterator();
  }

  private StreamSlice slice(@Nullable Object value) {
    Map<String, @Nullable Object> partition = new HashMap<>();
    partition.put(field, value);
    return new StreamSlice(partition, Map.of(), Map.of());
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    Object value = slice.get(field);
    return option.isPresent() && Truth.of(value)
        ? option.get().inject(value, scope)
        : Injected.none();
  }
}
