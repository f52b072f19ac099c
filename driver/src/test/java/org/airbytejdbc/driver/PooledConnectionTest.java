package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What containers want of a data source: connections for their pools, and an end to waiting. */
@Timeout(120)
class PooledConnectionTest {
  @TempDir private Path folder;
  private ScriptedConnector connector;
  private AirbyteDataSource source;

  @BeforeEach
  void open() {
    connector =
        new ScriptedConnector(folder, "source-shop")
            .stream("users", "{\"id\": {\"type\": \"integer\"}}");
    source = new AirbyteDataSource();
    source.setUrl(
        "jdbc:airbyte:source-shop?config={}&executable="
            + encoded(connector.write().toString())
            + "&cache="
            + encoded("duckdb:" + folder.resolve("shop.duckdb")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aLoanGoesBackToThePoolWhenItIsClosed() throws SQLException {
    List<String> events = new ArrayList<>();
    PooledConnection pooled = source.getPooledConnection();
    pooled.addConnectionEventListener(
        new ConnectionEventListener() {
          @Override
          public void connectionClosed(ConnectionEvent event) {
            events.add("closed");
          }

          @Override
          public void connectionErrorOccurred(ConnectionEvent event) {
            events.add("error " + event.getSQLException().getSQLState());
          }
        });
    Connection first = pooled.getConnection();
    assertThat(first.createStatement().execute("SELECT 1")).isTrue();
    assertThatThrownBy(() -> first.createStatement().execute("SELECT nothing"))
        .isInstanceOf(SQLException.class);
    first.close();
    first.close();
    assertThat(events).containsExactly("closed");
    assertThat(first.isClosed()).isTrue();
    assertThatThrownBy(first::createStatement)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"));
    Connection second = pooled.getConnection();
    Connection third = pooled.getConnection();
    assertThat(second.isClosed()).isTrue();
    assertThat(third.isValid(1)).isTrue();
    pooled.close();
    assertThat(third.isClosed()).isTrue();
    assertThatThrownBy(third::createStatement).isInstanceOf(SQLException.class);
    assertThat(events).containsExactly("closed", "error 08003");
    assertThatThrownBy(pooled::getConnection).isInstanceOf(SQLException.class);
  }

  @Test
  void openingEndsWithTheLoginTimeoutAndSoDoesTheConnector() throws SQLException {
    connector.play("discover", "{\"sleep\": 600}").write();
    source.setLoginTimeout(2);
    SQLException failure = catchThrowableOfType(SQLException.class, source::getConnection);
    assertThat((Throwable) failure).isInstanceOf(SQLTimeoutException.class);
    assertThat(connector.calls("discover"))
        .isNotEmpty()
        .allSatisfy(call -> assertThat(ProcessHandle.of(call.pid())).isEmpty());
  }
}
