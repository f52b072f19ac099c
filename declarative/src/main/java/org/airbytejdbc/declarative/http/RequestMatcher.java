package org.airbytejdbc.declarative.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** Which requests a policy is for, and how many calls each counts as. Immutable. */
record RequestMatcher(
    Optional<String> method,
    Optional<String> base,
    Optional<Pattern> path,
    Map<String, @Nullable Object> parameters,
    Map<String, @Nullable Object> headers,
    int weight) {
  static RequestMatcher read(Component matcher) {
    return new RequestMatcher(
        matcher.text("method").map(name -> name.toUpperCase(Locale.ROOT)),
        matcher.text("url_base").map(url -> url.replaceFirst("/+$", "")),
        matcher.text("url_path_pattern").map(Pattern::compile),
        matcher.map("params"),
        matcher.map("headers"),
        matcher.text("weight").map(Integer::parseInt).orElse(1));
  }

  boolean matches(Request request) {
    URI url = RequestUrl.of(request);
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.putAll(request.headers());
    String requestPath = url.getRawPath().replaceFirst("/+$", "");
    return method.map(request.method()::equals).orElse(true)
        && base.map((url.getScheme() + "://" + url.getAuthority())::equals).orElse(true)
        && path.map(pattern -> pattern.matcher(requestPath).find()).orElse(true)
        && parameters.entrySet().stream()
            .allMatch(
                wanted ->
                    request.parameters().containsKey(wanted.getKey())
                        && same(wanted.getValue(), request.parameters().get(wanted.getKey())))
        && headers.entrySet().stream()
            .allMatch(wanted -> same(wanted.getValue(), sent.get(wanted.getKey())));
  }

  private static boolean same(@Nullable Object wanted, @Nullable Object sent) {
    return PythonText.of(wanted).equals(PythonText.of(sent));
  }
}
