package org.airbytejdbc.declarative.trace;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.airbytejdbc.declarative.http.Request;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.json.Json;

/** Bodies and long texts as people see them. */
final class ShownText {
  private static final int MOST = 10_000;

  /** So much is kept until secrets are known, so that none of them is cut in two. */
  private static final int MOST_KEPT = 64_000;

  private ShownText() {}

  static String shortened(String text) {
    return text.length() <= MOST
        ? text
        : "%s… (%,d characters)".formatted(text.substring(0, MOST), text.length());
  }

  static String kept(String text) {
    return text.length() <= MOST_KEPT ? text : text.substring(0, MOST_KEPT);
  }

  static Optional<String> body(Request request) {
    return some(new String(request.body().bytes(), StandardCharsets.UTF_8));
  }

  static Optional<String> body(Response response) {
    return some(response.text());
  }

  /** The answer to a login: all but its texts. */
  static Optional<String> login(Response response, Secrets secrets) {
    return response.isJson()
        ? some(Json.write(secrets.login(response.json())))
        : Optional.of(Secrets.HIDDEN);
  }

  /** Bytes that are no text are not shown. */
  private static Optional<String> some(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(text.indexOf('\0') < 0 ? kept(text) : "(no text)");
  }
}
