package org.airbytejdbc.connector.launch;

import static org.airbytejdbc.connector.launch.RunningConnector.all;
import static org.airbytejdbc.connector.launch.RunningConnector.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConfigInput;
import org.airbytejdbc.connector.config.ConfigResolver;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.TraceMessage;
import org.airbytejdbc.connector.secret.SecretSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector that shouts its secret in every way it can is heard without it. */
class ConnectorSecretsTest {
  private static final String SECRET = "s3cr3t-canary";
  private static final String LOG =
      "{\"message\":{\"type\":\"LOG\",\"log\":{\"level\":\"ERROR\",\"message\":\"with s3cr3t-canary\"}}}";
  private static final String ERROR =
      "{\"message\":{\"type\":\"TRACE\",\"trace\":{\"type\":\"ERROR\",\"error\":{\"message\":\"no s3cr3t-canary\","
          + "\"internal_message\":\"see s3cr3t-canary\"}}}}";
  private static final String LINE = "{\"write\":\"key=s3cr3t-canary\"}";
  private static final String STDERR = "{\"stderr\":\"at s3cr3t-canary\"}";

  @TempDir private Path folder;
  private RunningConnector running;
  private ConnectorConfig config;
  private final List<String> heard = new ArrayList<>();
  private RunOptions options;

  @BeforeEach
  void lay() {
    running = new RunningConnector(folder);
    config =
        new ConfigResolver(List.of(new Vault()))
            .resolve("source-x", ConfigInput.json("{\"key\":\"${KEY}\"}"));
    ConnectorListener listener =
        new ConnectorListener() {
          @Override
          public void log(String connector, LogMessage message) {
            heard.add(message.message());
          }
        };
    options = new RunOptions(Cancellation.none(), Duration.ofMinutes(1), listener);
  }

  @Test
  void readsWithoutShowingASecret() {
    running.script.read(LOG, ERROR, LINE, STDERR, "{\"exit\":1}").write();
    ReadRequest request =
        new ReadRequest(
            config,
            RunningConnector.request(new StateInput.None()).catalog(),
            new StateInput.None());
    try (MessageStream run = running.connector.read(request, options)) {
      assertThat(run.next())
          .get()
          .isInstanceOf(TraceMessage.Failure.class)
          .asString()
          .doesNotContain(SECRET);
      assertThat(failure(run).getMessage())
          .contains("no ***", "see ***", "with ***", "at ***")
          .doesNotContain(SECRET);
    }
    assertThat(heard).containsExactly("with ***", "key=***");
    assertThat(running.script.calls("read").get(0).config().path("key").asString())
        .isEqualTo(SECRET);
  }

  @Test
  void checksWithoutShowingASecret() {
    running.script.check("{\"status\":\"FAILED\",\"message\":\"401 for s3cr3t-canary\"}").write();

    assertThat(running.connector.check(config, options).message()).isEqualTo("401 for ***");
  }

  @Test
  void keepsRecordsAsTheyAre() {
    running.script.read("{\"record\":[\"users\",{\"id\":\"s3cr3t-canary\"}]}").write();
    ReadRequest request =
        new ReadRequest(
            config,
            RunningConnector.request(new StateInput.None()).catalog(),
            new StateInput.None());
    try (MessageStream run = running.connector.read(request, options)) {
      assertThat(all(run))
          .extracting(RunningConnector::data)
          .containsExactly("{\"id\":\"s3cr3t-canary\"}");
    }
  }

  /** Holds one secret under any name. */
  private static final class Vault implements SecretSource {
    @Override
    public Optional<String> find(String name) {
      return Optional.of(SECRET);
    }

    @Override
    public String description() {
      return "the vault";
    }
  }
}
