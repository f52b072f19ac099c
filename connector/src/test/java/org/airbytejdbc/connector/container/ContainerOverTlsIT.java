package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.testing.ScriptedConnector;
import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is reached as a remote one is: over TCP, with TLS that shows both sides. */
@Timeout(120)
@EnabledIf(
    value = "org.airbytejdbc.testing.TestEngine#isDockerExpected",
    disabledReason = "dockerd is not installed: its containers are not tested")
class ContainerOverTlsIT {
  @Test
  void readsWhatTheSocketWouldGive(@TempDir Path folder) throws Exception {
    TestCertificates keys = new TestCertificates(folder);
    Path client = keys.create("client", "RSA", "2048");
    Path ours = keys.lay("ours", client, "PRIVATE KEY", TestCertificates.key(client));
    Path theirs =
        keys.lay("theirs", keys.server(), "PRIVATE KEY", TestCertificates.key(keys.server()));
    int port = freePort();
    ScriptedConnector script =
        new ScriptedConnector(folder, "source-scripted")
            .stream("users", "{\"id\":{}}")
                .read(
                    "{\"records\":{\"stream\":\"users\",\"count\":30000,\"template\":{\"id\":\"$i\"}}}");
    try (TestEngine engine =
        TestEngine.start(
            TestEngine.Kind.DOCKER,
            List.of(
                "--host=tcp://127.0.0.1:" + port,
                "--tlsverify",
                "--tlscacert=" + ours.resolve("cert.pem"),
                "--tlscert=" + theirs.resolve("cert.pem"),
                "--tlskey=" + theirs.resolve("key.pem")))) {
      Map<String, String> environment =
          Map.of(
              "DOCKER_HOST",
              "tcp://127.0.0.1:" + port,
              "DOCKER_TLS_VERIFY",
              "1",
              "DOCKER_CERT_PATH",
              ours.toString());
      TestEngine.open(script);
      ContainerSettings settings =
          new ContainerLab(engine, folder, script)
              .settings(TestEngine.IMAGE, Optional.empty(), "none");
      Connector connector =
          new ProcessConnector(
              "source-x",
              new ContainerLauncher(
                  "source-x", Optional.empty(), settings, folder.resolve("home"), environment));

      assertThat(ContainerLab.said(connector.read(ContainerLab.request(), RunOptions.defaults())))
          .hasSize(30_000);
      assertThat(engine.containers()).isEmpty();
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
