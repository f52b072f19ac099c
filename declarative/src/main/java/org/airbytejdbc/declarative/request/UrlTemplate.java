package org.airbytejdbc.declarative.request;

import java.util.Optional;
import java.util.regex.Pattern;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/** The URL of a requester: whole, or a base and a path; joined as Python's urljoin does it. */
record UrlTemplate(Optional<Expression> url, Optional<Expression> base, Optional<Expression> path) {
  private static final Pattern ABSOLUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://.*");
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
    if (to.startsWith("/")) {
      return server.group() + to;
    }
    String bare = from.split("[?#]", 2)[0];
    return to.startsWith("?") ? bare + to : bare.substring(0, bare.lastIndexOf('/') + 1) + to;
  }
}
