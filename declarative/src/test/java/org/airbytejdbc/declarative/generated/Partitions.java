package org.airbytejdbc.declarative.generated;

import static org.airbytejdbc.declarative.generated.Parts.part;
import static org.airbytejdbc.declarative.generated.Parts.recordsAt;
import static org.airbytejdbc.declarative.generated.Parts.schema;
import static org.airbytejdbc.declarative.generated.Parts.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The partitions of a stream: a list's values, the records of parents, groups and products of them.
 */
record Partitions(Optional<Object> router, String path) {
  static Partitions of(Choices choices, Places some) {
    Optional<Places> places = Optional.of(some);
    String end = choices.of("", "/{{ stream_partition.pid }}", "/{{ stream_slice['pid'] }}");
    return switch (choices.of(
        "none", "list", "parents", "parents", "grandparents", "product", "lists", "groups")) {
      case "list" -> new Partitions(Optional.of(list(choices, places, "part")), "");
      case "parents" -> new Partitions(Optional.of(parents(choices, places, false)), end);
      case "grandparents" -> new Partitions(Optional.of(parents(choices, places, true)), end);
      case "product" ->
          new Partitions(
              Optional.of(List.of(parents(choices, places, false), list(choices, places, "part"))),
              end);
      case "lists" ->
          new Partitions(
              Optional.of(List.of(list(choices, places, "part"), list(choices, places, "other"))),
              "");
      case "groups" -> new Partitions(Optional.of(groups(choices)), "");
      default -> new Partitions(Optional.empty(), "");
    };
  }

  private static Map<String, Object> list(Choices choices, Optional<Places> places, String name) {
    Object values = choices.of(List.of("a", "b"), List.of("1", "2", "3"), "{{ config['parts'] }}");
    var router = part("ListPartitionRouter", "values", values, "cursor_field", name);
    places
        .filter(wanted -> choices.maybe())
        .ifPresent(some -> router.put("request_option", some.option(name)));
    return router;
  }

  /** A group is sent by an expression: as a request option, the CDK fails with it. */
  private static Map<String, Object> groups(Choices choices) {
    Optional<Places> nowhere = Optional.empty();
    var router =
        part(
            "GroupingPartitionRouter",
            "group_size",
            choices.of(2, 1, 5),
            "underlying_partition_router",
            choices.maybe() ? list(choices, nowhere, "part") : parents(choices, nowhere, false));
    if (choices.maybe()) {
      router.put("deduplicate", choices.maybe());
    }
    return router;
  }

  private static Map<String, Object> parents(
      Choices choices, Optional<Places> places, boolean nested) {
    var requester = part("HttpRequester", "url", "BASE/parents");
    var retriever = part("SimpleRetriever", "requester", requester, "record_selector", recordsAt());
    if (nested) {
      requester.put("url", "BASE/parents/{{ stream_partition['gid'] }}");
      retriever.put("partition_router", router(choices, grandparents(choices), "id", "gid"));
    }
    var parents = stream("parents", retriever);
    parents.put("schema_loader", schema(Map.of()));
    if (choices.maybe()) {
      parents.put("incremental_sync", cursor(choices, "since"));
    }
    var router = router(choices, parents, choices.of("id", "obj.uid"), "pid");
    var parent = parentOf(router);
    places
        .filter(wanted -> choices.maybe())
        .ifPresent(some -> parent.put("request_option", some.option("pid")));
    // In groups, the CDK gives them in any order.
    if (places.isPresent() && choices.seldom()) {
      parent.put("extra_fields", List.of(List.of("name"), List.of("obj", "uid")));
    }
    return router;
  }

  private static Map<String, Object> grandparents(Choices choices) {
    var requester = part("HttpRequester", "url", "BASE/grandparents");
    var retriever = part("SimpleRetriever", "requester", requester, "record_selector", recordsAt());
    var grandparents = stream("grandparents", retriever);
    grandparents.put("schema_loader", schema(Map.of()));
    if (choices.maybe()) {
      grandparents.put("incremental_sync", cursor(choices, "since"));
    }
    return grandparents;
  }

  /** A state of the child's is handed down to parents, so they know its formats. */
  private static Map<String, Object> cursor(Choices choices, String option) {
    return part(
        "DatetimeBasedCursor",
        "cursor_field",
        "t",
        "datetime_format",
        "%Y-%m-%d",
        "cursor_datetime_formats",
        Stream.of(Times.Form.values()).map(form -> form.format).toList(),
        "start_datetime",
        choices.of("2026-01-01", "2026-01-05"),
        "start_time_option",
        part("RequestOption", "inject_into", "request_parameter", "field_name", option));
  }

  private static Map<String, Object> router(
      Choices choices, Map<String, Object> parent, String key, String field) {
    var config =
        part("ParentStreamConfig", "stream", parent, "parent_key", key, "partition_field", field);
    if (choices.maybe()) {
      config.put("incremental_dependency", true);
    }
    return part("SubstreamPartitionRouter", "parent_stream_configs", List.of(config));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> parentOf(Map<String, Object> router) {
    return (Map<String, Object>) ((List<?>) router.get("parent_stream_configs")).get(0);
  }
}
