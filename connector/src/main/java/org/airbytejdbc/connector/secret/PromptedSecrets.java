package org.airbytejdbc.connector.secret;

import java.io.Console;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Secrets that whoever sits before the terminal types in, unseen, once each. */
final class PromptedSecrets implements SecretSource {
  private final Map<String, String> typed = new HashMap<>();

  @Override
  public synchronized Optional<String> find(String name) {
    return Optional.ofNullable(typed.get(name)).or(() -> ask(name));
  }

  @Override
  public String description() {
    return "the terminal";
  }

  private Optional<String> ask(String name) {
    Optional<String> answer =
        Optional.ofNullable(System.console())
            .flatMap(console -> Optional.ofNullable(read(console, name)))
            .filter(text -> !text.isEmpty());
    answer.ifPresent(text -> typed.put(name, text));
    return answer;
  }

  private static @Nullable String read(Console console, String name) {
    char[] typed = console.readPassword("%s: ", name);
    return typed == null ? null : new String(typed);
  }
}
