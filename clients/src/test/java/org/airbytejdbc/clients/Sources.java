package org.airbytejdbc.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the two {@link Source}s. All classes share them, so that a stream is read once,
 * whichever client asks for it first.
 */
final class Sources implements ParameterResolver {
  /** The sources in a folder that is theirs. */
  private record Both(Path folder, Faker faker, Awkward awkward) implements AutoCloseable {
    static Both make() {
      try {
        Path folder = Files.createTempDirectory("airbyte-clients");
        return new Both(folder, Faker.in(folder), Awkward.in(folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return Source.class.isAssignableFrom(parameter.getParameter().getType());
  }

  @Override
  public Source resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    Both both =
        extension
            .getRoot()
            .getStore(Namespace.create(Sources.class))
            .computeIfAbsent(Both.class, key -> Both.make(), Both.class);
    return parameter.getParameter().getType() == Faker.class ? both.faker() : both.awkward();
  }
}
