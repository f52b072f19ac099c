package org.airbytejdbc.driver.metadata;

import java.util.List;
import org.airbytejdbc.driver.result.MemoryTable;

/** {@code getClientInfoProperties}: what pools and tools usually tell about themselves. */
final class ClientInfo {
  private ClientInfo() {}

  static MemoryTable table() {
    return new MemoryTable(
        MemoryTable.columns(
            "NAME VARCHAR", "MAX_LEN INTEGER", "DEFAULT_VALUE VARCHAR", "DESCRIPTION VARCHAR"),
        List.of(
            List.of("ApplicationName", 0, "", "The program that uses the connection"),
            List.of("ClientHostname", 0, "", "The machine that it runs on"),
            List.of("ClientUser", 0, "", "Who uses it")));
  }
}
