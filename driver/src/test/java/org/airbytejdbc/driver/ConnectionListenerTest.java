package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.airbytejdbc.cache.SyncReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application hears what its connections do, and disturbs none by failing at it. */
class ConnectionListenerTest {
  private static final String RENEWED =
      """
      {"message": {"type": "CONTROL", "control": {"type": "CONNECTOR_CONFIG", "emitted_at": 1,
        "connectorConfig": {"config": {"password": "renewed"}}}}}
      """;

  @TempDir private Path folder;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void theApplicationHearsOfSyncsAndOfChangedConfigs() throws Exception {
    assertThat(
            countedBy(
                new ConnectionListener() {
                  @Override
                  public void started(String source, List<String> tables) {
                    heard.add("started " + source + " " + tables);
                  }

                  @Override
                  public void configChanged(String connector, String config) {
                    heard.add("changed " + connector + " " + config);
                  }

                  @Override
                  public void finished(SyncReport report) {
                    heard.add("finished " + report.streams().get(0).records());
                  }
                }))
        .containsExactly("10");
    assertThat(heard)
        .containsExactly(
            "started shop [events]",
            "changed source-shop {\"password\":\"renewed\"}",
            "finished 10");
  }

  @Test
  void aListenerThatFailsDisturbsNoStatement() throws Exception {
    assertThat(
            countedBy(
                new ConnectionListener() {
                  @Override
                  public void started(String source, List<String> tables) {
                    heard.add("started");
                    throw new IllegalStateException("of the application's own");
                  }
                }))
        .containsExactly("10");
    assertThat(heard).containsExactly("started");
  }

  private List<String> countedBy(ConnectionListener listener) throws Exception {
    try (BadShop shop = new BadShop(folder)) {
      shop.connector().read(RENEWED, BadShop.TEN_EVENTS).write();
      AirbyteDataSource source = new AirbyteDataSource();
      source.setUrl(shop.url());
      source.setListener(listener);
      try (Connection connection = source.getConnection()) {
        return BadShop.rows(connection, "SELECT count(*) FROM events");
      }
    }
  }
}
