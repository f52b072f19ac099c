package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AirbyteDriverTest {
  private final AirbyteDriver driver = new AirbyteDriver();

  @Test
  void registersItself() throws SQLException {
    assertThat(DriverManager.getDriver("jdbc:airbyte:source-faker"))
        .isInstanceOf(AirbyteDriver.class);
  }

  @Test
  void leavesForeignUrlsToOtherDrivers() throws SQLException {
    assertThat(driver.acceptsURL("jdbc:postgresql://localhost/shop")).isFalse();
    assertThat(driver.connect("jdbc:postgresql://localhost/shop", new Properties())).isNull();
    assertThat(driver.acceptsURL("jdbc:airbyte:")).isTrue();
  }

  @Test
  void refusesNullAsUrl() {
    assertThatThrownBy(() -> driver.acceptsURL(null)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> driver.connect(null, null)).isInstanceOf(SQLException.class);
  }

  @Test
  void refusesWrongSettingsWithAStateAndWhatToDo() {
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:airbyte:source-x?refesh=auto"))
        .isInstanceOfSatisfying(
            SQLNonTransientConnectionException.class,
            e -> assertThat(e.getSQLState()).isEqualTo("08001"))
        .hasMessageContaining("'refesh' is unknown")
        .hasMessageContaining("Did you mean 'refresh'?");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "jdbc:",
        "jdbc:airbyte:",
        "jdbc:airbyte:source-x?",
        "jdbc:airbyte:source-x?config={\"co",
        "jdbc:airbyte:source-x?unknown=1",
        "jdbc:airbyte:source x?refresh",
      })
  void tellsWhatCanBeSetForAnyPieceOfAUrl(@org.jspecify.annotations.Nullable String url) {
    assertThat(driver.getPropertyInfo(url, null))
        .extracting(info -> info.name)
        .contains("config", "refresh", "maxAge")
        .doesNotContain("user", "password");
  }

  @Test
  void tellsValuesChoicesAndDescriptions() {
    Properties properties = new Properties();
    properties.setProperty("maxAge", "7d");
    String url = "jdbc:airbyte:source-x?config={\"k\":\"hush\"}&refresh=never";
    assertThat(info(url, properties, "refresh").value).isEqualTo("never");
    assertThat(info(url, properties, "refresh").choices).containsExactly("auto", "always", "never");
    assertThat(info(url, properties, "refresh").description).isNotBlank();
    assertThat(info(url, properties, "refresh").required).isFalse();
    assertThat(info(url, properties, "maxAge").value).isEqualTo("7d");
    assertThat(info(url, properties, "undeclared").value).isEqualTo("drop");
    assertThat(info(url, properties, "config").value).isNull();
    assertThat(info(url, properties, "cache").choices).isNull();
  }

  @Test
  void knowsItsVersion() {
    assertThat(DriverVersion.built().text()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(driver.getMajorVersion()).isEqualTo(DriverVersion.built().major());
    assertThat(new DriverVersion("12.34.5-SNAPSHOT").major()).isEqualTo(12);
    assertThat(new DriverVersion("12.34.5-SNAPSHOT").minor()).isEqualTo(34);
  }

  @Test
  void logsElsewhereThanInJavaUtilLogging() {
    assertThatThrownBy(driver::getParentLogger).isInstanceOf(SQLFeatureNotSupportedException.class);
  }

  private DriverPropertyInfo info(String url, Properties properties, String name) {
    return Arrays.stream(driver.getPropertyInfo(url, properties))
        .filter(info -> info.name.equals(name))
        .findFirst()
        .orElseThrow();
  }
}
