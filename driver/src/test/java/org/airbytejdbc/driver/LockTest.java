package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace's lock file is written by a call, and holds the connections after it. */
class LockTest {
  @TempDir private Path folder;

  @Test
  void whatWasLockedIsHeldUntilTheFileSaysOtherwise() throws Exception {
    try (BadShop shop = new BadShop(folder)) {
      Path workspace =
          Files.writeString(
              folder.resolve("team.yaml"),
              """
              sources:
                shop:
                  connector: source-shop
                  executable: %s
                  config: {password: x}
              """
                  .formatted(shop.connector().executable()));
      String url = "jdbc:airbyte:?workspace=" + workspace;
      Path file = folder.resolve("airbyte.lock");
      try (Connection connection = DriverManager.getConnection(url)) {
        assertThat(BadShop.rows(connection, "CALL airbyte.lock()"))
            .singleElement()
            .asString()
            .matches("shop\\|source-shop\\|executable sha256:\\w+\\|0\\|" + file);
        assertThat(
                BadShop.rows(connection, "SELECT value FROM airbyte.settings WHERE name = 'lock'"))
            .containsExactly(file.toString());
      }
      try (Connection connection = DriverManager.getConnection(url)) {
        assertThat(BadShop.rows(connection, "SELECT count(*) FROM shop.events"))
            .containsExactly("10");
        Files.writeString(
            file, Files.readString(file).replaceFirst("\"catalog\" : \"", "\"catalog\" : \"not-"));
      }
      try (Connection connection = DriverManager.getConnection(url)) {
        SQLException refused =
            catchThrowableOfType(
                SQLException.class,
                () -> BadShop.rows(connection, "CALL airbyte.discover('shop')"));
        assertThat(refused.getSQLState()).isEqualTo("HV00L");
        assertThat(refused.getMessage()).contains("is locked as not-sha256:");
      }
    }
  }

  @Test
  void withoutAPlaceForTheFileTheCallSaysSo() throws Exception {
    try (BadShop shop = new BadShop(folder);
        Connection connection = shop.connect()) {
      SQLException refused =
          catchThrowableOfType(
              SQLException.class, () -> BadShop.rows(connection, "CALL airbyte.lock()"));
      assertThat(refused.getSQLState()).isEqualTo("22023");
      assertThat(refused.getMessage()).contains("lock=PATH");
    }
  }
}
