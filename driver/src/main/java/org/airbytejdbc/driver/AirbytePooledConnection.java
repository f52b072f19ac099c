package org.airbytejdbc.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import javax.sql.StatementEventListener;
import org.airbytejdbc.driver.error.SqlState;
import org.jspecify.annotations.Nullable;

/** A connection that a pool keeps: closing what is lent of it tells the pool, and ends nothing. */
final class AirbytePooledConnection implements PooledConnection {
  private final Connection physical;
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private @Nullable Loan loan;

  /**
   * @param physical closed with this
   */
  AirbytePooledConnection(Connection physical) {
    this.physical = physical;
  }

  /** Ends the loan before. */
  @Override
  public synchronized Connection getConnection() throws SQLException {
    if (physical.isClosed()) {
      throw SqlState.CONNECTION_CLOSED.exception("The pooled connection is closed", "");
    }
    if (loan != null) {
      loan.ended = true;
    }
    loan = new Loan();
    return (Connection)
        Proxy.newProxyInstance(
            AirbytePooledConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            loan);
  }

  @Override
  public void close() throws SQLException {
    physical.close();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  /** Statements are not pooled, so there is nothing to tell of them. */
  @Override
  public void addStatementEventListener(StatementEventListener listener) {}

  @Override
  public void removeStatementEventListener(StatementEventListener listener) {}

  private void tell(
      BiConsumer<ConnectionEventListener, ConnectionEvent> what, @Nullable SQLException failure) {
    ConnectionEvent event = new ConnectionEvent(this, failure);
    listeners.forEach(listener -> what.accept(listener, event));
  }

  /** What one borrower sees of the connection. */
  private final class Loan implements InvocationHandler {
    private volatile boolean ended;

    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      switch (method.getName()) {
        case "close" -> {
          if (!ended) {
            ended = true;
            if (!physical.isClosed()) {
              physical.endRequest();
            }
            tell(ConnectionEventListener::connectionClosed, null);
          }
          return null;
        }
        case "isClosed" -> {
          return ended || physical.isClosed();
        }
        case "equals" -> {
          return arguments != null && proxy == arguments[0];
        }
        case "hashCode" -> {
          return System.identityHashCode(proxy);
        }
        default -> {
          return call(method, arguments);
        }
      }
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable {
      if (ended && method.getDeclaringClass() == Connection.class) {
        throw SqlState.CONNECTION_CLOSED.exception("The connection was given back", "");
      }
      try {
        return method.invoke(physical, arguments);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof SQLException failure && physical.isClosed()) {
          tell(ConnectionEventListener::connectionErrorOccurred, failure);
        }
        throw e.getCause();
      }
    }
  }
}
