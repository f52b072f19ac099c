package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values hold whatever the JVM's time zone and locale are. */
class AnyZoneAndLocaleTest {
  /** Summer times of half an hour, odd offsets, midnights that a day lacks; odd i's and digits. */
  private static final List<String> ODD_ZONES =
      List.of(
          "Australia/Lord_Howe",
          "Asia/Kathmandu",
          "America/Los_Angeles",
          "America/Havana",
          "Pacific/Apia");

  private static final List<String> ODD_LOCALES = List.of("tr-TR", "ar-EG-u-nu-arab", "fa-IR");
  private static final int RANDOM_PAIRS = 20;
  private static final long FROM = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();
  private static final long TO = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond();

  @TempDir private static Path folder;
  private static Connection connection;
  private static TimeZone zone;
  private static Locale locale;

  @BeforeAll
  static void open() throws SQLException {
    zone = TimeZone.getDefault();
    locale = Locale.getDefault();
    connection = new Shop(folder).connect();
  }

  @AfterEach
  void restore() {
    TimeZone.setDefault(zone);
    Locale.setDefault(locale);
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  /** The names of the tests tell the seeds. */
  static Stream<Arguments> pairs() {
    Random random = new Random();
    String[] zones = TimeZone.getAvailableIDs();
    Locale[] locales = Locale.getAvailableLocales();
    Stream<Arguments> odd =
        ODD_ZONES.stream()
            .flatMap(z -> ODD_LOCALES.stream().map(l -> Arguments.of(z, l, random.nextLong())));
    Stream<Arguments> any =
        Stream.generate(
                () ->
                    Arguments.of(
                        zones[random.nextInt(zones.length)],
                        locales[random.nextInt(locales.length)].toLanguageTag(),
                        random.nextLong()))
            .limit(RANDOM_PAIRS);
    return Stream.concat(odd, any);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void valuesHold(String zoneId, String tag, long seed) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
    Locale.setDefault(Locale.forLanguageTag(tag));
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      Instant instant =
          Instant.ofEpochSecond(random.nextLong(FROM, TO), random.nextInt(1_000_000) * 1000L);
      instantHolds(instant);
      localTimesHold(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
    assertThat(
            Shop.rows(connection, "SELECT ID, 1234.5::DECIMAL(9,1) FROM USERS ORDER BY ID LIMIT 1"))
        .containsExactly("0|1234.5");
  }

  private static void instantHolds(Instant instant) throws SQLException {
    String sql = "SELECT TIMESTAMPTZ '" + instant + "', epoch_us(?::TIMESTAMPTZ)";
    long micros = instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    for (Object parameter :
        Arrays.asList(instant.atOffset(ZoneOffset.UTC), Timestamp.from(instant), instant)) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, parameter);
        ResultSet row = statement.executeQuery();
        assertThat(row.next()).isTrue();
        assertThat(row.getLong(2)).as("parameter of %s", parameter.getClass()).isEqualTo(micros);
        assertThat(row.getObject(1, OffsetDateTime.class).toInstant()).isEqualTo(instant);
        assertThat(row.getObject(1, Instant.class)).isEqualTo(instant);
        assertThat(row.getTimestamp(1).toInstant()).isEqualTo(instant);
        assertThat(((Timestamp) row.getObject(1)).toInstant()).isEqualTo(instant);
      }
    }
  }

  private static void localTimesHold(LocalDateTime local) throws SQLException {
    LocalDate day = local.toLocalDate();
    LocalTime time = local.toLocalTime();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT TIMESTAMP '%s', DATE '%s', TIME '%s', ?::TIMESTAMP, ?::DATE, ?::TIME"
                .formatted(local, day, time))) {
      statement.setObject(1, local);
      statement.setObject(2, day);
      statement.setObject(3, time);
      ResultSet row = statement.executeQuery();
      assertThat(row.next()).isTrue();
      for (int column : List.of(1, 4)) {
        assertThat(row.getObject(column, LocalDateTime.class)).isEqualTo(local);
        assertThat(LocalDateTime.parse(row.getString(column).replace(' ', 'T'))).isEqualTo(local);
      }
      for (int column : List.of(2, 5)) {
        assertThat(row.getObject(column, LocalDate.class)).isEqualTo(day);
        assertThat(row.getDate(column).toLocalDate()).isEqualTo(day);
        assertThat(row.getString(column)).isEqualTo(day.toString());
      }
      for (int column : List.of(3, 6)) {
        assertThat(row.getObject(column, LocalTime.class)).isEqualTo(time);
        assertThat(LocalTime.parse(row.getString(column))).isEqualTo(time);
      }
    }
  }
}
