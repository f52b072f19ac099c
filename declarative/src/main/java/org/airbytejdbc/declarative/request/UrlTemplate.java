package org.airbytejdbc.declarative.request;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/** The URL of a requester: whole, or a base and a path; joined as Python's urljoin does it. */
record UrlTemplate(Optional<Expression> url, Optional<Expression> base, Optional<Expression> path) {
  private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://.*");
  private static final Pattern QUERY = Pattern.compile("[?#]");
  private static final Pattern SERVER = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*:)//[^/?#]*");

  static UrlTemplate read(Component requester) {
    if (!requester.has("url") && !requester.has("url_base")) {
      throw requester.missing("url");
    }
    return new UrlTemplate(
        requester.expression("url"),
        requester.expression("url_base"),
        requester.expression("path"));
  }

  /**
   * @param instead a path or whole URL in place of the manifest's path; empty for none
   */
  String render(String instead, Scope scope) {
    String from = base(scope);
    String to = instead.isEmpty() ? text(path, scope).replaceFirst("^/+", "") : instead;
    return to.isEmpty() ? from : join(from.endsWith("/") ? from : from + "/", to);
  }

  /** What the path is joined to. */
  String base(Scope scope) {
    String text = text(base, scope);
    return text.isEmpty() ? text(url, scope) : text;
  }

  private static String text(Optional<Expression> template, Scope scope) {
    return template.map(some -> PythonText.of(some.value(scope))).orElse("");
  }

  private static String join(String from, String to) {
    if (ABSOLUTE.matcher(to).matches()) {
      return to;
    }
    var server = SERVER.matcher(from);
    if (!server.find()) {
      return from + to;
    }
    if (to.startsWith("//")) {
      return server.group(1) + to;
    }
    String bare = from.split("[?#]", 2)[0];
    if (to.startsWith("?")) {
      return bare + to;
    }
    int end = QUERY.matcher(to).results().findFirst().map(MatchResult::start).orElse(to.length());
    String base = bare.substring(server.end(), bare.lastIndexOf('/') + 1);
    String path =
        to.startsWith("/") ? to.substring(0, end) : withoutEmpty(base + to.substring(0, end));
    return server.group() + withoutDots(path) + to.substring(end);
  }

  /** What is joined to a path loses its empty steps, what begins at the root keeps them. */
  private static String withoutEmpty(String path) {
    return path.replaceAll("/{2,}", "/");
  }

  private static String withoutDots(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] steps = path.substring(1).split("/", -1);
    for (int i = 0; i < steps.length; i++) {
      boolean dots = steps[i].equals(".") || steps[i].equals("..");
      if (steps[i].equals("..")) {
        kept.pollLast();
      }
      if (!dots) {
        kept.addLast(steps[i]);
      } else if (i == steps.length - 1) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
