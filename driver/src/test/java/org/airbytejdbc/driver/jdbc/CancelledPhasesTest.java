package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.testing.Background;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a connector is asked while a statement is stopped, it ends, and the cache is whole. */
@Timeout(120)
class CancelledPhasesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "check,    CALL airbyte.check('shop')",
    "discover, CALL airbyte.discover('shop')",
    "read,     CALL airbyte.sync('users')",
    "read,     SELECT name FROM orders LIMIT 2"
  })
  void aConnectorThatHangsEndsWithItsStatement(String verb, String sql) throws Exception {
    Shop shop = new Shop(folder);
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      assertThat(Shop.rows(connection, "SELECT count(*) FROM users")).containsExactly("10");
      int before = shop.connector().calls(verb).size();
      Path hanging = shop.connector().file("hanging");
      shop.connector().play(verb, "{\"touch\": \"" + hanging + "\"}", "{\"sleep\": 600}").write();

      CompletableFuture<SQLException> failure = Background.start(() -> failure(statement, sql));
      while (!Files.exists(hanging) && !failure.isDone()) {
        Thread.sleep(10);
      }
      statement.cancel();
      assertThat((Throwable) failure.get()).isNotInstanceOf(SQLTimeoutException.class);
      assertThat(failure.get().getSQLState()).isEqualTo("57014");

      statement.setQueryTimeout(1);
      SQLException late = failure(statement, sql);
      assertThat((Throwable) late).isInstanceOf(SQLTimeoutException.class);
      assertThat(late.getSQLState()).isEqualTo("57014");

      assertThat(shop.connector().calls(verb))
          .hasSizeGreaterThan(before)
          .allSatisfy(call -> assertThat(ProcessHandle.of(call.pid())).isEmpty());
      assertThat(Shop.rows(connection, "SELECT count(*), max(name) FROM users"))
          .containsExactly("10|user 9");
      assertThat(Shop.rows(connection, "SELECT table_name FROM airbyte.streams ORDER BY ALL"))
          .containsExactly("orders", "users");
    }
  }

  private static SQLException failure(Statement statement, String sql) {
    return catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
  }
}
