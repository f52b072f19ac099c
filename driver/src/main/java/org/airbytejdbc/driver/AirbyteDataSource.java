package org.airbytejdbc.driver;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to one URL, for pools and containers. Set up by one thread, then used by any.
 */
public final class AirbyteDataSource implements DataSource, ConnectionPoolDataSource {
  private final AirbyteDriver driver = new AirbyteDriver();
  private final Properties properties = new Properties();
  private String url = "";
  private ConnectionListener listener = new ConnectionListener() {};
  private @Nullable PrintWriter logWriter;
  private int loginTimeout;

  /** Where to connect to: {@code jdbc:airbyte:…}. */
  public void setUrl(String url) {
    this.url = url;
  }

  public String getUrl() {
    return url;
  }

  /** Sets the properties beside the URL, in place of those set before. */
  public void setProperties(Properties properties) {
    this.properties.clear();
    properties
        .stringPropertyNames()
        .forEach(key -> this.properties.setProperty(key, properties.getProperty(key)));
  }

  /** Has the connections that are opened from now on heard by the application. */
  public void setListener(ConnectionListener listener) {
    this.listener = requireNonNull(listener, "listener");
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = driver.connect(url, properties, loginTimeout, listener);
    if (connection == null) {
      throw SqlErrors.argument("The data source's URL does not begin with jdbc:airbyte:");
    }
    return connection;
  }

  /** The same, because a connector's credentials are in its config. */
  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return getConnection();
  }

  @Override
  public PooledConnection getPooledConnection() throws SQLException {
    return new AirbytePooledConnection(getConnection());
  }

  /** The same, because a connector's credentials are in its config. */
  @Override
  public PooledConnection getPooledConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return getPooledConnection();
  }

  /** Nothing is ever written to it. */
  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {
    logWriter = writer;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  /** How long opening a connection may take; 0 means for ever. */
  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    if (seconds < 0) {
      throw SqlErrors.argument("The login timeout must not be negative");
    }
    loginTimeout = seconds;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  /** The driver logs through SLF4J. */
  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw SqlErrors.notSupported("java.util.logging");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (!isWrapperFor(type)) {
      throw SqlErrors.argument("The data source is no " + type.getName());
    }
    return type.cast(this);
  }
}
