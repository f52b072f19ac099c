package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.Immutable;
import org.hibernate.cfg.Configuration;
import org.hibernate.dialect.PostgreSQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hibernate: native queries, and entities that are only read. */
@ExtendWith(Sources.class)
class HibernateIT {
  /** A user of the faker. */
  @Entity(name = "User")
  @Immutable
  @Table(name = "users", schema = "faker")
  static class User {
    @Id private Long id;
    private String name;
    private OffsetDateTime created_at;
  }

  /** What a native query selects. */
  record Everything(Long id, Boolean truth, LocalDate date, LocalDateTime timestamp) {}

  @Test
  void nativeQueriesBindParametersAndTakePages(Faker faker) {
    try (SessionFactory sessions = sessions(faker);
        Session session = sessions.openSession()) {
      session.setDefaultReadOnly(true);
      List<String> names =
          session
              .createNativeQuery("SELECT name FROM users WHERE id > :id ORDER BY id", String.class)
              .setParameter("id", 10)
              .setFirstResult(5)
              .setMaxResults(20)
              .setTimeout(300)
              .list();
      assertThat(names).hasSize(20);
    }
  }

  @Test
  void nativeQueriesReturnRecords(Awkward awkward) {
    try (SessionFactory sessions = sessions(awkward);
        Session session = sessions.openSession()) {
      List<Everything> rows =
          session
              .createNativeQuery(
                  """
                  SELECT id, "boolean" AS truth, "date", "timestamp" FROM everything ORDER BY id
                  """,
                  Everything.class)
              .list();
      assertThat(rows)
          .hasSize(Awkward.ROWS)
          .startsWith(
              new Everything(
                  0L,
                  true,
                  LocalDate.of(2024, 2, 29),
                  LocalDateTime.parse("2024-03-10T02:30:00.123456")))
          .endsWith(new Everything(2L, null, null, null));
    }
  }

  @Test
  void entitiesAreReadInATransaction(Faker faker) {
    try (SessionFactory sessions = sessions(faker)) {
      List<User> users =
          sessions.fromTransaction(
              session -> {
                assertThat(session.find(User.class, 7L).name).isNotBlank();
                return session
                    .createSelectionQuery("FROM User WHERE id <= :id ORDER BY name", User.class)
                    .setParameter("id", 10L)
                    .setMaxResults(5)
                    .list();
              });
      assertThat(users).hasSize(5).allSatisfy(user -> assertThat(user.created_at).isNotNull());
    }
  }

  private static SessionFactory sessions(Source source) {
    return new Configuration()
        .addAnnotatedClass(User.class)
        .setProperty("hibernate.connection.url", source.url())
        // Hibernate has none for DuckDB, whose SQL follows PostgreSQL's.
        .setProperty("hibernate.dialect", PostgreSQLDialect.class.getName())
        .buildSessionFactory();
  }
}
