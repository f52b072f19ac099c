package org.airbytejdbc.declarative.failure;

import java.util.Map;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.http.Response;

/** What replies mean where a manifest does not say: as in the CDK, by the status. */
final class UsualResolutions {
  private static final Map<Integer, Resolution> BY_STATUS =
      Map.ofEntries(
          fail(400, Failure.SYSTEM_ERROR, "Bad request: the API does not accept these parameters"),
          fail(401, Failure.CONFIG_ERROR, "Unauthorized: check the credentials in the config"),
          fail(403, Failure.CONFIG_ERROR, "Forbidden: the credentials have no right to this"),
          fail(404, Failure.SYSTEM_ERROR, "Not found: the API has no such resource"),
          fail(405, Failure.SYSTEM_ERROR, "The API does not allow this method here"),
          again(408, Action.RETRY, "The API gave up waiting for the request"),
          again(429, Action.RATE_LIMITED, "Too many requests"),
          again(500, Action.RETRY, "The API failed"),
          again(502, Action.RETRY, "Bad gateway"),
          again(503, Action.RETRY, "The API is unavailable"),
          again(504, Action.RETRY, "Gateway timeout"));

  private UsualResolutions() {}

  static Resolution of(Reply reply) {
    return reply
        .response()
        .map(UsualResolutions::of)
        .orElseGet(
            () -> new Resolution(Action.RETRY, Failure.TRANSIENT_ERROR, lost((Reply.Lost) reply)));
  }

  private static Resolution of(Response response) {
    if (response.isOk()) {
      return Resolution.SUCCESS;
    }
    int status = response.status();
    return BY_STATUS.getOrDefault(
        status, new Resolution(Action.RETRY, Failure.SYSTEM_ERROR, "HTTP status " + status));
  }

  private static String lost(Reply.Lost lost) {
    Throwable cause = lost.reason().getCause();
    String message = cause.getMessage();
    return "No response: "
        + cause.getClass().getSimpleName()
        + (message == null ? "" : ", " + message);
  }

  private static Map.Entry<Integer, Resolution> fail(int status, Failure failure, String message) {
    return entry(status, Action.FAIL, failure, message);
  }

  private static Map.Entry<Integer, Resolution> again(int status, Action action, String message) {
    return entry(status, action, Failure.TRANSIENT_ERROR, message);
  }

  private static Map.Entry<Integer, Resolution> entry(
      int status, Action action, Failure failure, String message) {
    return Map.entry(
        status, new Resolution(action, failure, "HTTP status " + status + ". " + message));
  }
}
