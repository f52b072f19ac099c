package org.airbytejdbc.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.settings.ConnectionSettings;
import org.airbytejdbc.driver.settings.ConnectionUrl;
import org.airbytejdbc.driver.settings.HomeFolder;
import org.jspecify.annotations.Nullable;

/** Opens connections to {@code jdbc:airbyte:…}; registers itself when loaded. Thread-safe. */
public final class AirbyteDriver implements Driver {
  // Tools make instances of their own; the caches of a JVM are shared by all of them.
  private static final ConnectionFactory CONNECTIONS = new ConnectionFactory();
  private static final DriverVersion VERSION = DriverVersion.built();

  static {
    try {
      DriverManager.registerDriver(new AirbyteDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public boolean acceptsURL(@Nullable String url) throws SQLException {
    return ConnectionUrl.accepts(required(url));
  }

  @Override
  public @Nullable Connection connect(@Nullable String url, @Nullable Properties info)
      throws SQLException {
    return connect(url, info, DriverManager.getLoginTimeout());
  }

  /**
   * The same within a time.
   *
   * @param seconds 0 means for ever
   */
  @Nullable Connection connect(@Nullable String url, @Nullable Properties info, int seconds)
      throws SQLException {
    return connect(url, info, seconds, new ConnectionListener() {});
  }

  /** The same, heard by an application. */
  @Nullable Connection connect(
      @Nullable String url, @Nullable Properties info, int seconds, ConnectionListener application)
      throws SQLException {
    try {
      Optional<ConnectionUrl> parsed = ConnectionUrl.parse(required(url));
      if (parsed.isEmpty()) {
        return null;
      }
      Properties properties = info == null ? new Properties() : info;
      HomeFolder home = HomeFolder.ofUser();
      return open(
          ConnectionSettings.of(parsed.get(), properties, home), home, seconds, application);
    } catch (RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  private static Connection open(
      ConnectionSettings settings, HomeFolder home, int seconds, ConnectionListener application) {
    HeardConnection log = new HeardConnection(application);
    if (seconds == 0) {
      return CONNECTIONS.open(settings, home, log, log);
    }
    try (LoginTimeout timeout = new LoginTimeout(Duration.ofSeconds(seconds))) {
      return CONNECTIONS.open(settings, home, log, log, timeout.opening());
    }
  }

  /**
   * What can be set, also while the URL is still being written: with an installed connector, also
   * the fields of its config. Secrets come without value.
   */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info) {
    return new PropertyInfos(url, info).all(HomeFolder.ofUser());
  }

  @Override
  public int getMajorVersion() {
    return VERSION.major();
  }

  @Override
  public int getMinorVersion() {
    return VERSION.minor();
  }

  /** No: SQL-92 asks for tables that can be written to. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  /** The driver logs through SLF4J. */
  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw SqlErrors.notSupported("java.util.logging");
  }

  private static String required(@Nullable String url) throws SQLException {
    if (url == null) {
      throw SqlErrors.argument("The URL is null");
    }
    return url;
  }
}
