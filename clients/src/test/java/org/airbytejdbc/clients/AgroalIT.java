package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.airbytejdbc.driver.AirbyteDataSource;
import org.airbytejdbc.driver.AirbyteDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agroal, the pool of Quarkus, which is given a driver's or a data source's class. */
@ExtendWith(Sources.class)
class AgroalIT {
  @ParameterizedTest
  @ValueSource(classes = {AirbyteDriver.class, AirbyteDataSource.class})
  void connectionsAreLentValidatedAndTakenBack(Class<?> provider, Faker faker) throws SQLException {
    try (AgroalDataSource pool = pool(faker, provider)) {
      for (int i = 0; i < 3; i++) {
        try (Connection connection = pool.getConnection()) {
          assertThat(connection.isReadOnly()).isTrue();
          assertThat(Rows.number(connection, "SELECT count(*) FROM users")).isEqualTo(Faker.USERS);
        }
      }
      assertThat(pool.getMetrics().creationCount()).isEqualTo(1);
    }
  }

  @Test
  void aQueryThatFailsKeepsItsConnectionInThePool(Faker faker) throws SQLException {
    try (AgroalDataSource pool = pool(faker, AirbyteDriver.class)) {
      try (Connection connection = pool.getConnection()) {
        assertThatThrownBy(() -> Rows.number(connection, "SELECT nothing FROM users"))
            .isInstanceOf(SQLException.class);
      }
      try (Connection connection = pool.getConnection()) {
        assertThat(Rows.number(connection, "SELECT 1")).isEqualTo(1);
      }
      assertThat(pool.getMetrics().creationCount()).isEqualTo(1);
    }
  }

  private static AgroalDataSource pool(Source source, Class<?> provider) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .metricsEnabled()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(1)
                        .validateOnBorrow(true)
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .acquisitionTimeout(Duration.ofMinutes(5))
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .connectionProviderClass(provider)
                                    .jdbcUrl(source.url())
                                    .readOnly()
                                    .autoCommit(false)
                                    .networkTimeout(Duration.ofMinutes(5))
                                    .jdbcTransactionIsolation(TransactionIsolation.READ_COMMITTED)
                                    .initialSql("SELECT 1"))));
  }
}
