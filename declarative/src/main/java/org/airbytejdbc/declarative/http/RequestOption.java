package org.airbytejdbc.declarative.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Where in a request a value goes, and under what name.
 *
 * @param path the name, of more than one part only inside a JSON body
 */
public record RequestOption(Place into, List<Expression> path) {
  /** The part of the request. */
  public enum Place {
    REQUEST_PARAMETER,
    HEADER,
    BODY_DATA,
    BODY_JSON
  }

  public RequestOption {
    path = List.copyOf(path);
  }

  /** Reads a {@code RequestOption}, or a {@code RequestPath}'s neighbour that looks like one. */
  public static RequestOption read(Component option) {
    Place place = place(option);
    if (option.has("field_name") == option.has("field_path")) {
      throw option.problem("either field_name or field_path is needed, not both");
    }
    if (option.has("field_path") && place != Place.BODY_JSON) {
      throw option.problem("a field_path goes into body_json only; elsewhere give a field_name");
    }
    List<Expression> path =
        option.has("field_name")
            ? List.of(option.requiredExpression("field_name"))
            : option.items("field_path").stream().map(part -> option.template(part)).toList();
    return new RequestOption(place, path);
  }

  private static Place place(Component option) {
    return switch (option.requiredText("inject_into")) {
      case "request_parameter" -> Place.REQUEST_PARAMETER;
      case "header" -> Place.HEADER;
      case "body_data" -> Place.BODY_DATA;
      case "body_json" -> Place.BODY_JSON;
      default -> throw option.problem("nothing can be injected into that place");
    };
  }

  /** The value at its place, and nothing else. */
  public Injected inject(@Nullable Object value, Scope scope) {
    Map<String, @Nullable Object> named = named(value, scope, 0);
    return switch (into) {
      case REQUEST_PARAMETER -> new Injected(named, Map.of(), Map.of(), Map.of(), "");
      case HEADER -> new Injected(Map.of(), named, Map.of(), Map.of(), "");
      case BODY_DATA -> new Injected(Map.of(), Map.of(), named, Map.of(), "");
      case BODY_JSON -> new Injected(Map.of(), Map.of(), Map.of(), named, "");
    };
  }

  private Map<String, @Nullable Object> named(@Nullable Object value, Scope scope, int from) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    String name = PythonText.of(path.get(from).value(scope));
    named.put(name, from == path.size() - 1 ? value : named(value, scope, from + 1));
    return named;
  }
}
