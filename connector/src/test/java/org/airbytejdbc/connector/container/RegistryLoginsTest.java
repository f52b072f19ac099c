package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.AuthConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.launch.ProgramPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RegistryLoginsTest {
  private static final ImageName IMAGE =
      ImageName.of("source-x", Optional.of("registry.example/source-x:1"), Optional.empty());

  @TempDir private Path folder;

  @Test
  void asksTheHelperByTheRegistrysName() throws IOException {
    RegistryLogins logins =
        helper(
            "read name; echo \"{\\\"Username\\\":\\\"me at $name\\\",\\\"Secret\\\":\\\"s\\\"}\"");

    assertThat(logins.of(IMAGE, Cancellation.none()).map(AuthConfig::getUsername))
        .contains("me at registry.example");
  }

  @Test
  void aHelperThatFailsKnowsNoLogin() throws IOException {
    assertThat(helper("echo '{}'; exit 1").of(IMAGE, Cancellation.none()))
        .isEqualTo(Optional.empty());
  }

  @Test
  void cancellingEndsAHelperThatHangsAndItsChildren() throws Exception {
    RegistryLogins logins = helper("sleep 600 & echo $! > " + folder.resolve("child") + "; wait");
    Cancellation cancellation = Cancellation.none();
    CompletableFuture<?> login =
        CompletableFuture.runAsync(
            () ->
                assertThatThrownBy(() -> logins.of(IMAGE, cancellation))
                    .isInstanceOf(ConnectorException.class));
    Path child = folder.resolve("child");
    while (!Files.exists(child) || Files.size(child) == 0) {
      Thread.sleep(10);
    }

    cancellation.cancel(Cancellation.Cause.CANCELLED);

    login.join();
    ProcessHandle.of(Long.parseLong(Files.readString(child).strip()))
        .ifPresent(process -> process.onExit().join());
  }

  private RegistryLogins helper(String script) throws IOException {
    Path program = folder.resolve("docker-credential-test");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Path config = folder.resolve("config.json");
    Files.writeString(config, "{\"credsStore\":\"test\"}");
    return new RegistryLogins(config, new ProgramPath(List.of(folder)));
  }
}
