package org.airbytejdbc.declarative.trace;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells by its name what is secret: those that a spec says, and those that usually are. */
final class SecretNames {
  private static final List<String> USUAL =
      List.of(
          "authorization",
          "cookie",
          "apikey",
          "apitoken",
          "accesstoken",
          "refreshtoken",
          "authtoken",
          "idtoken",
          "sessiontoken",
          "secret",
          "password",
          "privatekey",
          "credential");

  /** The fields of authenticators that hold the secret itself. */
  private static final Set<String> FIELDS =
      Set.of(
          "api_token",
          "password",
          "client_secret",
          "refresh_token",
          "access_token_value",
          "secret_key",
          "session_token");

  private final Set<String> ofConfig = new HashSet<>();
  private final Pattern named;

  /**
   * @param spec what a config looks like, as JSON Schema
   */
  SecretNames(Map<String, @Nullable Object> spec) {
    collect(spec);
    named =
        Pattern.compile(
            ofConfig.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
  }

  private void collect(@Nullable Object schema) {
    if (schema instanceof Map<?, ?> object) {
      if (object.get("properties") instanceof Map<?, ?> properties) {
        properties.forEach((name, property) -> collect(String.valueOf(name), property));
      }
      object.values().forEach(this::collect);
    } else if (schema instanceof List<?> list) {
      list.forEach(this::collect);
    }
  }

  private void collect(String name, @Nullable Object property) {
    boolean marked =
        property instanceof Map<?, ?> object && Boolean.TRUE.equals(object.get("airbyte_secret"));
    if (marked || isUsual(name) || name.equalsIgnoreCase("token")) {
      ofConfig.add(name);
    }
  }

  /** Whether a field of the config holds a secret. */
  boolean inConfig(String field) {
    return ofConfig.contains(field) || isUsual(field) || field.equalsIgnoreCase("token");
  }

  /** Whether a header, a parameter, or a member of a body holds a secret. */
  boolean isUsual(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return USUAL.stream().anyMatch(plain::contains);
  }

  /** Whether a template in the manifest is made of a secret. */
  boolean isMadeOfOne(String template, String place) {
    return FIELDS.contains(place.substring(place.lastIndexOf('.') + 1))
        || !ofConfig.isEmpty() && template.contains("config") && named.matcher(template).find();
  }
}
