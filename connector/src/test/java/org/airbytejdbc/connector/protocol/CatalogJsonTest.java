package org.airbytejdbc.connector.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogJsonTest {
  private static final AirbyteStream FULL =
      new AirbyteStream(
          StreamName.of("ns \"1\"", "Users/é"),
          "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"number\",\"multipleOf\":0.10}}}",
          Set.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL),
          true,
          List.of("meta", "at"),
          List.of(List.of("id"), List.of("a", "b")),
          true);

  @Test
  void readsWhatItWrites() {
    AirbyteStream bare =
        new AirbyteStream(StreamName.of("bare"), "{}", Set.of(SyncMode.FULL_REFRESH));
    AirbyteCatalog catalog = new AirbyteCatalog(List.of(FULL, bare));

    assertThat(CatalogJson.read(CatalogJson.write(catalog))).isEqualTo(catalog);
  }

  @Test
  void readsExplicitNullsAsAbsent() {
    assertThat(
            CatalogJson.read(
                "{\"streams\":[{\"name\":\"a\",\"namespace\":null,\"json_schema\":{},"
                    + "\"supported_sync_modes\":null,\"source_defined_cursor\":null,"
                    + "\"default_cursor_field\":null,\"source_defined_primary_key\":null,\"is_resumable\":null}]}"))
        .isEqualTo(
            new AirbyteCatalog(
                List.of(
                    new AirbyteStream(StreamName.of("a"), "{}", Set.of(SyncMode.FULL_REFRESH)))));
  }

  @Test
  void readsLoosePathsAndUnknownModes() {
    AirbyteStream stream =
        CatalogJson.read(
                "{\"streams\":[{\"name\":\"a\",\"json_schema\":{},"
                    + "\"supported_sync_modes\":[\"incremental\",\"later\"],"
                    + "\"default_cursor_field\":\"at\",\"source_defined_primary_key\":[\"id\",[]]}]}")
            .streams()
            .get(0);

    assertThat(stream.supportedSyncModes()).containsExactly(SyncMode.INCREMENTAL);
    assertThat(stream.defaultCursorField()).containsExactly("at");
    assertThat(stream.primaryKey()).containsExactly(List.of("id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"streams\":{}}",
        "{\"streams\":[1]}",
        "{\"streams\":[{\"name\":\"a\"}]}",
        "{\"streams\":[{\"json_schema\":{}}]}"
      })
  void refusesWhatIsNoCatalog(String json) {
    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> CatalogJson.read(json))
        .matches(e -> e.kind() == Kind.PROTOCOL_VIOLATION);
  }
}
