package org.airbytejdbc.driver.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.airbytejdbc.calcite.query.ColumnOrigin;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.result.AirbyteResultSet;
import org.airbytejdbc.driver.result.ForwardRows;
import org.airbytejdbc.driver.result.ResultOwner;
import org.airbytejdbc.driver.settings.TimeZoneTypes;

/**
 * One execution of a statement: what stops it, what it holds open, and its answer. Closed with its
 * result set, or as soon as it failed.
 */
final class Execution implements ResultOwner {
  private final AirbyteStatement statement;
  private final Cancellation cancellation = new Cancellation();
  private final Held held = new Held();
  private Optional<AirbyteResultSet> rows = Optional.empty();
  private Cancellation.Registration timeout = () -> {};
  private long updateCount = -1;
  private boolean call;
  private Supplier<List<Optional<ColumnOrigin>>> origins = List::of;

  Execution(AirbyteStatement statement) {
    this.statement = statement;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Ends it after that time from now, and not as said before; zero means never. */
  void endAfter(Duration time) {
    timeout.close();
    timeout = statement.connection().timer().timeout(time, cancellation);
  }

  /** The same, unless the statement has a timeout of its own. */
  void endAfterIfNotSet(Duration time) {
    if (statement.timeout().isZero()) {
      endAfter(time);
    }
  }

  /** Keeps it open as long as the answer is wanted. */
  <T extends AutoCloseable> T hold(T thing) {
    return held.add(thing);
  }

  /** Where the columns of its answer come from can be found out so, should anybody ask. */
  void originsFrom(Supplier<List<Optional<ColumnOrigin>>> supplier) {
    origins = supplier;
  }

  @Override
  public List<Optional<ColumnOrigin>> origins() {
    return origins.get();
  }

  @Override
  public TimeZoneTypes timeZoneTypes() {
    return statement.connection().timeZoneTypes();
  }

  /** The answer is these rows, up to the statement's limit. */
  void answer(ResultSet engine) throws SQLException {
    rows = Optional.of(new ForwardRows(engine, statement.getLargeMaxRows(), this));
  }

  /** The answer is these rows. */
  void answer(AirbyteResultSet answer) {
    rows = Optional.of(answer);
  }

  /** Tells the caller something besides the answer. */
  void warn(Notice notice, String message) {
    statement.warnings().add(notice, message);
  }

  /** The answer is that so many rows were changed, and no rows. */
  void answer(long changed) {
    updateCount = Math.max(changed, 0);
    release();
  }

  /** The answer is what a procedure gives. */
  void answerOfCall(ResultSet engine) throws SQLException {
    call = true;
    answer(engine);
  }

  boolean isCall() {
    return call;
  }

  Optional<AirbyteResultSet> rows() {
    return rows;
  }

  /** -1 if the answer is rows. */
  long updateCount() {
    return updateCount;
  }

  @Override
  public Statement statement() {
    return statement;
  }

  @Override
  public void release() {
    held.close();
  }

  @Override
  public void closed() throws SQLException {
    statement.resultClosed(this);
  }

  @Override
  public SQLException failure(Exception failure) {
    release();
    return cancellation
        .cause()
        .map(why -> SqlErrors.stopped(why, failure))
        .orElseGet(() -> SqlErrors.translate(failure));
  }

  /** Ends the work and lets go of everything; from any thread. */
  void abort() throws SQLException {
    cancellation.cancel(Cancellation.Cause.CANCELLED);
    close();
  }

  /** Closes the answer. */
  void close() throws SQLException {
    if (rows.isPresent()) {
      rows.get().close();
    } else {
      release();
    }
  }
}
