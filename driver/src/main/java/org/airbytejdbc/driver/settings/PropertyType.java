package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.PipRequirements;
import org.airbytejdbc.connector.secret.SecretPlaces;

/**
 * What the text of a property must be, and the value it stands for.
 *
 * @param expects completes "must be …"
 * @param choices all texts there are; empty where there is no end of them
 * @param reader fails with a RuntimeException for a text that is none of this type
 */
record PropertyType<T>(Class<T> value, String expects, List<String> choices, Reader<T> reader) {
  /** Reads the text; a relative path in it starts at {@code base}. */
  interface Reader<T> {
    T read(String text, Path base);
  }

  static final PropertyType<String> TEXT = open(String.class, "a text", (text, base) -> text);

  static final PropertyType<Path> PATH = open(Path.class, "a path", LocalPath::of);

  static final PropertyType<NamePatterns> PATTERNS =
      open(
          NamePatterns.class,
          "names or patterns such as 'users,order*'",
          (text, base) -> NamePatterns.parse(text));

  static final PropertyType<Duration> DURATION =
      open(
          Duration.class,
          "a time such as 30s, 15m, 1h, 7d or PT1H30M",
          (text, base) -> duration(text));

  static final PropertyType<Duration> POSITIVE_DURATION =
      open(
          Duration.class,
          "a time above 0, such as 30s or 15m",
          (text, base) -> positiveDuration(text));

  static final PropertyType<Integer> SIZE =
      open(Integer.class, "a size such as 64KB, 64MB or 1GB", (text, base) -> size(text));

  static final PropertyType<Long> MEMORY =
      open(Long.class, "a size such as 512MB or 2GB", (text, base) -> bytes(text));

  static final PropertyType<BigDecimal> CPUS =
      open(BigDecimal.class, "a number above 0, such as 0.5 or 2", (text, base) -> cpus(text));

  static final PropertyType<Mounts> MOUNTS =
      open(Mounts.class, "HOST:CONTAINER or HOST:CONTAINER:ro, with commas between", Mounts::parse);

  static final PropertyType<CachePlace> CACHE =
      open(CachePlace.class, "'duckdb:PATH' or 'memory'", CachePlace::of);

  static final PropertyType<URI> ADDRESS =
      open(URI.class, "an address (http://… or https://…) or a path", PropertyType::address);

  static final PropertyType<PipRequirements> PIP =
      open(
          PipRequirements.class,
          "what pip installs, without options, such as 'airbyte-source-file<0.6 pandas<2'",
          PipRequirements::parse);

  static final PropertyType<SecretPlaces> SECRETS =
      open(
          SecretPlaces.class,
          "places such as 'environment,dotenv:team.env,files:/run/secrets'",
          PropertyType::places);

  static final PropertyType<Boolean> BOOLEAN =
      closed(Boolean.class, List.of(Boolean.FALSE, Boolean.TRUE));

  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");
  private static final Pattern HTTP = Pattern.compile("https?://");
  private static final Pattern SHORT_SIZE = Pattern.compile("(\\d{1,10})(|KB|MB|GB)");

  PropertyType {
    requireNonNull(value, "value");
    requireNonNull(expects, "expects");
    choices = List.copyOf(choices);
    requireNonNull(reader, "reader");
  }

  /** One of an enum's constants, written in lower case. */
  static <E extends Enum<E>> PropertyType<E> oneOf(Class<E> constants) {
    return closed(constants, Arrays.asList(constants.getEnumConstants()));
  }

  private static <T> PropertyType<T> open(Class<T> value, String expects, Reader<T> reader) {
    return new PropertyType<>(value, expects, List.of(), reader);
  }

  private static <T> PropertyType<T> closed(Class<T> value, List<T> values) {
    List<String> choices =
        values.stream().map(each -> each.toString().toLowerCase(Locale.ROOT)).toList();
    return new PropertyType<>(
        value,
        "one of " + String.join(", ", choices),
        choices,
        (text, base) -> values.get(choices.indexOf(text)));
  }

  /** Which place is wrong is known there alone. */
  private static SecretPlaces places(String text, Path base) {
    try {
      return SecretPlaces.parse(text, base);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          String.valueOf(e.getMessage()),
          "aws, google and vault need their module beside the driver: airbyte-jdbc-secrets-vault,"
              + " say");
    }
  }

  private static URI address(String text, Path base) {
    return HTTP.matcher(text).lookingAt() ? URI.create(text) : LocalPath.of(text, base).toUri();
  }

  private static Duration duration(String text) {
    Matcher matcher = SHORT_DURATION.matcher(text);
    Duration duration = matcher.matches() ? shortDuration(matcher) : Duration.parse(text);
    return requireInRange(duration, !duration.isNegative());
  }

  private static Duration positiveDuration(String text) {
    Duration duration = duration(text);
    return requireInRange(duration, !duration.isZero());
  }

  private static Duration shortDuration(Matcher matcher) {
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static Integer size(String text) {
    // The longest array of a JVM is a little shorter than the largest int.
    long bytes = bytes(text);
    return (int) (long) requireInRange(bytes, bytes <= Integer.MAX_VALUE - 8);
  }

  private static BigDecimal cpus(String text) {
    BigDecimal cpus = new BigDecimal(text);
    return requireInRange(cpus, cpus.signum() > 0);
  }

  private static Long bytes(String text) {
    Matcher matcher = SHORT_SIZE.matcher(text);
    requireInRange(text, matcher.matches());
    int shift = 10 * List.of("", "KB", "MB", "GB").indexOf(matcher.group(2));
    long bytes = Long.parseLong(matcher.group(1)) << shift;
    return requireInRange(bytes, bytes > 0);
  }

  private static <T> T requireInRange(T value, boolean inRange) {
    if (!inRange) {
      throw new IllegalArgumentException("out of range");
    }
    return value;
  }
}
