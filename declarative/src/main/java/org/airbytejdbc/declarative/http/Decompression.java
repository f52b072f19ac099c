package org.airbytejdbc.declarative.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes the {@code Content-Encoding} of a response, never into more bytes than allowed. */
final class Decompression {
  /** The low bits of zlib's first byte, which a raw stream of deflate does not begin with. */
  private static final int ZLIB = 8;

  private final long bytes;

  Decompression(long bytes) {
    this.bytes = bytes;
  }

  /** The body as it was before the encodings, which are listed in the order they were applied. */
  byte[] decode(byte[] body, String encodings) throws IOException {
    String[] names = encodings.toLowerCase(Locale.ROOT).split(",");
    byte[] decoded = body;
    for (int i = names.length - 1; i >= 0; i--) {
      decoded = decodeOne(decoded, names[i].strip());
    }
    return decoded;
  }

  private byte[] decodeOne(byte[] body, String encoding) throws IOException {
    if (body.length == 0) {
      return body;
    }
    return switch (encoding) {
      case "gzip", "x-gzip" -> all(new GZIPInputStream(new ByteArrayInputStream(body)));
      case "deflate" -> all(inflated(body));
      default -> body;
    };
  }

  /** Both what the standard means by deflate and what some servers take it for. */
  private static InputStream inflated(byte[] body) {
    boolean raw = (body[0] & 0xf) != ZLIB;
    return new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(raw));
  }

  private byte[] all(InputStream from) throws IOException {
    try (InputStream bounded = new BoundedStream(from, bytes)) {
      return bounded.readAllBytes();
    }
  }
}
