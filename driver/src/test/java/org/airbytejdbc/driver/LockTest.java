package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.connector.lock.LockFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
  @Timeout(60)
  void whatAnotherLocksMeanwhileIsKept() throws Exception {
    Path workspace =
        Files.writeString(
            folder.resolve("team.yaml"),
            """
            sources:
              slow: {connector: source-slow, executable: %s, config: {}}
              quick: {connector: source-quick, executable: %s, config: {}}
            """
                .formatted(
                    program(
                        "source-slow",
                        "if [ -e busy ]; then touch asked; until [ -e go ]; do sleep 0.05; done; fi"),
                    program("source-quick", ":")));
    String url = "jdbc:airbyte:?workspace=" + workspace;
    try (Connection one = DriverManager.getConnection(url);
        Connection other = DriverManager.getConnection(url)) {
      Files.createFile(folder.resolve("busy"));
      CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> lock(one, "slow"));
      while (!Files.exists(folder.resolve("asked"))) {
        Thread.sleep(10);
      }

      lock(other, "quick");
      Files.createFile(folder.resolve("go"));
      slow.join();
    }

    assertThat(LockFile.read(folder.resolve("airbyte.lock")).sources())
        .containsOnlyKeys("quick", "slow");
  }

  private static void lock(Connection connection, String source) {
    try {
      BadShop.rows(connection, "CALL airbyte.lock('" + source + "')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connector that does something before it gives its streams. */
  private Path program(String name, String before) throws Exception {
    Path program =
        Files.writeString(
            folder.resolve(name),
            """
            #!/bin/sh
            cd '%s'
            case $1 in
            spec) echo '{"type":"SPEC","spec":{"connectionSpecification":{"type":"object"}}}' ;;
            discover)
              %s
              echo '{"type":"CATALOG","catalog":{"streams":[]}}' ;;
            esac
            """
                .formatted(folder, before));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
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
