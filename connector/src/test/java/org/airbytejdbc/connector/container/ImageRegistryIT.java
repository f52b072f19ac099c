package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AuthConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.lock.ConnectorLock;
import org.airbytejdbc.testing.ImageRegistry;
import org.airbytejdbc.testing.ScriptedConnector;
import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Images come from a registry that asks for a login, and are held to what they were. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
    value = "org.airbytejdbc.testing.ImageRegistry#isExpected",
    disabledReason = "docker-registry or dockerd is not installed: no image is pulled")
class ImageRegistryIT {
  private static final AuthConfig LOGIN =
      new AuthConfig().withUsername(ImageRegistry.USER).withPassword(ImageRegistry.PASSWORD);

  private TestEngine engine;
  private ImageRegistry registry;
  private DockerClient client;
  private Path folder;
  private ContainerLab lab;
  private Map<String, String> environment;

  @BeforeAll
  void start(@TempDir Path images) throws Exception {
    engine = TestEngine.start(TestEngine.Kind.DOCKER);
    registry = ImageRegistry.start(images);
    client =
        Engine.open(
                new EngineAddress(engine.environment().get("DOCKER_HOST"), Optional.empty(), "x"),
                images)
            .client();
  }

  @AfterAll
  void stop() throws IOException {
    client.close();
    registry.close();
    engine.close();
  }

  @BeforeEach
  void lay(@TempDir Path empty) throws IOException {
    folder = empty;
    lab =
        new ContainerLab(
            engine, folder, new ScriptedConnector(folder, "source-scripted").stream("users", "{}"));
    TestEngine.open(lab.script());
    environment = new HashMap<>(engine.environment());
    environment.put("DOCKER_CONFIG", folder.toString());
    environment.put("PATH", folder + ":/usr/bin:/bin");
    helper(ImageRegistry.PASSWORD);
    config("{\"credsStore\": \"test\"}");
  }

  @Test
  void theLoginIsTheHelpers() throws Exception {
    String image = pushed("login");

    assertThat(connector(image).spec(RunOptions.defaults())).isNotNull();

    assertThat(Files.readString(folder.resolve("asked"))).isEqualTo("get " + registry.name());
  }

  @Test
  void aRegistryMayHaveAHelperOfItsOwn() throws Exception {
    String image = pushed("own");
    config(
        "{\"credsStore\": \"other\", \"credHelpers\": {\"%s\": \"test\"}}"
            .formatted(registry.name()));

    assertThat(connector(image).spec(RunOptions.defaults())).isNotNull();
  }

  @Test
  void withoutALoginOrWithAWrongOneTheImageIsDenied() throws Exception {
    String image = pushed("denied");
    helper("wrong");
    assertDenied(image);

    Files.delete(folder.resolve("docker-credential-test"));
    assertDenied(image);
  }

  @Test
  void aLockedImageStaysThoughItsTagMovesOn() throws Exception {
    String image = pushed("moving");
    ConnectorLock lock = lock(image, Optional.empty());
    assertThat(lock.runs()).matches(image + "@sha256:[0-9a-f]{64}");

    client.removeImageCmd(lock.runs()).withForce(true).exec();
    pushed("moving");
    List<String> steps = new ArrayList<>();
    RunOptions heard =
        new RunOptions(Cancellation.none(), Duration.ofMinutes(1), ConnectorListener.SILENT)
            .heardBy(hearing(steps));
    Connector held = finder().find(reference(image), lock);

    assertThat(held.discover(ContainerLab.CONFIG, heard).streams()).hasSize(1);
    assertThat(steps).contains("pulling " + lock.runs());
    assertThat(lock(image, Optional.of(lock))).isEqualTo(lock);
  }

  @Test
  void anImageThatNoRegistryHasIsRefusedOnceItIsAnotherWithBothIds() throws Exception {
    String image = "airbyte/source-own:1";
    made(image);
    ConnectorLock lock = lock(image, Optional.empty());
    Connector held = finder().find(reference(image), lock);
    assertThat(held.check(ContainerLab.CONFIG, RunOptions.defaults()).succeeded()).isTrue();

    made(image);
    ConnectorException refused =
        catchThrowableOfType(
            ConnectorException.class,
            () -> held.read(ContainerLab.request(), RunOptions.defaults()));

    assertThat(refused.kind()).isEqualTo(Kind.LOCK_FILE);
    assertThat(refused.getMessage())
        .containsPattern(
            "locked as " + image + " sha256:[0-9a-f]{64} and is now " + image + " sha");
    assertThat(engine.containers()).isEmpty();
  }

  @Test
  void anotherImageThanTheLockedIsRefusedByItsName() {
    ConnectorLock lock =
        new ConnectorLock(
            "source-x", "airbyte/source-own:1 sha256:1", "spec", "catalog", Optional.empty());

    ConnectorException refused =
        catchThrowableOfType(
            ConnectorException.class, () -> finder().find(reference("airbyte/source-own:2"), lock));

    assertThat(refused).hasMessageContaining("is now airbyte/source-own:2");
  }

  private void assertDenied(String image) {
    ConnectorException denied =
        catchThrowableOfType(
            ConnectorException.class, () -> connector(image).spec(RunOptions.defaults()));
    assertThat(denied.kind()).isEqualTo(Kind.IMAGE_UNAVAILABLE);
    assertThat(denied.guidance()).hasValueSatisfying(it -> assertThat(it).contains("docker login"));
  }

  /** A new image at the registry, which the engine has no more. */
  private String pushed(String name) throws InterruptedException {
    String image = registry.name() + "/airbyte/source-" + name + ":1";
    made(image);
    client.pushImageCmd(image).withAuthConfig(LOGIN).start().awaitCompletion();
    client.removeImageCmd(image).exec();
    return image;
  }

  /** A new image of that name, unlike any other. */
  private void made(String image) {
    String container = client.createContainerCmd(TestEngine.IMAGE).exec().getId();
    String repository = image.substring(0, image.lastIndexOf(':'));
    client.commitCmd(container).withRepository(repository).withTag("1").exec();
    client.removeContainerCmd(container).exec();
  }

  private void helper(String secret) throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("docker-credential-test"),
            """
            #!/bin/sh
            server=$(cat)
            printf '%%s %%s' "$1" "$server" > %s/asked
            printf '{"ServerURL":"%%s","Username":"%s","Secret":"%s"}' "$server"
            """
                .formatted(folder, ImageRegistry.USER, secret));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private void config(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
  }

  private static ConnectorListener hearing(List<String> steps) {
    return new ConnectorListener() {
      @Override
      public void preparing(String connector, String step) {
        steps.add(step);
      }
    };
  }

  private Connector connector(String image) {
    return finder().find(reference(image));
  }

  private ConnectorLock lock(String image, Optional<ConnectorLock> before) {
    return finder().lock(reference(image), before, ContainerLab.CONFIG, RunOptions.defaults());
  }

  private ConnectorFinder finder() {
    return new ConnectorFinder(folder.resolve("home"), environment);
  }

  private ConnectorReference reference(String image) {
    return ConnectorReference.of("source-x")
        .inContainer(lab.settings(image, Optional.empty(), "none"));
  }
}
