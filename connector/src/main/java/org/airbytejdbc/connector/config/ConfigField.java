package org.airbytejdbc.connector.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A field of a connector's config, as its spec describes it.
 *
 * @param path its keys with dots between, such as {@code credentials.api_key}
 * @param description what it is for, in the spec's own words; never a value
 * @param required whether it has to be filled in, or chosen, unless its default is meant
 * @param secret whether its value must not be shown
 * @param defaultText the value that counts where none is given; none for a secret
 * @param choices all texts it can have; empty where there is no end of them
 */
public record ConfigField(
    String path,
    String description,
    boolean required,
    boolean secret,
    Optional<String> defaultText,
    List<String> choices) {
  public ConfigField {
    requireNonNull(path, "path");
    requireNonNull(description, "description");
    requireNonNull(defaultText, "defaultText");
    choices = List.copyOf(choices);
  }
}
