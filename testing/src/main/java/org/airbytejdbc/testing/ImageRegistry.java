package org.airbytejdbc.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A registry of images that asks for a login. Closed by who started it. */
public record ImageRegistry(LocalServer server) implements AutoCloseable {
  public static final String USER = "me";
  public static final String PASSWORD = "p-4711";

  /** Of the password, by bcrypt. */
  private static final String HASH = "$2b$05$AkOYazBmXpIArbkpg8GnL.VIjrCjgxLxgnkJDujIFZJU7V2WHHUue";

  /** Whether it has to start: where it is installed, and wherever all has to be tested. */
  public static boolean isExpected() {
    return TestEngine.isDockerExpected() && TestEngine.isExpected("docker-registry");
  }

  /** Starts one that keeps its images in a folder. */
  public static ImageRegistry start(Path folder) throws IOException, InterruptedException {
    Path users = folder.resolve("users");
    Files.writeString(users, USER + ":" + HASH + "\n", StandardCharsets.UTF_8);
    Path config =
        Files.writeString(
            folder.resolve("registry.yml"),
            """
            version: 0.1
            storage: {filesystem: {rootdirectory: %s}}
            auth: {htpasswd: {realm: test, path: %s}}
            """
                .formatted(folder.resolve("images"), users),
            StandardCharsets.UTF_8);
    return new ImageRegistry(
        LocalServer.start(
            "/",
            "env",
            "REGISTRY_HTTP_ADDR=127.0.0.1:" + LocalServer.PORT,
            "docker-registry",
            "serve",
            config.toString()));
  }

  /** What the names of its images begin with, such as {@code 127.0.0.1:5000}. */
  public String name() {
    return server.address().getAuthority();
  }

  @Override
  public void close() {
    server.close();
  }
}
