package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.LoadedTable.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BatchLoadTest {
  private static final Column ID = column("id", Simple.INTEGER);

  private LoadedTable table = new LoadedTable(ID, column("name", Simple.STRING));

  @AfterEach
  void closeTable() {
    table.close();
  }

  @Test
  void recordsAreStoredInTheirOrderWhateverTheirNumber() {
    String[] records =
        IntStream.range(0, 300_000).mapToObj(i -> "{\"id\":" + i + "}").toArray(String[]::new);

    assertThat(table.load(records).rows()).isEqualTo(records.length);

    assertThat(table.query("SELECT count(*) FROM orders WHERE id <> rowid")).containsExactly("0");
  }

  @Test
  void aMissingKeyIsNull() {
    table.load("{\"id\":1}", "{}", "{\"name\":\"a\",\"id\":null}");
    assertThat(table.values("id")).containsExactly("1", null, null);
    assertThat(table.values("name")).containsExactly(null, null, "a");
  }

  @Test
  void keysMayComeInAnyOrderWithSpaceAndEscapes() {
    table.load("{ \"name\" : \"a\" , \"id\" : 1 }", "{\"\\u0069d\":2,\"n\\u0061me\":\"b\"}");
    assertThat(table.values("id")).containsExactly("1", "2");
    assertThat(table.values("name")).containsExactly("a", "b");
  }

  @Test
  void metadataTellsWhenAndWhichRecord() {
    table.load("{\"id\":1}", "{\"id\":1.5}");
    assertThat(table.values("_airbyte_extracted_at")).containsOnly("2026-11-22 15:00:25.238+00");
    assertThat(table.values("_airbyte_raw_id")).doesNotHaveDuplicates();
    assertThat(table.values("uuid_extract_version(_airbyte_raw_id::UUID)")).containsOnly("7");
    assertThat(table.values("_airbyte_meta").get(0)).isEqualTo("{}");
  }

  @Test
  void theRecordsOwnMetaIsKeptAndChangesAreAdded() {
    String own =
        "{\"changes\":[{\"field\":\"name\",\"change\":\"NULLED\",\"reason\":\"SOURCE_RETRIEVAL_ERROR\"}],\"sync_id\":7}";
    String before = "{\"type\":\"RECORD\",\"record\":{\"meta\":" + own + ",\"data\":";
    try (Batch plain = table.batch(LoadedTable.message(before, "{\"id\":1}", "}}"));
        Batch changed = table.batch(LoadedTable.message(before, "{\"id\":\"x\"}", "}}"))) {
      assertThat(table.load(plain).changed()).isZero();
      assertThat(table.load(changed).changed()).isEqualTo(1);
    }
    assertThat(table.values("_airbyte_meta"))
        .containsExactly(
            own,
            own.replace(
                "}],",
                "},{\"field\":\"id\",\"change\":\"NULLED\",\"reason\":\"DESTINATION_TYPECAST_ERROR\",\"value\":\"x\"}],"));
  }

  @Test
  void oneValueThatIsNotPlainKeepsAllRowsAndTellsWhichChanged() {
    LoadResult result = table.load("{\"id\":1,\"name\":\"a\"}", "{\"id\":\"x\",\"name\":5.50}");

    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.changed()).isEqualTo(1);
    assertThat(table.values("id")).containsExactly("1", null);
    assertThat(table.values("name")).containsExactly("a", "5.50");
    assertThat(table.values("_airbyte_meta->>'$.changes[0].field'")).containsExactly(null, "id");
  }

  @Test
  void theLastOfARepeatedKeyCounts() {
    LoadResult result = table.load("{\"id\":\"x\",\"id\":2}");
    assertThat(result.changed()).isZero();
    assertThat(table.values("id")).containsExactly("2");
  }

  @Test
  void anIntegerColumnIsWidenedForTheValueThatNeedsIt() {
    table.load("{\"id\":1}");
    LoadResult result = table.load("{\"id\":99999999999999999999}");

    assertThat(result.widened()).containsExactly(column("id", Simple.BIG_INTEGER));
    assertThat(result.changed()).isZero();
    assertThat(table.values("id")).containsExactly("1", "99999999999999999999");
    assertThat(table.values("typeof(id)")).containsOnly("HUGEINT");
  }

  @Test
  void undeclaredFieldsAreNamedButNotMany() {
    assertThat(table.load("{\"id\":1,\"x\":[1],\"\\u0079\":{}}").undeclared())
        .containsExactlyInAnyOrder("x", "y");
    assertThat(table.load("{\"id\":1.5,\"x\":1}").undeclared()).containsExactly("x");
    String[] records =
        IntStream.range(0, 1000).mapToObj(i -> "{\"k" + i + "\":0}").toArray(String[]::new);
    assertThat(table.load(records).undeclared()).hasSize(LoadResult.UNDECLARED_LIMIT);
  }

  @Test
  void undeclaredFieldsCanBeKept() {
    table.close();
    table = LoadedTable.withUndeclared(ID);
    table.load("{\"id\":1}", "{\"x\":1.10,\"id\":2,\"y z\":[{\"a\":\"\u00e9\"}]}");
    assertThat(table.values("_airbyte_undeclared"))
        .containsExactly(null, "{\"x\":1.10,\"y z\":[{\"a\":\"\u00e9\"}]}");
  }

  @Test
  void anEnvelopeThatIsNotPlainTakesTheStrictWay() {
    for (String after :
        List.of(
            ",\"emitted_at\":1,\"meta\":{\"note\":\"\\ud800\"}}}",
            ",\"emitted_at\":1795359625238.25}}",
            ",\"emitted_at\":1,\"emitted_at\":2}}",
            ",\"emitted_at\":1},\"more\":\"\\ud800\"}")) {
      try (Batch batch =
          table.batch(
              LoadedTable.record("{\"id\":1}"),
              LoadedTable.message("{\"record\":{\"data\":", "{\"id\":2}", after))) {
        assertThat(batch.isPlain()).as(after).isFalse();
        table.load(batch);
      }
    }
    assertThat(table.values("id")).containsExactly("1", "2", "1", "2", "1", "2", "1", "2");
    assertThat(table.values("epoch_us(_airbyte_extracted_at)"))
        .containsOnly("1795359625238000", "1000", "1795359625238250", "2000");
  }

  @Test
  void anEnvelopeMayHaveItsPartsInAnyOrder() {
    try (Batch batch =
        table.batch(
            LoadedTable.message(
                "{\"record\": {\"emitted_at\": 5, \"data\": ",
                "{\"id\":1}",
                ", \"meta\": null, \"stream\": \"orders\"}, \"type\": \"RECORD\"}"),
            LoadedTable.message(
                "{\"record\": {\"data\": ",
                "{\"id\":2}",
                ", \"meta\": {\"a\" : \"\\u00e9\"}}, \"more\": [1, {\"emitted_at\": 7}]}"),
            LoadedTable.message("{\"record\": {\"data\": ", "{\"id\":3}", "}}"))) {
      assertThat(batch.isPlain()).isTrue();
      table.load(batch);
    }
    assertThat(table.values("epoch_ms(_airbyte_extracted_at)")).containsExactly("5", null, null);
    assertThat(table.values("_airbyte_meta")).containsExactly("{}", "{\"a\":\"\u00e9\"}", "{}");
  }

  @Test
  void recordsKeepTheirOrderWhereTheirWaysPart() {
    table.load("{\"id\":1}", "{\"id\":2}", "{\"id\":\"x\"}", "{\"id\":4}", "{\"id\":5}");
    assertThat(table.values("id")).containsExactly("1", "2", null, "4", "5");
  }

  @Test
  void aLineThatIsNoJsonFailsTheLoadAndShowsNothingOfIt() {
    try (Batch batch = table.batch("{\"id\":1}", "{\"id\":2,\"name\":s3cret}")) {
      CacheException failed = catchThrowableOfType(CacheException.class, () -> table.load(batch));

      assertThat(failed.kind()).isEqualTo(Kind.BAD_RECORD);
      assertThat(failed).hasMessageContaining("shop.orders");
      assertThat(Throwables.getStackTrace(failed)).doesNotContain("s3cret");
    }
    assertThat(table.values("id")).as("nothing of the batch").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"012", "-", "1.", "1.e5", "1e", "+1", "0x1", "1.2.3", ".5", "--1", "00"})
  void aNumberThatJsonHasNotIsNone(String number) {
    for (String field : List.of("id", "name", "more")) {
      String data = "{\"" + field + "\":" + number + "}";
      assertThat(catchThrowableOfType(CacheException.class, () -> table.load(data)).kind())
          .as(field)
          .isEqualTo(Kind.BAD_RECORD);
    }
    assertThat(table.values("id")).isEmpty();
  }

  @Test
  void workThatFailsIsRolledBack() {
    try (Batch batch = table.batch("{\"id\":1}")) {
      assertThatThrownBy(
              () ->
                  table.inTransaction(
                      transaction -> {
                        BatchLoad.load(transaction, batch, table.target());
                        throw new IllegalStateException("state could not be stored");
                      }))
          .hasMessage("state could not be stored");
    }
    assertThat(table.values("id")).isEmpty();
  }

  @Test
  void hostileFieldNamesAreJustNames() {
    loadFieldsNamed(
        "a\"b", "it's", "a.b[0]", "x".repeat(300), "😀", " ", "$", "select", "../x", "a\\b");
    assertThat(table.query("SELECT count(*) FROM orders WHERE COLUMNS('^c[0-9]+$') = 'v'"))
        .containsExactly("2");
  }

  @Test
  void fieldNamesThatTheEngineHasNoWordForAreJustNamesToo() {
    loadFieldsNamed("", "a", "nul\0");
    assertThat(table.query("SELECT count(*) FROM orders WHERE COLUMNS('^c[0-9]+$') = 'v'"))
        .containsExactly("2");
  }

  private void loadFieldsNamed(String... names) {
    table.close();
    table =
        new LoadedTable(
            IntStream.range(0, names.length)
                .mapToObj(i -> new Column("c" + i, names[i], Simple.STRING, ""))
                .toArray(Column[]::new));
    ObjectNode data = JsonMapper.shared().createObjectNode();
    for (String name : names) {
      data.put(name, "v");
    }
    table.load(data.toString());
    table.loadStrictly(data.toString());
  }

  @Test
  void fieldsThatDifferInCaseOnlyAreToldApart() {
    table.close();
    table =
        new LoadedTable(
            new Column("id", "Id", Simple.INTEGER, ""),
            new Column("id_2", "id", Simple.INTEGER, ""));
    table.load("{\"Id\":1,\"id\":2}");
    assertThat(table.values("id")).containsExactly("1");
    assertThat(table.values("id_2")).containsExactly("2");
  }

  @Test
  void aTableWithoutFieldsKeepsItsRecords() {
    table.close();
    table = new LoadedTable();
    assertThat(table.load("{}", "{\"x\":1}").rows()).isEqualTo(2);
  }

  @Test
  void aBatchWithoutRecordsIsNothing() {
    assertThat(table.load(new String[0])).isEqualTo(LoadResult.EMPTY);
  }

  @Test
  void aVeryLongLineIsLoadedBothWays() {
    String data = "{\"id\":1,\"name\":\"" + "é".repeat(10_000_000) + "\"}";
    table.load(data);
    table.loadStrictly(data);
    assertThat(table.values("length(name)")).containsExactly("10000000", "10000000");
  }

  @Test
  void endlessNumbersAndDeepNestingAreNoDanger() {
    String digits = "9".repeat(100_000);
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    table.load("{\"id\":" + digits + ",\"name\":" + deep + "}");
    assertThat(table.values("id")).containsExactly((String) null);
    assertThat(table.values("name")).containsExactly(deep);
    assertThat(table.values("_airbyte_meta->>'$.changes[0].value'")).containsExactly(digits);
  }
}
