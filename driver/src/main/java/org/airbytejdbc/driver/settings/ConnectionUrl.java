package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A URL taken apart: {@code jdbc:airbyte:<connector>[?<property>=<value>[&…]]}.
 *
 * <p>Values are percent-encoded where they hold {@code &} or {@code %}. Only a config that is a
 * JSON object may be written as it is.
 *
 * @param connector its name; empty where a workspace says which sources there are, or there are
 *     none
 * @param properties in the order they were written, not yet checked
 */
public record ConnectionUrl(String connector, List<Property> properties) {
  public static final String PREFIX = "jdbc:airbyte:";

  /** A property as it was written, its encoding undone. */
  record Property(String key, String text) {
    @Override
    public String toString() {
      boolean open = ConnectionProperty.named(key).filter(known -> !known.secret()).isPresent();
      return key + "=" + (open ? text : "***");
    }
  }

  public ConnectionUrl {
    requireNonNull(connector, "connector");
    properties = List.copyOf(properties);
  }

  /** Whether the URL is this driver's to answer. */
  public static boolean accepts(String url) {
    return url.startsWith(PREFIX);
  }

  /** Of an image's name such as {@code airbyte/source-faker}, the connector's. */
  private static String meant(String written) {
    String last = written.substring(written.lastIndexOf('/') + 1);
    return last.startsWith("source-") && ConnectorName.isOne(last) ? last : "source-faker";
  }

  /**
   * The parts of a URL; empty if it belongs to another driver.
   *
   * @throws SettingsException if it is ours but broken
   */
  public static Optional<ConnectionUrl> parse(String url) {
    if (!accepts(url)) {
      return Optional.empty();
    }
    int question = url.indexOf('?');
    String connector = url.substring(PREFIX.length(), question < 0 ? url.length() : question);
    if (!connector.isEmpty() && !ConnectorName.isOne(connector)) {
      throw new SettingsException(
          "The URL names no connector after '" + PREFIX + "'",
          "Write it as " + PREFIX + meant(connector) + "?config={…}");
    }
    List<Property> properties = new ArrayList<>();
    if (question >= 0) {
      QueryReader reader = new QueryReader(url.substring(question + 1));
      while (reader.hasNext()) {
        properties.add(reader.next());
      }
    }
    return Optional.of(new ConnectionUrl(connector, properties));
  }

  /** The text that a property has in the URL, if it is there. */
  public Optional<String> text(ConnectionProperty property) {
    return properties.stream()
        .filter(written -> written.key().equals(property.key()))
        .map(Property::text)
        .findFirst();
  }

  /** The URL with {@code ***} for what must not be shown; it cannot be connected to. */
  public String redacted() {
    return properties.isEmpty()
        ? PREFIX + connector
        : properties.stream()
            .map(Property::toString)
            .collect(Collectors.joining("&", PREFIX + connector + "?", ""));
  }

  @Override
  public String toString() {
    return redacted();
  }
}
