package org.airbytejdbc.connector.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.secret.EnvironmentSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigResolverTest {
  @TempDir Path folder;

  @Test
  void aConfigMayBeJsonYamlOrNothing() throws IOException {
    Files.writeString(folder.resolve("c.json"), "{\"count\": 5, \"s\": \"ü\"}");
    Files.writeString(
        folder.resolve("c.yaml"), "count: 5\nnested:\n  - when: 2024-01-02\n    on: yes\n");
    Files.writeString(folder.resolve("json"), "\t{\"count\": 5}");
    Files.writeString(folder.resolve("yaml"), "count: 5");

    assertThat(resolve(" {\"count\": 5}")).isEqualTo("{\"count\":5}");
    assertThat(resolve("c.json")).isEqualTo("{\"count\":5,\"s\":\"ü\"}");
    assertThat(resolve(folder.resolve("c.json").toString())).contains("\"count\":5");
    assertThat(resolve("c.yaml"))
        .isEqualTo("{\"count\":5,\"nested\":[{\"when\":\"2024-01-02\",\"on\":\"yes\"}]}");
    assertThat(resolve("json")).isEqualTo("{\"count\":5}");
    assertThat(resolve("yaml")).isEqualTo("{\"count\":5}");
    assertThat(resolve(Optional.empty(), Map.of())).isEqualTo("{}");
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(resolve("{\"a\":1.10,\"b\":123456789012345678901234567890,\"c\":0.1000}"))
        .isEqualTo("{\"a\":1.10,\"b\":123456789012345678901234567890,\"c\":0.1000}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1000        | 1000",
        "-1.50       | -1.50",
        "true        | true",
        "null        | null",
        "{'a':[1]}   | {'a':[1]}",
        "[1,'x']     | [1,'x']",
        "007         | '007'",
        "1 2         | '1 2'",
        "NaN         | 'NaN'",
        "TRUE        | 'TRUE'",
        "{a: 1}      | '{a: 1}'",
        "2024-01-02  | '2024-01-02'",
        "``          | ''",
      })
  void aKeyWithoutSpecIsJsonWhereItSpellsJson(String text, String json) {
    String raw = text.replace('\'', '"');
    assertThat(resolve(Optional.empty(), Map.of("k", raw)))
        .isEqualTo("{\"k\":" + json.replace('\'', '"') + "}");
  }

  @Test
  void keysWinOverTheConfigAndMakeWhatIsMissing() {
    assertThat(
            resolve(
                Optional.of("{\"count\":1,\"auth\":{\"user\":\"u\",\"key\":\"old\"}}"),
                Map.of(
                    "count", "2", "auth.key", "new", "a.b.c", "3", "z", "{\"y\":1}", "z.x", "2")))
        .isEqualTo(
            "{\"count\":2,\"auth\":{\"user\":\"u\",\"key\":\"new\"},\"z\":{\"y\":1,\"x\":2},\"a\":{\"b\":{\"c\":3}}}");
  }

  @Test
  void aKeyBelowAPlainValueIsRefused() {
    ConnectorException error =
        refused(Optional.of("{\"auth\":\"hunter2\"}"), Map.of("auth.key", "v"));

    assertThat(error.kind()).isEqualTo(Kind.INVALID_CONFIG);
    assertThat(error)
        .hasMessage("source-test: config.auth.key cannot be set, because auth is not an object");
  }

  @Test
  void secretsAreFilledInAtAnyDepth() {
    ConnectorConfig config =
        config(
            Optional.of(
                "{\"a\":{\"b\":[\"${TOKEN}\",\"x-${USER}-${TOKEN}\"]},\"c\":\"${ TOKEN }\"}"),
            Map.of("d.e", "${USER}", "f", "[\"${TOKEN}\"]"));

    assertThat(config.reveal())
        .isEqualTo(
            "{\"a\":{\"b\":[\"hunter2\",\"x-me\\\"],[-hunter2\"]},\"c\":\"hunter2\",\"f\":[\"hunter2\"],\"d\":{\"e\":\"me\\\"],[\"}}");
    assertThat(config.redactor().redact("hunter2 of me\"],[")).isEqualTo("*** of ***");
    assertThat(config).hasToString("***");
  }

  @Test
  void twoDollarsEscapeAReference() {
    assertThat(resolve("{\"a\":\"$${TOKEN} costs $5 {x} $\"}"))
        .isEqualTo("{\"a\":\"${TOKEN} costs $5 {x} $\"}");
  }

  @Test
  void aFilledInSecretIsNotLookedAtAgain() {
    assertThat(resolve("{\"a\":\"${TRICKY}\"}")).isEqualTo("{\"a\":\"${TOKEN}\"}");
  }

  @Test
  void theFirstSourceThatKnowsASecretIsTaken() {
    ConfigResolver resolver =
        new ConfigResolver(
            List.of(
                new EnvironmentSecrets(Map.of("A", "first")),
                new EnvironmentSecrets(Map.of("A", "second", "B", "second"))));

    assertThat(resolver.resolve("source-test", ConfigInput.json("{\"x\":\"${A}${B}\"}")).reveal())
        .isEqualTo("{\"x\":\"firstsecond\"}");
  }

  @Test
  void pyAirbytesReferencesAreKnown() {
    ConnectorConfig config =
        config(
            Optional.of(
                """
                {"a": [{"b": "secret_reference::TOKEN"}], "c": "my secret_reference::X"}"""),
            Map.of());

    assertThat(config.reveal())
        .isEqualTo("{\"a\":[{\"b\":\"hunter2\"}],\"c\":\"my secret_reference::X\"}");
    assertThat(config.redactor().redact("hunter2")).isEqualTo("***");
  }

  @Test
  void aMissingSecretIsNamedWithThePlacesLookedIn() {
    ConnectorException error = refused(Optional.of("{\"a\":\"hunter2 ${NOT_THERE}\"}"), Map.of());

    assertThat(error.kind()).isEqualTo(Kind.MISSING_SECRET);
    assertThat(error)
        .hasMessage("source-test: the secret NOT_THERE was not found (looked in: the environment)");
    assertThat(error.guidance()).hasValueSatisfying(text -> assertThat(text).contains("NOT_THERE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${}", "${ }", "${OPEN", "a ${"})
  void aReferenceWithoutANameIsRefused(String text) {
    assertThat(refused(Optional.empty(), Map.of("a", text)).kind()).isEqualTo(Kind.INVALID_CONFIG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":hunter2}     | is not valid JSON, at line 1, column",
        "{\"a\":\"hunter2\"  | is not valid JSON, at line 1, column",
        "{\"a\":1} hunter2   | is not valid JSON, at line 1, column",
        "{\"hunter2\":1,\"hunter2\":2} | is not valid JSON, at line 1, column",
        "[\"hunter2\"]       | is not an object of keys and values",
        "\"hunter2\"         | is not an object of keys and values",
        "nothing.json        | nothing.json does not exist",
        "latin.json          | is not UTF-8 text",
        "broken.json         | is not valid JSON, at line 2, column",
        "broken.yaml         | is not valid YAML, at line 1, column",
        "text.yaml           | is not an object of keys and values",
        "empty.json          | is not an object of keys and values",
        ".                   | does not exist",
      })
  void aBrokenConfigIsRefusedWithoutShowingIt(String config, String reason) throws IOException {
    Files.writeString(folder.resolve("broken.json"), "{\n\"a\": hunter2}");
    Files.writeString(folder.resolve("broken.yaml"), "a: 1\n\tb: hunter2");
    Files.writeString(folder.resolve("text.yaml"), "hunter2");
    Files.writeString(folder.resolve("empty.json"), "");
    Files.write(
        folder.resolve("latin.json"), "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));

    ConnectorException error = refused(Optional.of(config), Map.of());

    assertThat(error.kind()).isEqualTo(Kind.INVALID_CONFIG);
    assertThat(error)
        .hasMessageStartingWith("source-test: The config")
        .hasMessageContaining(reason);
    assertThat(error.getMessage()).doesNotContain("hunter");
    assertThat(error.getCause()).isNull();
  }

  private String resolve(String config) {
    return resolve(Optional.of(config), Map.of());
  }

  private String resolve(Optional<String> config, Map<String, String> keys) {
    return config(config, keys).reveal();
  }

  private ConnectorConfig config(Optional<String> config, Map<String, String> keys) {
    return new ConfigResolver(
            List.of(
                new EnvironmentSecrets(
                    Map.of("TOKEN", "hunter2", "USER", "me\"],[", "TRICKY", "${TOKEN}"))))
        .resolve("source-test", new ConfigInput(config, keys, folder));
  }

  private ConnectorException refused(Optional<String> config, Map<String, String> keys) {
    return catchThrowableOfType(ConnectorException.class, () -> config(config, keys));
  }
}
