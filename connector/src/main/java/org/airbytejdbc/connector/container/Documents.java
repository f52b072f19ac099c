package org.airbytejdbc.connector.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.airbytejdbc.connector.launch.Invocation;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A connector's documents as files that only its container has: copied into it, never laid on a
 * disk that others see. Whatever user the image runs as may read them.
 */
final class Documents {
  private static final String FOLDER = "airbyte-jdbc/";
  private static final int READABLE_BY_ALL = 0100444;

  private Documents() {}

  /** Where the container finds the document of that name. */
  static String path(String name) {
    return "/" + FOLDER + Invocation.fileName(name);
  }

  /** All of them, to be unpacked at the container's root. */
  static InputStream archive(Map<String, String> documents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, UTF_8.name())) {
      tar.putArchiveEntry(new TarArchiveEntry(FOLDER));
      tar.closeArchiveEntry();
      for (Map.Entry<String, String> document : documents.entrySet()) {
        byte[] content = document.getValue().getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(path(document.getKey()).substring(1));
        entry.setMode(READABLE_BY_ALL);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
