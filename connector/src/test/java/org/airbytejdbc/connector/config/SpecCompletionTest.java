package org.airbytejdbc.connector.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a user need not write, and what a form for it shows. */
class SpecCompletionTest {
  private static final ConnectorSpecification SPEC =
      new ConnectorSpecification(
          """
          {"type": "object", "required": ["host", "port", "kind", "schemas", "auth", "user"],
           "properties": {
             "host": {"type": "string"},
             "port": {"type": "integer", "default": 5432},
             "kind": {"type": "string", "const": "sql"},
             "user": {"type": "string", "default": ""},
             "schemas": {"type": "array", "items": {"type": "string"}, "default": ["public"]},
             "pages": {"type": "integer", "default": 10},
             "auth": {"type": "object", "required": ["method"],
               "properties": {"timeout": {"type": "integer"}},
               "oneOf": [
                 {"title": "Password", "required": ["method", "password"], "properties": {
                   "method": {"const": "password"},
                   "password": {"type": "string", "airbyte_secret": true}}},
                 {"title": "Key", "required": ["method", "key", "bits"], "properties": {
                   "method": {"const": "key"}, "key": {"type": "string"},
                   "bits": {"type": "integer", "default": 2048}}}]}}}
          """,
          Optional.empty());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'password':'p'} | {'password':'p','method':'password'}",
        "{'key':'k','timeout':5} | {'key':'k','timeout':5,'method':'key','bits':2048}",
        "{'method':'key','key':'k'} | {'method':'key','key':'k','bits':2048}",
        "{'key':'k','bits':1024} | {'key':'k','bits':1024,'method':'key'}",
      })
  void theDefaultsOfRequiredFieldsAreAddedAlsoThoseOfTheFormThatIsMeant(String auth, String full) {
    String config = "{'host':'h','user':'me','auth':%s}".formatted(auth).replace('\'', '"');

    assertThat(fit(config))
        .isEqualTo(
            "{'host':'h','user':'me','auth':%s,'port':5432,'kind':'sql','schemas':['public']}"
                .formatted(full)
                .replace('\'', '"'));
  }

  @Test
  void anEmptyDefaultIsNone() {
    assertThatThrownBy(() -> fit("{\"host\":\"h\",\"auth\":{\"password\":\"p\"}}"))
        .hasMessageEndingWith("is not valid: $: user is required");
  }

  @Test
  void aFormShowsWhatIsUsualAndAsksForTheFormOfAnObject() {
    assertThat(ConfigFields.of(SPEC))
        .extracting(
            field ->
                "%s%s=%s %s"
                    .formatted(
                        field.path(),
                        field.required() ? "!" : "",
                        field.defaultText().orElse(""),
                        field.description()))
        .containsExactly(
            "host!= ",
            "port!=5432 ",
            "kind!=sql ",
            "user!= ",
            "schemas!=[\"public\"] A list",
            "pages=10 ",
            "auth.timeout= ",
            "auth.method!= ",
            "auth.password= With method password. A secret",
            "auth.key= With method key",
            "auth.bits= With method key. Default 2048");
  }

  @Test
  void aTemplateIsAConfigOnceItsFormIsChosen() {
    String filled =
        SpecFormat.TEMPLATE
            .write(SPEC)
            .replace("\nhost:", "\nhost: h")
            .replace("\nuser:", "\nuser: me")
            .replace("  method:", "  method: key")
            .replace("  # key:", "  key: k");

    assertThat(fit(new YAMLMapper().readTree(filled).toString()))
        .isEqualTo(
            "{'host':'h','port':5432,'kind':'sql','user':'me','schemas':['public'],"
                .concat("'auth':{'method':'key','key':'k','bits':2048}}")
                .replace('\'', '"'));
  }

  private static String fit(String config) {
    return new ConfigValidator("source-test", SPEC).fit(new ConnectorConfig(config)).reveal();
  }
}
