package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.exception.DockerException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;

/** What an engine complains of, in words that tell what to do. */
record EngineErrors(EngineAddress address) {
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** The engine cannot be talked to. */
  ConnectorException unreachable(Throwable cause) {
    boolean denied = words(cause).toLowerCase(Locale.ROOT).contains("permission denied");
    return new ConnectorException(
        Kind.NO_ENGINE,
        "No container engine answers at %s (from %s): %s"
            .formatted(address.host(), address.origin(), words(cause)),
        denied
            ? "You may not use it: join the group docker, or run a rootless Docker or Podman"
            : "Start Docker or Podman, or set DOCKER_HOST to where one answers",
        cause);
  }

  /** The container of a connector could not be made or started. */
  ConnectorException launch(String connector, ImageName image, Throwable cause) {
    if (!(cause instanceof DockerException)) {
      return unreachable(cause);
    }
    String words = words(cause);
    return new ConnectorException(
        Kind.LAUNCH_FAILED,
        "%s: the container of %s could not be started: %s".formatted(connector, image, words),
        guidance(words.toLowerCase(Locale.ROOT)),
        cause);
  }

  /** The image could not be got. */
  ConnectorException image(String connector, ImageName image, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    String guidance =
        lower.contains("denied") || lower.contains("unauthorized")
            ? "Check the name; if it is right, log in with docker login"
            : lower.contains("not found") || lower.contains("manifest unknown")
                ? "Check its name and tag, with image= or version="
                : "Check the network and the registry, or load the image and set pull=never";
    return new ConnectorException(
        Kind.IMAGE_UNAVAILABLE,
        "%s: the image %s could not be pulled: %s".formatted(connector, image, words),
        guidance);
  }

  /** What the engine itself says, or the innermost of what went wrong on the way to it. */
  static String words(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String text = innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    Matcher told = MESSAGE.matcher(text);
    return (told.find() ? told.group(1).replace("\\\"", "\"") : text).strip();
  }

  private static String guidance(String words) {
    if (words.contains("exec format error")) {
      return "The image is made for another kind of processor: name one that fits with image=";
    }
    if (words.contains("no command specified")
        || words.contains("executable file not found")
        || words.contains("no such file or directory")) {
      return "The image has no entrypoint that can be run: check that it is a connector's";
    }
    if (words.contains("network")) {
      return "Check network=, say with docker network ls";
    }
    return "Check the engine, and the properties network, memory, cpus and mounts";
  }
}
