package org.airbytejdbc.cache.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbFileTest {
  @TempDir Path folder;

  @Test
  void nothingIsOpenedBeforeTheFirstLease() {
    Path path = folder.resolve("shop.duckdb");
    file(path).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fileAndFolderAreTheirOwnersAlone() throws Exception {
    Path path = folder.resolve("new/deep/shop.duckdb");
    try (DuckDbFile file = file(path);
        Lease lease = file.lease(Cancellation.none())) {
      execute(lease, "CREATE TABLE t AS SELECT 1 AS n");
      lease.committed();

      assertThat(permissions(path)).isEqualTo("rw-------");
      assertThat(permissions(folder.resolve("new/deep/shop.duckdb.wal"))).isEqualTo("rw-------");
      assertThat(permissions(folder.resolve("new/deep"))).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("new/deep/shop.duckdb.tmp"))).isEqualTo("rwx------");
    }
  }

  @Test
  void aLeaseThatIsAloneHasTheEngineWithoutWorkersUntilAnotherComes() throws Exception {
    try (DuckDbFile file = file(folder.resolve("shop.duckdb"));
        Lease lease = file.lease(Cancellation.none())) {
      execute(lease, "SET threads = 3");
      lease.onThisThread(
          () -> {
            assertThat(threads(lease)).isEqualTo(1);
            try (Lease other = file.lease(Cancellation.none())) {
              assertThat(threads(other)).isEqualTo(Runtime.getRuntime().availableProcessors());
              execute(other, "SET threads = 3");
              lease.onThisThread(() -> assertThat(threads(lease)).isEqualTo(3));
            }
          });
      lease.onThisThread(() -> assertThat(threads(lease)).isEqualTo(1));
      assertThat(threads(lease)).isEqualTo(Runtime.getRuntime().availableProcessors());
    }
  }

  @Test
  void nothingButTheFileIsLeftOnceClosed() throws Exception {
    Path path = folder.resolve("shop.duckdb");
    try (DuckDbFile file = file(path);
        Lease lease = file.lease(Cancellation.none())) {
      execute(lease, "CREATE TABLE t AS SELECT 1 AS n");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(path);
    }
  }

  @Test
  void leasesSeeOneDatabase() throws Exception {
    try (DuckDbFile file = file(folder.resolve("shop.duckdb"));
        Lease one = file.lease(Cancellation.none());
        Lease two = file.lease(Cancellation.none())) {
      execute(one, "CREATE TABLE t AS SELECT 42 AS n");
      assertThat(value(two, "SELECT n FROM t")).isEqualTo("42");
    }
  }

  @Test
  void aDatabaseInMemoryLivesAsLongAsItsCache() throws Exception {
    try (DuckDbFile file = new DuckDbFile(new CacheLocation.InMemory("m"), CacheSettings.DEFAULT)) {
      try (Lease lease = file.lease(Cancellation.none())) {
        execute(lease, "CREATE TABLE t AS SELECT 42 AS n");
      }
      try (Lease lease = file.lease(Cancellation.none())) {
        assertThat(value(lease, "SELECT n FROM t")).isEqualTo("42");
      }
    }
  }

  @Test
  void timesAreInUtcWhateverTheMachinesZone() throws Exception {
    try (DuckDbFile file = file(folder.resolve("shop.duckdb"));
        Lease lease = file.lease(Cancellation.none())) {
      assertThat(value(lease, "SELECT current_setting('TimeZone')")).isEqualTo("UTC");
    }
  }

  @Test
  void anOpenTransactionEndsWithItsLease() throws Exception {
    try (DuckDbFile file = file(folder.resolve("shop.duckdb"))) {
      try (Lease lease = file.lease(Cancellation.none())) {
        execute(lease, "CREATE TABLE t (n BIGINT)");
        execute(lease, "BEGIN TRANSACTION");
        execute(lease, "INSERT INTO t VALUES (1)");
      }
      try (Lease lease = file.lease(Cancellation.none())) {
        assertThat(value(lease, "SELECT count(*) FROM t")).isEqualTo("0");
      }
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
    Path path = Files.writeString(folder.resolve("notes.txt"), "no database\n".repeat(1000));
    CacheException refused = refused(path);

    assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refused).hasMessageContaining("notes.txt is not a DuckDB database");
    assertThat(path).hasContent("no database\n".repeat(1000));
  }

  @Test
  void aFolderThatCannotBeWrittenIsUnavailable() throws Exception {
    Path readOnly = Files.createDirectory(folder.resolve("read-only"));
    Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
    // The superuser may write everywhere but there.
    Path forbidden = Files.isWritable(readOnly) ? Path.of("/sys") : readOnly;
    CacheException refused = refused(forbidden.resolve("shop.duckdb"));

    assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refused).hasMessageContaining("cannot be read and written");
    assertThat(refused.guidance().orElseThrow()).contains("write access");
  }

  @Test
  void aFolderInPlaceOfTheFileIsUnavailable() {
    assertThat(refused(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void aFileInPlaceOfTheFolderIsUnavailable() throws Exception {
    Path path = Files.writeString(folder.resolve("file"), "").resolve("shop.duckdb");
    assertThat(refused(path).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aSchemaMayBeCalledAsTheFile() throws Exception {
    try (DuckDbFile file = file(folder.resolve("shop.duckdb"));
        Lease lease = file.lease(Cancellation.none());
        Statement statement = lease.connection().createStatement()) {
      statement.execute("CREATE SCHEMA shop");
      statement.execute("CREATE TABLE shop.things AS SELECT 1 AS id");
      statement.execute("SELECT id FROM shop.things");
    }
  }

  @Test
  void oddNamesAreJustNames() throws Exception {
    for (String name :
        List.of("it's \"mine\".duckdb", "😀 ?a=b&c.duckdb", "%20#.duckdb", "a;threads=1;.duckdb")) {
      try (DuckDbFile file = file(folder.resolve(name));
          Lease lease = file.lease(Cancellation.none())) {
        execute(lease, "CREATE TABLE t AS SELECT 1 AS n");
      }
      assertThat(folder.resolve(name)).isRegularFile();
    }
  }

  @Test
  void nobodyWaitsForWorkThatWasCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel(Cancellation.Cause.TIMED_OUT);
    try (DuckDbFile file = file(folder.resolve("shop.duckdb"))) {
      assertThatThrownBy(() -> file.lease(cancellation)).isInstanceOf(ConnectorException.class);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void thereIsNoLeaseOfAClosedFile() {
    DuckDbFile file = file(folder.resolve("shop.duckdb"));
    file.close();
    file.close();
    assertThatThrownBy(() -> file.lease(Cancellation.none()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static DuckDbFile file(Path path) {
    return new DuckDbFile(new CacheLocation.DuckDbFile(path), CacheSettings.DEFAULT);
  }

  private static CacheException refused(Path path) {
    try (DuckDbFile file = file(path)) {
      return catchThrowableOfType(
          CacheException.class, () -> file.lease(Cancellation.none()).close());
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void execute(Lease lease, String sql) throws SQLException {
    try (Statement statement = lease.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private static int threads(Lease lease) throws SQLException {
    return Integer.parseInt(value(lease, "SELECT current_setting('threads')"));
  }

  private static String value(Lease lease, String sql) throws SQLException {
    try (Statement statement = lease.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
