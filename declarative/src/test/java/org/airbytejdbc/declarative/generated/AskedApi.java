package org.airbytejdbc.declarative.generated;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.airbytejdbc.declarative.http.LocalApi.Asked;
import org.airbytejdbc.declarative.json.Json;

/** A request, wherever it says what it says: in its query, its headers, its body. */
final class AskedApi {
  private final Asked asked;
  private final Map<String, String> said = new TreeMap<>();

  AskedApi(Asked asked) {
    this.asked = asked;
    asked
        .headers()
        .forEach(
            (name, value) -> {
              String small = name.toLowerCase(Locale.ROOT);
              if (small.startsWith("x-")) {
                said.put(small.substring(2), value);
              }
            });
    String[] url = asked.url().split("\\?", 2);
    if (url.length == 2) {
      pairs(url[1]);
    }
    if (asked.body().startsWith("{")) {
      members(Json.readObject(asked.body()));
    } else {
      pairs(asked.body());
    }
  }

  private void pairs(String text) {
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      said.put(
          parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
  }

  private void members(Map<?, ?> object) {
    object.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> inner) {
            members(inner);
          } else {
            said.put(String.valueOf(name), String.valueOf(value));
          }
        });
  }

  String path() {
    return URLDecoder.decode(asked.url().split("\\?", 2)[0], StandardCharsets.UTF_8);
  }

  /** The same resource with another query. */
  String url(String query) {
    return "http://" + asked.headers().get("Host") + asked.url().split("\\?", 2)[0] + "?" + query;
  }

  /** What it says first of these names; headers call them so in small letters. */
  Optional<String> first(String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of(name, name.toLowerCase(Locale.ROOT)))
        .map(said::get)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst();
  }

  boolean isWithin(LocalDate day) {
    return first("since").map(since -> !day.isBefore(day(since))).orElse(true)
        && first("until").map(until -> !day.isAfter(day(until))).orElse(true);
  }

  private static LocalDate day(String text) {
    if (text.matches("\\d+")) {
      long number = Long.parseLong(text);
      Instant time =
          text.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
    return LocalDate.parse(text.substring(0, 10));
  }

  /** In one line, as it is compared. */
  String text() {
    String text = asked.method() + " " + path() + " " + said;
    return text.replace("http://" + asked.headers().get("Host"), "BASE")
        + Optional.ofNullable(asked.headers().get("Authorization"))
            .map(who -> " " + who)
            .orElse("");
  }
}
