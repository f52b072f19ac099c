package org.airbytejdbc.declarative.partition;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.extract.Fields;
import org.airbytejdbc.declarative.http.RequestOption;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.partition.ParentRecords.ParentRecord;
import org.jspecify.annotations.Nullable;

/**
 * One parent of a substream: a record of it is a partition.
 *
 * @param key the path of the value in the parent's record
 * @param firstPage where in the record the children's first page is; empty where it is asked for
 * @param incremental whether the parent's state is kept with the child's
 */
record ParentStream(
    ParentRecords stream,
    List<String> key,
    String field,
    Optional<RequestOption> option,
    List<List<String>> extraFields,
    List<String> firstPage,
    boolean incremental) {
  static ParentStream read(Component config, ParentRecords stream, Scope scope) {
    return new ParentStream(
        stream,
        path(config.requiredExpression("parent_key").text(scope)),
        config.requiredExpression("partition_field").text(scope),
        config.component("request_option").map(RequestOption::read),
        config.items("extra_fields").stream().map(path -> extra(path, config, scope)).toList(),
        config.items("lazy_read_pointer").stream()
            .map(step -> config.template(String.valueOf(step)).text(scope))
            .toList(),
        config.flag("incremental_dependency", false));
  }

  private static List<String> extra(@Nullable Object path, Component config, Scope scope) {
    return path instanceof List<?> steps
        ? steps.stream().map(step -> config.template(String.valueOf(step)).text(scope)).toList()
        : List.of(config.template(String.valueOf(path)).text(scope));
  }

  private static List<String> path(String key) {
    return Arrays.asList(key.split("/"));
  }

  /** The partition of a parent's record, or empty where it lacks the key. */
  Optional<StreamSlice> partition(ParentRecord parent) {
    Optional<Object> value = Fields.at(parent.record(), key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> partition = new LinkedHashMap<>();
    partition.put(field, value.get());
    partition.put("parent_slice", parent.slice().partition());
    Map<String, @Nullable Object> extras = new LinkedHashMap<>();
    for (List<String> path : extraFields) {
      extras.put(String.join(".", path), Fields.at(parent.record(), path).orElse(null));
    }
    if (!firstPage.isEmpty()) {
      extras.put(PartitionRouter.FIRST_PAGE, Fields.at(parent.record(), firstPage).orElse(null));
    }
    return Optional.of(new StreamSlice(partition, Map.of(), extras));
  }
}
