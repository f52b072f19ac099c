package org.airbytejdbc.connector.container;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;

/** An image with its tag or digest, such as {@code airbyte/source-faker:7.2.1}. */
record ImageName(String text) {
  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9][a-zA-Z0-9._-]*(:[0-9]{1,5})?(/[a-z0-9._-]+)*"
              + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?");

  private static final Pattern TAGGED = Pattern.compile(".*(:[^/]+|@[^/]+)");

  ImageName {
    requireNonNull(text, "text");
  }

  /**
   * The image of a connector.
   *
   * @param given what the user names; without a tag it gets the version
   */
  static ImageName of(String connector, Optional<String> given, Optional<String> version) {
    String name = given.orElse("airbyte/" + connector);
    if (!NAME.matcher(name).matches()) {
      throw new ConnectorException(
          Kind.IMAGE_UNAVAILABLE,
          connector + ": image=" + name + " is no image's name",
          "Write it as airbyte/source-faker, with :TAG or @sha256:DIGEST behind it if you like");
    }
    boolean exact = TAGGED.matcher(name).matches();
    return new ImageName(exact ? name : name + ":" + version.orElse("latest"));
  }

  /** The registry that it names, such as {@code ghcr.io}; empty for Docker Hub. */
  Optional<String> registry() {
    String first = text.replaceFirst("/.*", "");
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return Optional.of(first).filter(name -> text.contains("/") && host);
  }

  /** Whether it means the same image for ever. */
  boolean hasDigest() {
    return text.contains("@");
  }

  /**
   * This name for ever: with the digest that the image has at its registry, by which any engine can
   * get it; one that no registry has is known by its id.
   */
  String exact(InspectImageResponse image) {
    if (hasDigest()) {
      return text;
    }
    String repository = text.substring(0, text.lastIndexOf(':'));
    List<String> digests = Optional.ofNullable(image.getRepoDigests()).orElse(List.of());
    return digests.stream()
        .filter(each -> ("/" + each).contains("/" + repository + "@"))
        .map(each -> text + each.substring(each.indexOf('@')))
        .sorted()
        .findFirst()
        .orElse(text + " " + image.getId());
  }

  @Override
  public String toString() {
    return text;
  }
}
