package org.airbytejdbc.driver;

import static org.airbytejdbc.driver.BadShop.SECRET;
import static org.airbytejdbc.driver.BadShop.encoded;
import static org.airbytejdbc.driver.BadShop.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.airbytejdbc.driver.error.SqlState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that cannot be: what is wrong is told at once, before anything is read or kept. */
@Timeout(120)
class RefusedConnectionTest {
  @TempDir private Path folder;
  private BadShop shop;

  @BeforeEach
  void open() {
    shop = new BadShop(folder);
  }

  @AfterEach
  void close() throws IOException {
    assertThat(shop.connector().calls("read")).isEmpty();
    shop.close();
  }

  private static void refused(SqlState state, String url, String... words) {
    failure(state, () -> DriverManager.getConnection(url), words);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "jdbc:airbyte:?config={}; names no connector; jdbc:airbyte:source-faker",
        "jdbc:airbyte://localhost/faker; names no connector; jdbc:airbyte:source-faker",
        "jdbc:airbyte:source-x?config.password=" + SECRET + "&refesh=auto; 'refesh'; 'refresh'",
        "jdbc:airbyte:source-x?config.password=" + SECRET + "&refresh=often; often; never",
        "jdbc:airbyte:source-x?config={\"p\":\""
            + SECRET
            + "\"}&config={}; 'config' is set twice; Leave one",
        "jdbc:airbyte:source-x?config.password=" + SECRET + "%zz; 'config.password'; %25",
        "jdbc:airbyte:source-x?config.password=p&" + SECRET + "; has no value; %26",
        "jdbc:airbyte:source-x?idleTimeout=0s; idleTimeout; 15m",
        "jdbc:airbyte:source-x?maxRecordSize=lots; maxRecordSize; 64MB",
        "jdbc:airbyte:source-x?workspace=team.yaml; workspace; jdbc:airbyte:?workspace",
        "jdbc:airbyte:?workspace=no/such/team.yaml; team.yaml; workspace",
      })
  void aUrlOrPropertyThatIsWrongIsNamed(String url, String what, String instead) {
    refused(SqlState.INVALID_SETTINGS, url, what, instead);
  }

  @Test
  void anUnknownConnectorIsNamedWithTheLikelyOne() {
    refused(
        SqlState.UNKNOWN_CONNECTOR,
        "jdbc:airbyte:shop?config={}&cache=memory",
        "There is no connector shop",
        "Did you mean source-shop?",
        "executable=PATH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "source-Shop?cache=memory; Did you mean source-shop?",
        "acme/source-shop; Write it as jdbc:airbyte:source-shop?",
      })
  void aNameInAnotherFormIsUnderstood(String rest, String instead) {
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:airbyte:" + rest))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(instead);
  }

  @Test
  void anExecutableThatIsNoneIsNamed() throws IOException {
    String url = "jdbc:airbyte:source-x?config={}&cache=memory&executable=";
    refused(
        SqlState.CONNECTOR_NOT_INSTALLED, url + "/no/such/program", "/no/such/program is no file");
    Path text = Files.writeString(folder.resolve("text"), "#!/no/such/interpreter");
    refused(SqlState.CONNECTOR_NOT_INSTALLED, url + text, "may not be executed", "make it");
    assertThat(text.toFile().setExecutable(true)).isTrue();
    refused(SqlState.CONNECTOR_NOT_INSTALLED, url + text, "could not be started", "Check");
  }

  @Test
  void aMissingConfigTellsWhatIsRequired() {
    refused(
        SqlState.INVALID_CONFIG, shop.bareUrl("refresh=auto"), "password is required", "password");
  }

  @Test
  void aConfigThatIsNoJsonIsNotQuoted() throws IOException {
    refused(
        SqlState.INVALID_CONFIG,
        shop.bareUrl("config=" + encoded("{\"password\": \"" + SECRET + "\"")),
        "is not valid JSON",
        "Correct it there");
    Path file = Files.writeString(folder.resolve("config.json"), "{password " + SECRET);
    refused(
        SqlState.INVALID_CONFIG,
        shop.bareUrl("config=" + encoded(file.toString())),
        file + " is not valid JSON",
        "at line 1, column");
    refused(
        SqlState.INVALID_CONFIG,
        shop.bareUrl("config=" + encoded(folder.resolve("none.json").toString())),
        "none.json does not exist",
        "Give config=");
    refused(
        SqlState.MISSING_SECRET,
        shop.bareUrl("config=" + encoded("{\"password\": \"${NO_SUCH_AIRBYTE_SECRET}\"}")),
        "NO_SUCH_AIRBYTE_SECRET");
  }

  @Test
  void everyViolationOfTheSpecIsToldAndNoValue() {
    String config =
        "{\"password\": {\"is\": \"%s\"}, \"port\": 70000, \"mode\": \"%s\"}"
            .formatted(SECRET, SECRET);
    refused(
        SqlState.INVALID_CONFIG,
        shop.bareUrl("config=" + encoded(config)),
        "$.password: string expected, object found",
        "$.port: at most 65535 expected",
        "$.mode: one of live, test expected");
  }

  @Test
  void aCacheThatIsNoDatabaseIsLeftAsItIs() throws IOException {
    String text = "no database\n".repeat(1000);
    Path file = Files.writeString(folder.resolve("notes.txt"), text);
    refused(
        SqlState.CACHE_UNAVAILABLE,
        shop.url("cache=" + encoded("duckdb:" + file)),
        "notes.txt is not a DuckDB database",
        "Name a DuckDB file");
    assertThat(file).hasContent(text);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    // No mode keeps the superuser out, but nobody can make a folder below a file.
    Path file = Files.writeString(folder.resolve("file"), "");
    refused(
        SqlState.CACHE_UNAVAILABLE,
        shop.url("cache=" + encoded("duckdb:" + file.resolve("kept.duckdb"))),
        file + " is no folder",
        "Give this user write access");
    refused(
        SqlState.CACHE_UNAVAILABLE,
        shop.url("cache=" + encoded("duckdb:" + folder)),
        folder + " is a folder");
    assertThat(file).isEmptyFile();
  }

  @Test
  void whatWasRefusedWorksOnceItIsCorrected() throws SQLException {
    refused(SqlState.INVALID_CONFIG, shop.bareUrl("refresh=auto"), "password is required");
    shop.connect().close();
    assertThat(shop.connector().calls("spec")).hasSize(1);
  }
}
