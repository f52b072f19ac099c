package org.airbytejdbc.declarative.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.jspecify.annotations.Nullable;

/** The whole URL of a request, as Python's requests would compose it. */
public final class RequestUrl {
  /** Scheme, host with port, path, query; who logs in by the URL is not read. */
  private static final Pattern PARTS =
      Pattern.compile(
          "([a-zA-Z][a-zA-Z0-9+.-]*)://(?:[^/?#]*@)?([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");

  private RequestUrl() {}

  /** Throws where it is no URL, of which no more is told than that: it may hold secrets. */
  public static URI of(Request request) {
    Matcher parts = PARTS.matcher(request.url().strip());
    if (!parts.matches() || parts.group(2).isEmpty()) {
      throw invalid();
    }
    String query = Optional.ofNullable(parts.group(4)).orElse("");
    String more = UrlEncoding.form(without(query, request.parameters()));
    List<String> queries = new ArrayList<>(List.of(UrlEncoding.query(query), more));
    queries.removeIf(String::isEmpty);
    String path = parts.group(3).isEmpty() ? "/" : UrlEncoding.path(withoutDots(parts.group(3)));
    try {
      return new URI(
          parts.group(1)
              + "://"
              + ascii(parts.group(2))
              + path
              + (queries.isEmpty() ? "" : "?" + String.join("&", queries)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw invalid();
    }
  }

  /** The ways in which a text may be spelt in a URL or a form. */
  public static Set<String> spellings(String text) {
    String form = UrlEncoding.form(Map.of("", text)).substring(1);
    String quoted = form.replace("+", "%20");
    return new LinkedHashSet<>(
        List.of(
            form,
            quoted,
            quoted.replace("%2F", "/"),
            UrlEncoding.query(text),
            UrlEncoding.path(text)));
  }

  private static DeclarativeException invalid() {
    return new DeclarativeException(
        Failure.CONFIG_ERROR,
        "A request's URL is none; it is composed of the manifest and the config");
  }

  /** A parameter that the URL holds already, with the same value, is not sent twice. */
  private static Map<String, @Nullable Object> without(
      String query, Map<String, @Nullable Object> parameters) {
    if (query.isEmpty() || parameters.isEmpty()) {
      return parameters;
    }
    Map<String, String> there = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && equals < pair.length() - 1) {
        there.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    Map<String, @Nullable Object> others = new LinkedHashMap<>(parameters);
    others
        .entrySet()
        .removeIf(entry -> PythonText.of(entry.getValue()).equals(there.get(entry.getKey())));
    return others;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String ascii(String host) {
    return host.chars().allMatch(sign -> sign < 128) ? host : IDN.toASCII(host);
  }

  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].equals("..")) {
        if (!kept.isEmpty()) {
          kept.remove(kept.size() - 1);
        }
      } else if (!segments[i].equals(".")) {
        kept.add(segments[i]);
        continue;
      }
      if (last) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }
}
