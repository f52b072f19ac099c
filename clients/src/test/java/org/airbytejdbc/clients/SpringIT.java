package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.driver.AirbyteDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's JdbcTemplate and JdbcClient. */
@ExtendWith(Sources.class)
class SpringIT {
  /** A user of the faker. */
  record User(long id, String name, OffsetDateTime createdAt) {}

  @Test
  void aTemplatesLimitsHold(Faker faker) {
    JdbcTemplate template = new JdbcTemplate(dataSource(faker));
    template.setFetchSize(10);
    template.setMaxRows(20);
    template.setQueryTimeout(300);
    assertThat(template.queryForList("SELECT * FROM users")).hasSize(20);
    assertThat(template.queryForList("SELECT name FROM users WHERE id > ?", String.class, 100))
        .hasSize(20);
  }

  @Test
  void nullIsBoundWithoutAType(Faker faker) {
    JdbcTemplate template = new JdbcTemplate(dataSource(faker));
    assertThat(
            template.queryForObject(
                "SELECT count(*) FROM users WHERE name = ? OR age > ?", Long.class, null, 0))
        .isEqualTo(Faker.USERS);
  }

  @Test
  void aClientBindsNamesAndMapsRecords(Faker faker) {
    JdbcClient client = JdbcClient.create(dataSource(faker));
    List<User> users =
        client
            .sql("SELECT id, name, created_at FROM users WHERE id IN (:ids) ORDER BY id")
            .param("ids", List.of(3, 5))
            .query(User.class)
            .list();
    assertThat(users).extracting(User::id).containsExactly(3L, 5L);
    assertThat(client.sql("SELECT max(id) FROM users").query(Integer.class).single())
        .isEqualTo(Faker.USERS);
  }

  @Test
  void javaTimeIsAskedForByName(Awkward awkward) {
    JdbcTemplate template = new JdbcTemplate(dataSource(awkward));
    LocalDateTime timestamp =
        template.queryForObject(
            "SELECT \"timestamp\" FROM everything WHERE id = 0",
            (row, number) -> row.getObject("timestamp", LocalDateTime.class));
    assertThat(timestamp).isEqualTo(LocalDateTime.parse("2024-03-10T02:30:00.123456"));
  }

  @Test
  void aRowIsAMapOfItsColumns(Awkward awkward) {
    Map<String, Object> row =
        new JdbcTemplate(dataSource(awkward)).queryForMap("SELECT * FROM hostile WHERE id = 1");
    assertThat(row).hasSize(Awkward.HOSTILE_NAMES.size() + 4).containsEntry("order", "row 1");
  }

  @Test
  void errorsBecomeSpringsOwn(Faker faker) {
    JdbcClient client = JdbcClient.create(dataSource(faker));
    assertThatThrownBy(() -> client.sql("SELEC 1").query().listOfRows())
        .isInstanceOf(BadSqlGrammarException.class);
    assertThatThrownBy(() -> client.sql("SELECT nothing FROM users").query().listOfRows())
        .isInstanceOf(InvalidDataAccessResourceUsageException.class);
  }

  @Test
  void aReadOnlyTransactionIsBegunAndEnded(Faker faker) {
    AirbyteDataSource source = dataSource(faker);
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(source));
    transaction.setReadOnly(true);
    transaction.setTimeout(300);
    Long users =
        transaction.execute(
            status ->
                new JdbcTemplate(source).queryForObject("SELECT count(*) FROM users", Long.class));
    assertThat(users).isEqualTo(Faker.USERS);
  }

  private static AirbyteDataSource dataSource(Source source) {
    AirbyteDataSource dataSource = new AirbyteDataSource();
    dataSource.setUrl(source.url());
    return dataSource;
  }
}
