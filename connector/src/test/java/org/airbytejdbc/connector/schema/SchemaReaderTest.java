package org.airbytejdbc.connector.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SchemaReaderTest {
  private static final String DEFINITIONS =
      "\"definitions\":{\"day\":{\"type\":\"string\",\"format\":\"date\"},"
          + "\"circle\":{\"$ref\":\"#/definitions/circle\"},"
          + "\"nested\":{\"oneOf\":[{\"$ref\":\"#/definitions/nested\"},{\"oneOf\":[{\"$ref\":\"#/definitions/nested\"}]}]},"
          + "\"record\":{\"properties\":{\"b\":{\"type\":\"integer\"}}}}";

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("types")
  void readsTypes(String schema, String type) {
    StreamSchema read = read("\"properties\":{\"field\":" + schema + "}");

    assertThat(read.fields())
        .singleElement()
        .extracting(field -> written(field.type()))
        .isEqualTo(type);
  }

  static Stream<Arguments> types() throws IOException {
    try (InputStream file = SchemaReaderTest.class.getResourceAsStream("types.json")) {
      return JsonMapper.shared()
          .readTree(file)
          .valueStream()
          .map(row -> Arguments.of(row.get("schema").toString(), row.get("type").asString()));
    }
  }

  @Test
  void keepsTheOrderAndTheDescriptions() {
    assertThat(
            read("\"properties\":{\"z\":{\"type\":\"string\",\"description\":\"last\"},\"a\":{}}")
                .fields())
        .containsExactly(
            new StreamField("z", Simple.STRING, "last"), new StreamField("a", Simple.JSON, ""));
  }

  @Test
  void findsFieldsThatTheSchemaRefersTo() {
    assertThat(read("\"$ref\":\"#/definitions/record\"").fields())
        .containsExactly(new StreamField("b", Simple.INTEGER, ""));
  }

  @Test
  void combinesTheFieldsOfItsParts() {
    String a = "{\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}}}";

    assertThat(read("\"allOf\":[" + a + ",{\"$ref\":\"#/definitions/record\"}]").fields())
        .containsExactly(
            new StreamField("a", Simple.STRING, ""), new StreamField("b", Simple.JSON, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "true",
        "{}",
        "{\"properties\":[1]}",
        "{\"$ref\":\"#\"}",
        "{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}"
      })
  void findsNoFieldsInASchemaWithoutAny(String schema) {
    assertThat(SchemaReader.read(schema)).isEqualTo(new StreamSchema(List.of()));
  }

  private static StreamSchema read(String content) {
    return SchemaReader.read("{" + content + "," + DEFINITIONS + "}");
  }

  private static String written(AirbyteType type) {
    return type instanceof Decimal decimal
        ? "DECIMAL(" + decimal.precision() + "," + decimal.scale() + ")"
        : type.toString();
  }
}
