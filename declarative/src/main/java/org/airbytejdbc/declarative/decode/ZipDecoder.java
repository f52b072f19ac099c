package org.airbytejdbc.declarative.decode;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.airbytejdbc.declarative.http.BoundedStream;
import org.airbytejdbc.declarative.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * The values of all files in a ZIP archive, one file after the other.
 *
 * @param bytes that a file may decompress to
 */
record ZipDecoder(Format inner, long bytes) implements Decoder {
  @Override
  public Iterator<@Nullable Object> decode(Response response) {
    var archive = new ZipInputStream(new ByteArrayInputStream(response.body()));
    return new LazyValues("ZIP archive", new Files(archive, inner, bytes)::find);
  }

  /** Goes from file to file, and through the values of each. */
  private static final class Files {
    private final ZipInputStream archive;
    private final Format inner;
    private final long bytes;
    private Iterator<@Nullable Object> values = Collections.emptyIterator();
    private boolean any;

    Files(ZipInputStream archive, Format inner, long bytes) {
      this.archive = archive;
      this.inner = inner;
      this.bytes = bytes;
    }

    boolean find(Deque<Optional<Object>> found) throws IOException {
      if (values.hasNext()) {
        found.add(Optional.ofNullable(values.next()));
        return true;
      }
      ZipEntry file = archive.getNextEntry();
      if (file == null) {
        if (!any) {
          throw new IOException("it has no files");
        }
        return false;
      }
      any = true;
      if (!file.isDirectory()) {
        values = inner.read(new BoundedStream(new Unclosed(archive), bytes));
      }
      return true;
    }
  }

  /** Whoever reads one file does not close the archive. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream archive) {
      super(archive);
    }

    @Override
    public void close() {}
  }
}
