package org.airbytejdbc.declarative;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airbytejdbc.declarative.http.LocalApi;
import org.airbytejdbc.declarative.http.LocalApi.Answer;
import org.airbytejdbc.declarative.http.LocalApi.Asked;
import org.airbytejdbc.declarative.json.Json;
import org.jspecify.annotations.Nullable;

/** Answers as a case says: each rule's answers one after the other, the last one for ever. */
final class AnswerRules implements LocalApi.Behaviour {
  private static final String API = "__API__";

  private final List<Rule> rules = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  private static final class Rule {
    private final Pattern asked;
    private final List<?> answers;
    private int next;

    Rule(Map<String, @Nullable Object> rule) {
      asked = Pattern.compile(String.valueOf(rule.get("asked")), Pattern.DOTALL);
      answers = (List<?>) rule.get("answers");
    }

    Map<String, @Nullable Object> answer() {
      return ReplayedCase.map(answers.get(Math.min(next++, answers.size() - 1)));
    }
  }

  AnswerRules(@Nullable Object rules) {
    if (rules instanceof List<?> list) {
      list.forEach(rule -> this.rules.add(new Rule(ReplayedCase.map(rule))));
    }
  }

  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public synchronized Answer answer(Asked request) {
    String url = "http://" + request.headers().get("Host");
    String text = text(request).replace(url, API);
    asked.add(text);
    return rules.stream()
        .filter(rule -> rule.asked.matcher(text).matches())
        .findFirst()
        .map(rule -> answer(rule.answer(), url))
        .orElseGet(() -> Answer.status(404, "{}"));
  }

  private static Answer answer(Map<String, @Nullable Object> said, String url) {
    String text =
        said.containsKey("json")
            ? Json.write(said.get("json"))
            : String.valueOf(said.getOrDefault("text", ""));
    byte[] body = text.replace(API, url).getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new TreeMap<>();
    if (said.containsKey("json")) {
      headers.put("Content-Type", "application/json");
    }
    if (said.get("headers") instanceof Map<?, ?> more) {
      more.forEach((name, value) -> headers.put("" + name, ("" + value).replace(API, url)));
    }
    return new Answer(
        said.get("status") instanceof Number status ? status.intValue() : 200,
        headers,
        said.containsKey("gzip") ? LocalApi.gzip(body) : body);
  }

  /** The request in one line: names of the query and of a JSON body in order. */
  private static String text(Asked request) {
    String[] url = request.url().split("\\?", 2);
    var text = new StringBuilder(request.method()).append(' ').append(decoded(url[0], false));
    if (url.length == 2 && !url[1].isEmpty()) {
      text.append('?')
          .append(
              Arrays.stream(url[1].split("&"))
                  .map(pair -> decoded(pair, true))
                  .sorted()
                  .collect(Collectors.joining("&")));
    }
    if (!request.body().isEmpty()) {
      boolean json = request.headers().getOrDefault("Content-Type", "").contains("json");
      text.append(' ').append(json ? python(Json.read(request.body())) : request.body());
    }
    request
        .headers()
        .forEach(
            (name, value) -> {
              String small = name.toLowerCase(Locale.ROOT);
              if (small.equals("authorization") || small.startsWith("x-")) {
                text.append(" [" + small + ": " + value + "]");
              }
            });
    return text.toString();
  }

  private static String decoded(String text, boolean plus) {
    return URLDecoder.decode(plus ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** JSON with the spaces that Python writes, names in order. */
  private static String python(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return new TreeMap<Object, @Nullable Object>(object)
          .entrySet().stream()
              .map(member -> Json.write(member.getKey()) + ": " + python(member.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(AnswerRules::python).collect(Collectors.joining(", ", "[", "]"));
    }
    return Json.write(value);
  }
}
