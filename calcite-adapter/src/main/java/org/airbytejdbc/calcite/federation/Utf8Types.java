package org.airbytejdbc.calcite.federation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;

/** Calcite's types with strings of any letters; by default it knows Latin-1 only. */
final class Utf8Types extends JavaTypeFactoryImpl {
  Utf8Types() {
    super(EngineDialect.TYPES);
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }
}
