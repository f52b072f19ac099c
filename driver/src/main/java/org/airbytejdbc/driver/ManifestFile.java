package org.airbytejdbc.driver;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ForwardingConnector;

/**
 * The connector of a manifest in a file, which is read when it is first needed, and again once the
 * file has changed; so its version, too, fails while the file cannot be used. Each look is at the
 * file's attributes alone.
 */
final class ManifestFile implements ForwardingConnector {
  /** What tells one content of the file from another. */
  private record Stamp(FileTime changed, long size, Optional<Object> key) {}

  private record Content(Stamp stamp, Connector connector) {}

  private final String name;
  private final Path file;
  private final Supplier<Connector> reader;
  private volatile Optional<Content> last = Optional.empty();

  /**
   * @param reader reads the file; fails with the exceptions of a connector
   */
  ManifestFile(String name, Path file, Supplier<Connector> reader) {
    this.name = requireNonNull(name, "name");
    this.file = requireNonNull(file, "file");
    this.reader = requireNonNull(reader, "reader");
  }

  private Stamp stamp() {
    try {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(is.lastModifiedTime(), is.size(), Optional.ofNullable(is.fileKey()));
    } catch (IOException e) {
      throw ManifestReader.unreadable(name, e);
    }
  }

  @Override
  public Connector connector() {
    Stamp now = stamp();
    Optional<Content> known = last.filter(content -> content.stamp().equals(now));
    if (known.isEmpty()) {
      known = Optional.of(new Content(now, reader.get()));
      last = known;
    }
    return known.get().connector();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean installed() {
    return true;
  }

  @Override
  public List<String> ways() {
    return last.map(content -> content.connector().ways()).orElse(List.of("its manifest"));
  }
}
