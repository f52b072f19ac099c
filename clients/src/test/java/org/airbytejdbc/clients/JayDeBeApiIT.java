package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** JayDeBeApi: Python's database interface over a JVM inside the interpreter. */
@ExtendWith(Sources.class)
class JayDeBeApiIT {
  @TempDir private Path folder;

  @Test
  void cursorsFetchRowsInPython(Faker faker, Awkward awkward) {
    assertThat(
            PythonEnvironment.with(folder, "jaydebeapi", "jaydebeapi==1.2.3", "jpype1==1.7.1")
                .run(folder, "notebook.py", Program.JAR.toString(), faker.url(), awkward.url())
                .lines())
        .containsExactly(
            "users 200",
            "columns ['id', 'name']",
            "everything (0, True, 42, 1.5, 'plain', '2024-02-29', '2024-03-10 02:30:00.123456')",
            "everything (2, None, None, None, None, None, None)",
            "error is a DatabaseError");
  }
}
