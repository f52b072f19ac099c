package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jdbi, which maps rows to records and binds by name. */
@ExtendWith(Sources.class)
class JdbiIT {
  /** A user of the faker. */
  record User(long id, String name, int age, OffsetDateTime createdAt) {}

  /** A row of the stream that has every type. */
  record Everything(
      long id,
      Boolean aBoolean,
      Long anInteger,
      Double number,
      BigDecimal decimal,
      LocalDate date,
      LocalTime time,
      LocalDateTime timestamp,
      OffsetDateTime timestamptz,
      byte[] bytes) {}

  @Test
  void rowsBecomeRecordsAndNamesAndListsAreBound(Faker faker) {
    Jdbi jdbi = Jdbi.create(faker.url());
    jdbi.registerRowMapper(ConstructorMapper.factory(User.class));
    List<User> users =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT id, name, age, created_at FROM users"
                            + " WHERE id IN (<ids>) AND age > :age ORDER BY id")
                    .bindList("ids", 1, 2, 3)
                    .bind("age", 0)
                    .mapTo(User.class)
                    .list());
    assertThat(users).extracting(User::id).containsExactly(1L, 2L, 3L);
    assertThat(users).allSatisfy(user -> assertThat(user.createdAt()).isNotNull());
  }

  @Test
  void rowsAreStreamedWithinATransaction(Faker faker) {
    long users =
        Jdbi.create(faker.url())
            .inTransaction(
                handle -> {
                  try (Stream<String> names =
                      handle
                          .createQuery("SELECT name FROM users")
                          .setFetchSize(10)
                          .setMaxRows(50)
                          .mapTo(String.class)
                          .stream()) {
                    return names.count();
                  }
                });
    assertThat(users).isEqualTo(50);
  }

  @Test
  void everyTypeComesAsItsJavaClass(Awkward awkward) {
    try (Handle handle = Jdbi.open(awkward.url())) {
      handle.registerRowMapper(ConstructorMapper.factory(Everything.class));
      List<Everything> rows =
          handle
              .createQuery(
                  """
                  SELECT id, "boolean" AS a_boolean, "integer" AS an_integer, number, "decimal",
                    "date", "time", "timestamp", timestamptz, "binary" AS bytes
                  FROM everything ORDER BY id
                  """)
              .mapTo(Everything.class)
              .list();
      assertThat(rows).hasSize(Awkward.ROWS);
      assertThat(rows.get(0))
          .usingRecursiveComparison()
          .isEqualTo(
              new Everything(
                  0,
                  true,
                  42L,
                  1.5,
                  new BigDecimal("12.34"),
                  LocalDate.of(2024, 2, 29),
                  LocalTime.parse("12:34:56.789"),
                  LocalDateTime.parse("2024-03-10T02:30:00.123456"),
                  OffsetDateTime.parse("2024-02-29T12:34:56.123456Z"),
                  new byte[] {0, -1, -128}));
      assertThat(rows.get(2)).hasAllNullFieldsOrPropertiesExcept("id");
    }
  }
}
