package org.airbytejdbc.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.airbytejdbc.cache.Cache.Preview;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
  @TempDir Path folder;
  private Lab lab;
  private ScriptedConnector connector;
  private Source source;
  private StreamTable users;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
    connector =
        lab.connector("source-shop").stream("users", "{\"id\": {\"type\": \"integer\"}}").stream(
            "other", "{\"id\": {\"type\": \"integer\"}}");
    give(100_000_000);
    source = lab.source(connector);
    users = lab.table(source, "users");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private void give(int count) {
    connector
        .read(
            """
            {"records": {"stream": "users", "count": %d, "template": {"id": "$i"}}}"""
                .formatted(count))
        .write();
  }

  private Preview preview(long rows) {
    return lab.cache().preview(source, users, rows, Lab.options(false));
  }

  private String count(Preview preview) {
    return lab.value(
        "SELECT count(*), max(id) FROM \"%s\".\"%s\"".formatted(preview.schema(), preview.table()));
  }

  @Test
  void connectorIsStoppedAfterTheRowsThatWereAskedFor() {
    assertThat(count(preview(10))).isEqualTo("10|9");
    long pid = connector.calls("read").get(0).pid();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(connector.calls("read").get(0).streams()).containsExactly("users");
  }

  @Test
  void rowsThatAreThereAreUsedAgainUntilMoreAreAskedForOrTheyAreTooOld() {
    preview(10);
    assertThat(count(preview(5))).isEqualTo("10|9");
    assertThat(connector.calls("read")).hasSize(1);
    assertThat(count(preview(20))).isEqualTo("20|19");
    assertThat(connector.calls("read")).hasSize(2);
    lab.cache()
        .preview(
            source, users, 5, new FreshnessPolicy(Refresh.AUTO, Duration.ZERO), Lab.options(false));
    assertThat(connector.calls("read")).hasSize(3);
  }

  @Test
  void streamWithFewerRowsIsReadToItsEndOnce() {
    give(3);
    assertThat(count(preview(10))).isEqualTo("3|2");
    assertThat(count(preview(1000))).isEqualTo("3|2");
    assertThat(connector.calls("read")).hasSize(1);
  }

  @Test
  void previewNeverPassesForTheStream() {
    give(3);
    preview(10);
    assertThat(lab.cache().everRead(users)).isFalse();
    assertThat(lab.query("FROM shop.users")).isEmpty();
    lab.sync(source, "users");
    assertThat(lab.value("SELECT count(*) FROM shop.users")).isEqualTo("3");
  }
}
