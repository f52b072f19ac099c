package org.airbytejdbc.connector.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockFileTest {
  @TempDir Path folder;

  @Test
  void isReadAsItWasWritten() throws IOException {
    LockedPackages packages =
        new LockedPackages("3.11", new TreeMap<>(Map.of("tiny==1.0", List.of("aa", "bb"))));
    LockFile locks =
        LockFile.of(
            Map.of(
                "shop",
                new ConnectorLock("source-shop", "tiny 1.0", "s", "c", Optional.of(packages)),
                "crm",
                new ConnectorLock("source-crm", "manifest x", "s", "c", Optional.empty())));

    locks.write(file());

    assertThat(LockFile.read(file())).isEqualTo(locks);
    assertThat(LockFile.read(file()).source("gone")).isEmpty();
    assertThat(Files.readString(file())).contains("\"tiny==1.0\"").endsWith("}\n");
    assertThat(folder.toFile().list()).containsExactly("airbyte.lock");
  }

  @Test
  void thatIsNotThereHoldsNothing() {
    assertThat(LockFile.read(file()).sources()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"version\": 2, \"sources\": {}}", "{\"version\": 1}"})
  void thatIsNoneIsRefusedByItsPath(String content) throws IOException {
    Files.writeString(file(), content);

    ConnectorException error =
        catchThrowableOfType(ConnectorException.class, () -> LockFile.read(file()));

    assertThat(error.kind()).isEqualTo(Kind.LOCK_FILE);
    assertThat(error).hasMessageContaining(file().toString());
    assertThat(error.getMessage()).doesNotContain("REDACTED");
  }

  private Path file() {
    return folder.resolve("airbyte.lock");
  }
}
