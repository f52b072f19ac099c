package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import sqlline.SqlLine;

/** sqlline, a shell, with a script of its commands and of SQL. */
@ExtendWith(Sources.class)
class SqllineIT {
  @TempDir private Path folder;

  @Test
  void aScriptRuns(Faker faker) throws IOException {
    assertThat(
            run(
                faker,
                """
                !tables
                !columns users
                !primarykeys users
                !metadata getCatalogs
                !set isolation TRANSACTION_READ_COMMITTED
                SELECT count(*) AS counted FROM users;
                -- a comment
                SELECT name FROM users WHERE id = 1;
                !autocommit off
                !commit
                !rollback
                """))
        .contains("'faker','users','TABLE'", "'counted'", "'" + Faker.USERS + "'")
        .doesNotContain("Error:");
  }

  @Test
  void rowsArePrintedWithAllTheirTypes(Awkward awkward) throws IOException {
    assertThat(
            run(
                awkward,
                """
                SELECT * FROM everything ORDER BY id;
                SELECT * FROM hostile ORDER BY id;
                SELECT * FROM "select";
                """))
        .contains("'42'", "'12.34'", "'2024-02-29'", "'row 2'")
        .doesNotContain("Error:");
  }

  @Test
  void anErrorIsPrintedAndTheNextStatementRuns(Awkward awkward) throws IOException {
    assertThat(run(awkward, "SELECT nothing FROM everything;\nSELECT 'still' || ' here';\n"))
        .contains("Error:", "nothing", "'still here'");
  }

  private String run(Source source, String script) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("script.sql"), "!set outputformat csv\n!set force true\n" + script);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    SqlLine shell = new SqlLine();
    shell.setOutputStream(output);
    shell.setErrorStream(output);
    shell.begin(
        new String[] {"-u", source.url(), "-n", "", "-p", "", "-f", file.toString()}, null, false);
    return output.toString(StandardCharsets.UTF_8);
  }
}
