package org.airbytejdbc.connector.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.secret.EnvironmentSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ConfigValidatorTest {
  private static final String SPEC =
      """
      {"type": "object",
       "required": ["name", "provider"],
       "properties": {
         "name": {"type": "string", "title": "Name", "description": "What the <b>table</b> is called"},
         "count": {"type": "integer", "minimum": 1, "maximum": 10},
         "ratio": {"type": "number"},
         "flag": {"type": "boolean"},
         "format": {"type": "string", "enum": ["csv", "parquet"]},
         "since": {"type": "string", "pattern": "^[0-9]{4}$"},
         "tags": {"type": "array", "items": {"type": "string"}, "minItems": 1},
         "options": {"type": "string"},
         "maybe": {"type": ["null", "integer"]},
         "either": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
         "token": {"type": "string", "airbyte_secret": true},
         "closed": {"type": "object", "additionalProperties": false, "properties": {"a": {"type": "integer"}}},
         "linked": {"$ref": "#/definitions/linked"},
         "provider": {"type": "object", "oneOf": [
           {"title": "Local", "required": ["storage"], "properties": {"storage": {"const": "local"}}},
           {"title": "S3", "required": ["storage", "key"], "properties": {
             "storage": {"const": "S3"}, "key": {"type": "string", "airbyte_secret": true},
             "parts": {"type": "integer"}}}]}},
       "definitions": {"linked": {"type": "object", "properties": {
         "size": {"type": "integer"}, "next": {"$ref": "#/definitions/linked"}}}}}
      """;

  private final ConfigValidator validator = validator(SPEC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':1}                     | $.name: string expected, integer found",
        "{'name':null}                  | $.name: string expected, null found",
        "{'count':'x'}                  | $.count: integer expected, string found",
        "{'count':0}                    | $.count: at least 1 expected",
        "{'count':11}                   | $.count: at most 10 expected",
        "{'count':1.5}                  | $.count: integer expected, number found",
        "{'flag':'yes'}                 | $.flag: boolean expected, string found",
        "{'format':'xml'}               | $.format: one of csv, parquet expected",
        "{'since':'last year'}          | $.since: the form ^[0-9]{4}$ expected",
        "{'tags':[]}                    | $.tags: at least 1 element expected",
        "{'tags':['a',2]}               | $.tags[1]: string expected, integer found",
        "{'maybe':'x'}                  | $.maybe: null, integer expected, string found",
        "{'closed':{'b':1}}             | $.closed: there is no field b",
        "{'linked':{'next':{'size':''}}}| $.linked.next.size: integer expected, string found",
        "{'provider':{}}                | $.provider: storage is required: one of local, S3",
        "{'provider':{'storage':'S3'}}  | $.provider: key is required (with storage S3)",
        "{'provider':{'storage':'x'}}   | $.provider.storage: one of local, S3 expected",
        "{'provider':'x'}               | $.provider: object expected, string found",
      })
  void tellsThePlaceAndWhatIsExpected(String config, String violation) {
    String valid = "{\"name\":\"n\",\"provider\":{\"storage\":\"local\"}}";
    var root = (ObjectNode) ConfigDocument.JSON.readTree(valid);
    root.setAll((ObjectNode) ConfigDocument.JSON.readTree(config.replace('\'', '"')));

    assertThatThrownBy(() -> validator.fit(new ConnectorConfig(root.toString())))
        .isInstanceOf(ConnectorException.class)
        .hasMessage("The config of source-test is not valid: " + violation);
  }

  @Test
  void tellsAllViolationsAtOnceAndWhatIsRequired() {
    ConnectorException error = refused("{\"count\":\"x\",\"flag\":3}");

    assertThat(error.kind()).isEqualTo(Kind.INVALID_CONFIG);
    assertThat(error)
        .hasMessageContainingAll(
            "$: name is required",
            "$: provider is required",
            "$.count: integer expected",
            "$.flag: boolean expected");
    assertThat(error.guidance())
        .hasValue(
            "Required: name (What the table is called); provider. See https://docs.example/test");
  }

  @Test
  void showsNoValueOfTheConfig() {
    ConnectorException error =
        refused(
            """
            {"name": 48151623, "count": "hunter2", "token": ["hunter3"], "format": "hunter4",
             "since": "hunter5", "provider": {"storage": "hunter6"}}
            """);

    assertThat(error.toString() + error.guidance()).doesNotContain("hunter", "48151623");
    assertThat(error.getCause()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "count   | 7               | 7",
        "name    | 1000            | '1000'",
        "name    | true            | 'true'",
        "name    | 1.10            | '1.10'",
        "options | {'sep':';'}     | '{'sep':';'}'",
        "ratio   | 3               | 3",
        "ratio   | 2.50            | 2.50",
        "flag    | true            | true",
        "tags    | ['a','b']       | ['a','b']",
        "maybe   | null            | null",
        "either  | 5               | 5",
        "either  | five            | 'five'",
        "unknown | 12              | 12",
        "unknown | twelve          | 'twelve'",
        "linked.next.size | 3      | 3",
        "provider.key | 12345      | '12345'",
      })
  void typesTheValuesOfKeysByTheSpec(String key, String text, String json) {
    ConnectorConfig config =
        resolve(
            "{\"name\":\"n\",\"provider\":{\"storage\":\"S3\",\"key\":\"k\"}}",
            Map.of(key, text.replace('\'', '"')));

    String fitted = validator.fit(config).reveal();

    String pointer = "/" + key.replace('.', '/');
    assertThat(quoted(ConfigDocument.JSON.readTree(fitted).at(pointer))).isEqualTo(json);
  }

  @Test
  void fieldsThatTheSpecDoesNotKnowAreToldOf() {
    assertThat(
            validator.warnings(
                new ConnectorConfig("{\"name\":\"n\",\"cuont\":1,\"x\":2,\"linked\":{\"y\":1}}")))
        .containsExactly(
            "its spec knows no field cuont; did you mean count?", "its spec knows no field x");
  }

  @Test
  void aReferenceInAFileMayBeANumber() {
    ConnectorConfig config =
        resolve(
            "{\"name\":\"${N}\",\"count\":\"${N}\",\"provider\":{\"storage\":\"local\"}}",
            Map.of());

    assertThat(validator.fit(config).reveal()).contains("\"name\":\"7\"", "\"count\":7");
  }

  @Test
  void valuesThatTheSpecCallsSecretAreRedacted() {
    ConnectorConfig config =
        validator.fit(
            new ConnectorConfig(
                """
                {"name":"plain","token":"hunter2","provider":{"storage":"S3","key":"swordfish"}}
                """));

    assertThat(config.redactor().redact("plain hunter2 swordfish")).isEqualTo("plain *** ***");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json",
        "[]",
        "3",
        "{'$ref':'#/nowhere'}",
        "{'$ref':'https://localhost:1/spec.json'}",
        "{'$ref':'#'}",
        "{'properties':{'a':{'pattern':'('}}}",
        "{'properties':7,'required':'a'}",
        "{'$schema':'https://example.org/my-own'}",
      })
  void aBrokenSpecIsLeftToTheConnector(String spec) {
    ConnectorConfig config = resolve("{}", Map.of("a", "1"));

    assertThat(validator(spec.replace('\'', '"')).fit(config).reveal()).isEqualTo("{\"a\":1}");
  }

  private ConnectorException refused(String config) {
    return catchThrowableOfType(
        ConnectorException.class, () -> validator.fit(new ConnectorConfig(config)));
  }

  private static String quoted(JsonNode node) {
    return node.isString()
        ? "'" + node.stringValue().replace('"', '\'') + "'"
        : node.toString().replace('"', '\'');
  }

  private static ConnectorConfig resolve(String json, Map<String, String> keys) {
    return new ConfigResolver(List.of(new EnvironmentSecrets(Map.of("N", "7"))))
        .resolve("source-test", new ConfigInput(Optional.of(json), keys, Path.of("")));
  }

  private static ConfigValidator validator(String spec) {
    return new ConfigValidator(
        "source-test", new ConnectorSpecification(spec, Optional.of("https://docs.example/test")));
  }
}
