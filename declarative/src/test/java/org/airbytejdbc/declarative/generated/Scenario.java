package org.airbytejdbc.declarative.generated;

import static org.airbytejdbc.declarative.generated.Parts.object;
import static org.airbytejdbc.declarative.generated.Parts.part;
import static org.airbytejdbc.declarative.generated.Parts.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a seed decides: a manifest, the API that it reads, and what happens to its state. */
record Scenario(
    Map<String, Object> manifest,
    Map<String, Object> catalog,
    GeneratedApi api,
    StateChange change) {
  static final Map<String, Object> CONFIG =
      object(
          "k",
          "K-7",
          "parts",
          List.of("x", "y"),
          "start",
          "2026-01-05",
          "lookback",
          "P2D",
          "size_2",
          2,
          "size_3",
          "3",
          "size_100",
          100);

  static Scenario of(Choices choices) {
    Places places = Places.of(choices);
    Shapes shapes = Shapes.of(choices);
    Pages pages = Pages.of(choices, places, shapes.format());
    Partitions partitions = Partitions.of(choices, places);
    Times times = Times.of(choices, places, partitions.router().isPresent());
    Refusals refusals = Refusals.of(choices, shapes.isPiecewise());

    Map<String, Object> requester = requester(choices, places, partitions);
    refusals.handler().ifPresent(handler -> requester.put("error_handler", handler));
    var retriever =
        part("SimpleRetriever", "requester", requester, "record_selector", shapes.selector());
    if (shapes.format() != Shapes.Format.JSON) {
      retriever.put("decoder", shapes.decoder());
    }
    pages.paginator().ifPresent(paginator -> retriever.put("paginator", paginator));
    partitions.router().ifPresent(router -> retriever.put("partition_router", router));
    Map<String, Object> items = stream("items", retriever);
    items.put("schema_loader", shapes.loader());
    times.cursor().ifPresent(cursor -> items.put("incremental_sync", cursor));
    if (!shapes.transformations().isEmpty()) {
      items.put("transformations", shapes.transformations());
    }
    return new Scenario(
        manifest(items),
        catalog(times.cursor().isPresent()),
        new GeneratedApi(
            pages,
            times,
            refusals,
            shapes.format(),
            choices.of(5, 0, 1, 4, 7, 250),
            choices.maybe()),
        choices.of(StateChange.values()));
  }

  private static Map<String, Object> requester(
      Choices choices, Places places, Partitions partitions) {
    var requester =
        part(
            "HttpRequester",
            "url_base",
            choices.of("BASE", "BASE/"),
            "path",
            choices.of("items", "/items") + partitions.path());
    if (!places.method().equals("GET")) {
      requester.put("http_method", places.method());
    }
    switch (choices.of("none", "bearer", "key", "basic")) {
      case "bearer" ->
          requester.put(
              "authenticator", part("BearerAuthenticator", "api_token", "{{ config['k'] }}"));
      case "key" ->
          requester.put(
              "authenticator",
              part(
                  "ApiKeyAuthenticator",
                  "api_token",
                  "{{ config['k'] }}",
                  "inject_into",
                  places.option("key")));
      case "basic" ->
          requester.put(
              "authenticator",
              part("BasicHttpAuthenticator", "username", "{{ config['k'] }}", "password", "p"));
      default -> {}
    }
    if (choices.seldom()) {
      requester.put("request_parameters", values(choices));
    }
    if (choices.seldom()) {
      requester.put("request_headers", object("X-Said", value(choices)));
    }
    if (!places.body().isEmpty() && choices.maybe()) {
      requester.put("request_" + places.body(), values(choices));
    }
    return requester;
  }

  private static Map<String, Object> values(Choices choices) {
    return object(
        "fixed", "{{ config['k'] }}", "said", value(choices), "none", "{{ config.get('no') }}");
  }

  private static String value(Choices choices) {
    return choices.of(
        "{{ stream_slice.get('start_time') }}",
        "{{ stream_interval['end_time'] }}",
        "{{ stream_partition }}",
        "{{ next_page_token['next_page_token'] if next_page_token }}",
        "{{ stream_partition.get('part') or stream_partition.get('pid') }}",
        "{{ stream_slice['pid'] }}",
        "{{ stream_slice.extra_fields }}");
  }

  private static Map<String, Object> manifest(Map<String, Object> stream) {
    Map<String, Object> manifest = part("DeclarativeSource", "version", "7.0.0");
    manifest.put("check", part("CheckStream", "stream_names", List.of("items")));
    manifest.put("streams", List.of(stream));
    manifest.put(
        "spec",
        part("Spec", "connection_specification", object("type", "object", "properties", object())));
    return manifest;
  }

  private static Map<String, Object> catalog(boolean incremental) {
    List<String> modes = new ArrayList<>(List.of("full_refresh"));
    if (incremental) {
      modes.add("incremental");
    }
    var stream = object("name", "items", "json_schema", object(), "supported_sync_modes", modes);
    return object(
        "streams",
        List.of(
            object(
                "stream",
                stream,
                "sync_mode",
                modes.get(modes.size() - 1),
                "destination_sync_mode",
                "append")));
  }
}
