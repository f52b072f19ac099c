package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice Base, remote controlled. It has to be installed: Maven's profile office tells so. */
@ExtendWith(Sources.class)
class LibreOfficeIT {
  /** Where Debian's package python3-uno is to be found, whatever Python is on the path. */
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir private Path folder;

  @Test
  void tablesAndQueriesAreOpened(Awkward awkward) {
    List<String> command =
        List.of(
            PYTHON,
            Program.script(folder, "office.py").toString(),
            folder.toString(),
            Program.JAR.toString(),
            awkward.url());
    assertThat(Program.run(folder, command).lines())
        .containsExactly(
            "tables 500",
            "columns id, boolean, integer, number, decimal",
            "table 3 rows from 0",
            "table 3 rows from 0",
            "query 3 rows from 0");
  }
}
