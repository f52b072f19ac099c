package org.airbytejdbc.declarative.failure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airbytejdbc.declarative.http.Response;
import org.jspecify.annotations.Nullable;

/** What an API says went wrong: the text under the usual names in its JSON, or the body itself. */
public final class ApiMessage {
  /** In the order in which the CDK looks. */
  private static final List<String> NAMES =
      List.of(
          "message",
          "messages",
          "error",
          "errors",
          "failures",
          "failure",
          "detail",
          "err",
          "error_message",
          "msg",
          "reason",
          "status_message");

  private ApiMessage() {}

  /** Empty where the API says nothing that is text. */
  public static Optional<String> of(Response response) {
    return (response.isJson() ? text(response.json()) : Optional.of(response.text()))
        .filter(text -> !text.isBlank());
  }

  private static Optional<String> text(@Nullable Object value) {
    if (value instanceof String text) {
      return Optional.of(text);
    }
    if (value instanceof List<?> items) {
      return Optional.of(
          items.stream()
              .map(ApiMessage::text)
              .flatMap(Optional::stream)
              .collect(Collectors.joining(", ")));
    }
    if (value instanceof Map<?, ?> object) {
      return NAMES.stream()
          .map(object::get)
          .filter(ApiMessage::isSomething)
          .findFirst()
          .flatMap(ApiMessage::text);
    }
    return Optional.empty();
  }

  /** Python's truth. */
  private static boolean isSomething(@Nullable Object value) {
    return Objects.nonNull(value)
        && !Boolean.FALSE.equals(value)
        && !"".equals(value)
        && !Long.valueOf(0).equals(value)
        && !(value instanceof List<?> items && items.isEmpty())
        && !(value instanceof Map<?, ?> object && object.isEmpty());
  }
}
