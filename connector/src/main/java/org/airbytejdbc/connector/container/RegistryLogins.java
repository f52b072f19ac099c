package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.model.AuthConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.launch.ProcessTree;
import org.airbytejdbc.connector.launch.ProgramPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The logins that Docker's own client keeps with a helper, a program such as {@code
 * docker-credential-pass} that is asked by the registry's name.
 *
 * @param config Docker's {@code config.json}
 * @param path where helpers are
 */
record RegistryLogins(Path config, ProgramPath path) {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryLogins.class);

  /** What the config file calls Docker Hub. */
  private static final String HUB = "https://index.docker.io/v1/";

  /** The user name that stands for a token. */
  private static final String TOKEN = "<token>";

  /** A helper may ask its user, who needs a while. */
  private static final long SECONDS_TO_ANSWER = 120;

  /**
   * The login for an image, if a helper is to be asked for it and has one.
   *
   * @param cancellation ends the helper with a {@link org.airbytejdbc.connector.ConnectorException}
   */
  Optional<AuthConfig> of(ImageName image, Cancellation cancellation) {
    String registry = image.registry().orElse(HUB);
    JsonNode file = json(config);
    JsonNode own = file.path("credHelpers").path(registry);
    String helper = own.isString() ? own.asString() : file.path("credsStore").asString("");
    return Optional.of(helper)
        .filter(name -> !name.isEmpty())
        .flatMap(name -> path.find("docker-credential-" + name))
        .flatMap(program -> ask(program, registry, cancellation));
  }

  /** A helper that knows no login ends with another code than zero. */
  private static Optional<AuthConfig> ask(
      Path program, String registry, Cancellation cancellation) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "get")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Cancellation.Registration ending = cancellation.onCancel(() -> ProcessTree.kill(process));
      try {
        return answer(process, registry, cancellation);
      } finally {
        ending.close();
        ProcessTree.kill(process);
      }
    } catch (IOException | JacksonException e) {
      LOG.warn("{} gives no login for {}", program, registry);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Read once it has ended: its children may hold the pipe for longer. */
  private static Optional<AuthConfig> answer(
      Process process, String registry, Cancellation cancellation)
      throws IOException, InterruptedException {
    try (OutputStream question = process.getOutputStream()) {
      question.write(registry.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
      throw new IOException("no answer");
    }
    cancellation.throwIfCancelled();
    JsonNode answer = JsonMapper.shared().readTree(process.getInputStream().readAllBytes());
    return process.exitValue() == 0 ? Optional.of(login(answer, registry)) : Optional.empty();
  }

  private static AuthConfig login(JsonNode answer, String registry) {
    String user = answer.path("Username").asString("");
    String secret = answer.path("Secret").asString("");
    AuthConfig login = new AuthConfig().withRegistryAddress(registry);
    return user.equals(TOKEN)
        ? login.withIdentityToken(secret)
        : login.withUsername(user).withPassword(secret);
  }

  private static JsonNode json(Path file) {
    try {
      return Files.isReadable(file)
          ? JsonMapper.shared().readTree(file.toFile())
          : MissingNode.getInstance();
    } catch (JacksonException broken) {
      return MissingNode.getInstance();
    }
  }
}
