package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.driver.AirbyteDriver;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** MyBatis, with mappers that are annotated interfaces. */
@ExtendWith(Sources.class)
class MyBatisIT {
  /** A user of the faker. */
  record User(long id, String name, OffsetDateTime createdAt) {}

  /** A row of the stream that has every type. */
  record Everything(
      long id,
      Boolean truth,
      BigDecimal decimal,
      LocalDate date,
      LocalDateTime timestamp,
      byte[] bytes,
      String object) {}

  /** Statements over the faker's streams. */
  interface Users {
    @Select(
        """
        <script>SELECT id, name, created_at FROM users WHERE name != #{not}
        AND id IN <foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach>
        ORDER BY id</script>""")
    List<User> among(@Param("ids") List<Long> ids, @Param("not") String not);

    @Select("SELECT * FROM purchases p JOIN users u ON u.id = p.user_id WHERE u.id = #{id}")
    List<Map<String, Object>> purchases(long id);

    @Select("SELECT name FROM users")
    Cursor<String> names();

    @Select("SELECT name FROM users ORDER BY id")
    List<String> page(RowBounds bounds);
  }

  /** Statements over the awkward streams. */
  interface Odd {
    @Select(
        """
        SELECT id, "boolean" AS truth, "decimal", "date", "timestamp", "binary" AS bytes, object
        FROM everything WHERE id = #{id}""")
    Everything everything(long id);
  }

  @Test
  void mappersReturnRecordsMapsAndPages(Faker faker) throws Exception {
    try (SqlSession session = factory(faker, Users.class).openSession()) {
      Users users = session.getMapper(Users.class);
      assertThat(users.among(List.of(1L, 2L, 3L), "nobody"))
          .extracting(User::id)
          .containsExactly(1L, 2L, 3L);
      assertThat(users.purchases(1)).allSatisfy(row -> assertThat(row).containsKey("product_id"));
      assertThat(users.page(new RowBounds(190, 100))).hasSize(10);
      try (Cursor<String> names = users.names()) {
        assertThat(names).hasSize(Faker.USERS);
      }
      session.rollback(true);
    }
  }

  @Test
  void everyTypeIsHandled(Awkward awkward) {
    try (SqlSession session = factory(awkward, Odd.class).openSession()) {
      Odd odd = session.getMapper(Odd.class);
      assertThat(odd.everything(0))
          .usingRecursiveComparison()
          .isEqualTo(
              new Everything(
                  0,
                  true,
                  new BigDecimal("12.34"),
                  LocalDate.of(2024, 2, 29),
                  LocalDateTime.parse("2024-03-10T02:30:00.123456"),
                  new byte[] {0, -1, -128},
                  "{\"deep\":{\"er\":[1,2]}}"));
      assertThat(odd.everything(2)).hasAllNullFieldsOrPropertiesExcept("id");
    }
  }

  private static SqlSessionFactory factory(Source source, Class<?> mapper) {
    PooledDataSource pool =
        new PooledDataSource(AirbyteDriver.class.getName(), source.url(), null, null);
    pool.setPoolPingEnabled(true);
    pool.setPoolPingQuery("SELECT 1");
    Configuration configuration =
        new Configuration(new Environment("test", new JdbcTransactionFactory(), pool));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.addMapper(mapper);
    return new SqlSessionFactoryBuilder().build(configuration);
  }
}
