package org.airbytejdbc.cache.catalog;

import java.util.List;
import org.airbytejdbc.connector.Sha256;

/** A number that differs when tables or columns do, in any source and any JVM. */
final class CatalogVersion {
  private static final int HEX_DIGITS_OF_A_LONG = 16;

  private CatalogVersion() {}

  static long of(List<StreamTable> tables) {
    StringBuilder content = new StringBuilder();
    for (StreamTable table : tables) {
      content.append(table.sqlName()).append(ColumnsJson.write(table.columns()));
      content.append(table.primaryKey()).append('\n');
    }
    String hash = Sha256.of(content.toString());
    return Long.parseUnsignedLong(hash.substring(0, HEX_DIGITS_OF_A_LONG), 16);
  }
}
