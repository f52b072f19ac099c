package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.airbytejdbc.cache.MemoryEngine;
import org.airbytejdbc.connector.Cancellation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueryTimerTest {
  /** Would run for hours. */
  private static final String ENDLESS =
      "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = -1";

  private final QueryTimer timer = new QueryTimer();

  @AfterEach
  void close() {
    timer.close();
  }

  @Test
  void aTimeoutEndsWhatRunsInTheEngine() throws SQLException {
    try (MemoryEngine engine = new MemoryEngine();
        Connection connection = engine.connect();
        PreparedStatement statement = connection.prepareStatement(ENDLESS)) {
      Cancellation cancellation = new Cancellation();
      timer.interrupting(statement, cancellation);
      timer.timeout(Duration.ofMillis(100), cancellation);
      assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
      assertThat(cancellation.cause()).contains(Cancellation.Cause.TIMED_OUT);
    }
  }

  @Test
  void anInterruptThatComesBeforeTheEngineRunsStillEndsIt() throws SQLException {
    try (MemoryEngine engine = new MemoryEngine();
        Connection connection = engine.connect();
        PreparedStatement statement = connection.prepareStatement(ENDLESS)) {
      Cancellation cancellation = new Cancellation();
      timer.interrupting(statement, cancellation);
      cancellation.cancel(Cancellation.Cause.CANCELLED);
      assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aTimeoutThatIsTakenBackNeverComes() throws Exception {
    Cancellation early = new Cancellation();
    Cancellation late = new Cancellation();
    CountDownLatch over = new CountDownLatch(1);
    late.onCancel(over::countDown);
    timer.timeout(Duration.ofMillis(200), early).close();
    timer.timeout(Duration.ofMillis(400), late);
    over.await();
    assertThat(early.cause()).isEqualTo(Optional.empty());
  }

  @Test
  void noTimeoutIsNone() {
    Cancellation cancellation = new Cancellation();
    timer.timeout(Duration.ZERO, cancellation).close();
    assertThat(cancellation.cause()).isEmpty();
  }
}
