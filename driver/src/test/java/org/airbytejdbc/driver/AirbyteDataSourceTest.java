package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class AirbyteDataSourceTest {
  private final AirbyteDataSource source = new AirbyteDataSource();

  @Test
  void refusesAUrlOfAnotherDriver() {
    source.setUrl("jdbc:postgresql://localhost/shop");
    assertThatThrownBy(source::getConnection)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("does not begin with jdbc:airbyte:");
  }

  @Test
  void connectsWithItsProperties() {
    Properties properties = new Properties();
    properties.setProperty("refresh", "sometimes");
    source.setUrl("jdbc:airbyte:source-x");
    source.setProperties(properties);
    assertThatThrownBy(() -> source.getConnection("user", "password"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("'refresh' must be one of");
  }

  @Test
  void unwrapsToItselfAndNothingElse() throws SQLException {
    assertThat(source.unwrap(DataSource.class)).isSameAs(source);
    assertThat(source.isWrapperFor(String.class)).isFalse();
    assertThatThrownBy(() -> source.unwrap(String.class)).isInstanceOf(SQLException.class);
  }
}
