package org.airbytejdbc.declarative.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.config.Redactor;
import org.airbytejdbc.declarative.http.RequestUrl;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that a run is heard to use: learnt as it goes, taken out of everything at its end.
 * Guarded by whoever holds it.
 */
final class Secrets {
  static final String HIDDEN = "***";

  private static final String BEARER = "Bearer ";

  /** What only its name or its origin tells to be secret may be a word such as {@code false}. */
  private static final int SHORTEST = 8;

  private final SecretNames names;
  private Redactor redactor;

  Secrets(SecretNames names, Redactor redactor) {
    this.names = names;
    this.redactor = redactor;
  }

  String redact(String text) {
    return redactor.redact(text);
  }

  /** The values of a config that its names tell to be secret, however deep. */
  void config(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (name, member) -> {
            config(member);
            if (isPlain(member) && names.inConfig(String.valueOf(name))) {
              learn(String.valueOf(member));
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(this::config);
    }
  }

  /** All that an authenticator adds. */
  void credentials(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      object.values().forEach(this::credentials);
    } else if (value instanceof Injected injected) {
      credentials(injected.headers());
      credentials(injected.parameters());
      credentials(injected.bodyData());
      credentials(injected.bodyJson());
    } else if (value != null) {
      String text = String.valueOf(value);
      learn(text.startsWith(BEARER) ? text.substring(BEARER.length()) : text);
    }
  }

  /** The members of headers, parameters or a body that their names tell to be secret. */
  void members(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      object.forEach(
          (name, member) -> {
            members(member);
            if (isPlain(member) && names.isUsual(String.valueOf(name))) {
              learnLong(String.valueOf(member));
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(this::members);
    }
  }

  /** All texts in the answer to a login, which are not shown either. */
  @Nullable Object login(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<Object, @Nullable Object> hidden = new LinkedHashMap<>();
      object.forEach((name, member) -> hidden.put(name, login(member)));
      return hidden;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> hidden = new ArrayList<>();
      list.forEach(item -> hidden.add(login(item)));
      return hidden;
    }
    if (value instanceof String text) {
      if (text.indexOf(' ') < 0) {
        learnLong(text);
      }
      return HIDDEN;
    }
    return value;
  }

  /** Whether the value is one, as the template is made of one; then it is known from now on. */
  boolean isMade(String template, String place, @Nullable Object value) {
    if (!names.isMadeOfOne(template, place)) {
      return false;
    }
    if (value instanceof String text && redact(text).equals(text)) {
      learnLong(text);
    }
    return true;
  }

  private static boolean isPlain(@Nullable Object value) {
    return value instanceof String || value instanceof Number;
  }

  private void learnLong(String secret) {
    if (secret.length() >= SHORTEST) {
      learn(secret);
    }
  }

  private void learn(String secret) {
    redactor = redactor.with(List.of(secret));
    redactor = redactor.with(RequestUrl.spellings(secret));
  }
}
