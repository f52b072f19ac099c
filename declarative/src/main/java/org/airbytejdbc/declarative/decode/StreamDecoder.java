package org.airbytejdbc.declarative.decode;

import java.io.ByteArrayInputStream;
import java.util.Iterator;
import org.airbytejdbc.declarative.http.Response;
import org.jspecify.annotations.Nullable;

/** Reads the body as it is in one format. */
record StreamDecoder(Format format) implements Decoder {
  @Override
  public Iterator<@Nullable Object> decode(Response response) {
    return format.read(new ByteArrayInputStream(response.body()));
  }
}
