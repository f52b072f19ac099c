package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.airbytejdbc.testing.ConnectorWheel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages are installed, upgraded and removed by calls, as the tables then tell. */
class PackageProceduresIT {
  private static final String INSTALLED =
      "SELECT version, kind, installed FROM airbyte.connectors WHERE name = 'source-tiny'";

  @TempDir private Path folder;
  private BadShop shop;
  private Connection connection;

  @BeforeEach
  void open() throws Exception {
    shop = new BadShop(folder);
    shareUv();
    connection = shop.connect();
  }

  /** Where other tests have one, it need not be fetched again. */
  private void shareUv() throws IOException {
    Path tools = Path.of(System.getProperty("airbyte.test.home"), "tools");
    if (Files.exists(tools)) {
      Path home = Files.createDirectories(folder.resolve("home/connectors"));
      Files.createSymbolicLink(home.resolve("tools"), tools);
    }
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    shop.close();
  }

  @Test
  void whatIsInstalledIsListedUntilItIsRemoved() throws SQLException {
    Path wheel = ConnectorWheel.of("airbyte-source-tiny", "1.0").write(folder);
    assertThat(rows(INSTALLED)).isEmpty();

    assertThat(rows("CALL airbyte.install('source-tiny', pip => '" + wheel + "')"))
        .singleElement()
        .asString()
        .matches("source-tiny\\|1\\.0\\|package\\|.*airbyte-source-tiny-pip-\\w+\\|\\d+\\.\\d+");
    assertThat(rows(INSTALLED)).containsExactly("1.0|package|true");

    rows("CALL airbyte.add_source('tiny', 'source-tiny', pip => '" + wheel + "')");
    assertThat(rows("SELECT one FROM tiny.numbers")).containsExactly("1");
    ConnectorWheel.of("airbyte-source-tiny", "1.0").with("two").write(folder);
    assertThat(rows("CALL airbyte.upgrade('tiny')")).singleElement().asString().contains("|1.0|");
    rows("CALL airbyte.discover('tiny')");
    assertThat(rows("/*+ refresh=always */ SELECT two FROM tiny.numbers")).containsExactly("1");

    assertThat(rows("CALL airbyte.uninstall('source-tiny', version => '2.0')")).isEmpty();
    rows("CALL airbyte.drop_source('tiny')");
    assertThat(rows("CALL airbyte.uninstall('source-tiny')")).hasSize(1);
    assertThat(rows("CALL airbyte.uninstall('source-tiny')")).isEmpty();
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThat(failure("CALL airbyte.install('source-tiny', pip => '-r x')")).isEqualTo("22023");
    assertThat(failure("CALL airbyte.install('tiny')")).isEqualTo("HV00N");
    assertThat(failure("CALL airbyte.upgrade('shop of ours')")).isEqualTo("22023");
  }

  private String failure(String sql) {
    return catchThrowableOfType(SQLException.class, () -> rows(sql)).getSQLState();
  }

  private List<String> rows(String sql) throws SQLException {
    return BadShop.rows(connection, sql);
  }
}
