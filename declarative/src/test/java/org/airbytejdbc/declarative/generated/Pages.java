package org.airbytejdbc.declarative.generated;

import static org.airbytejdbc.declarative.generated.Parts.part;

import java.util.Map;
import java.util.Optional;

/** How a stream is cut into pages: what the manifest says of it, and what the API needs to know. */
record Pages(Optional<Map<String, Object>> paginator, int size, int first) {
  private static final int ALL = 1000;

  /**
   * The CDK pages through no bodies of some formats, and sees nothing of others when it looks for
   * the next page.
   */
  static Pages of(Choices choices, Places places, Shapes.Format format) {
    if (format == Shapes.Format.LINES || format == Shapes.Format.CSV) {
      return none();
    }
    boolean json = format == Shapes.Format.JSON;
    int size = choices.of(2, 3, 100);
    return switch (choices.of(
        "none", "page", "page", "offset", "offset", "header", "token", "last", "path", "link")) {
      case "page" -> numbered(choices, places, size);
      case "offset" -> {
        var strategy = part("OffsetIncrement", "page_size", sized(choices, size));
        inject(choices, strategy);
        yield paged(choices, places, strategy, size);
      }
      case "header" -> paged(choices, places, cursor("{{ headers['Next'] }}"), size);
      case "token" -> json ? token(choices, places, size) : none();
      case "last" -> {
        var strategy = cursor("{{ last_record['id'] }}");
        strategy.put("stop_condition", "{{ not response.get('more') }}");
        yield json ? paged(choices, places, strategy, size) : none();
      }
      case "path" ->
          json ? path(choices, places, cursor("{{ response.get('url') }}"), size) : none();
      case "link" ->
          path(
              choices,
              places,
              cursor("{{ headers.get('link', {}).get('next', {}).get('url') }}"),
              size);
      default -> none();
    };
  }

  private static Pages none() {
    return new Pages(Optional.empty(), ALL, 0);
  }

  private static Map<String, Object> cursor(String value) {
    return part("CursorPagination", "cursor_value", value);
  }

  private static Pages numbered(Choices choices, Places places, int size) {
    int first = choices.of(0, 1, 5);
    var strategy = part("PageIncrement", "start_from_page", first);
    inject(choices, strategy);
    if (choices.maybe()) {
      strategy.put("page_size", sized(choices, size));
    }
    Pages pages = paged(choices, places, strategy, size);
    return new Pages(pages.paginator, size, first);
  }

  private static Object sized(Choices choices, int size) {
    return choices.of(size, Integer.toString(size), "{{ config['size_" + size + "'] }}");
  }

  private static void inject(Choices choices, Map<String, Object> strategy) {
    if (choices.maybe()) {
      strategy.put("inject_on_first_request", true);
    }
  }

  private static Pages token(Choices choices, Places places, int size) {
    var strategy =
        cursor(
            choices.of(
                "{{ response.next }}",
                "{{ response.get('next') }}",
                "{{ response['meta']['next'] }}"));
    String stop =
        choices.of(
            "",
            "{{ not response.get('next') }}",
            "{{ last_page_size < " + size + " }}",
            "{{ last_record is none }}",
            "{{ response.meta.next is not defined }}");
    if (!stop.isEmpty()) {
      strategy.put("stop_condition", stop);
    }
    return paged(choices, places, strategy, size);
  }

  private static Pages paged(
      Choices choices, Places places, Map<String, Object> strategy, int size) {
    var paginator =
        part(
            "DefaultPaginator",
            "pagination_strategy",
            strategy,
            "page_token_option",
            places.option("at_" + ((String) strategy.get("type")).charAt(0)));
    return sized(choices, places, strategy, paginator, size);
  }

  private static Pages path(
      Choices choices, Places places, Map<String, Object> strategy, int size) {
    var paginator =
        part(
            "DefaultPaginator",
            "pagination_strategy",
            strategy,
            "page_token_option",
            part("RequestPath"));
    return sized(choices, places, strategy, paginator, size);
  }

  private static Pages sized(
      Choices choices,
      Places places,
      Map<String, Object> strategy,
      Map<String, Object> paginator,
      int size) {
    if (choices.maybe()) {
      strategy.putIfAbsent("page_size", size);
      paginator.put("page_size_option", places.option("size"));
    }
    return new Pages(Optional.of(paginator), size, 0);
  }
}
