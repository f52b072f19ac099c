package org.airbytejdbc.connector.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field is for, in words that are read in a terminal and in a form. */
class ConfigFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "See <a href='https://x.example/k'>here</a>. | See here (https://x.example/k).",
        "See <a target=_blank href=\"https://x.example\" >the docs </a> now"
            + "| See the docs (https://x.example) now",
        "<a href='https://x.example'>https://x.example</a> | https://x.example",
        "With <b>all</b> rights.<br/>Or   some | With all rights. Or some",
        "<ul><li>one</li><li>two</li></ul> | one two",
        "<your-domain>.example.com, 1 < 2 | <your-domain>.example.com, 1 < 2",
        "a [link](https://x.example) | a [link](https://x.example)",
        "Jack &amp; Jill &lt;3 | Jack & Jill <3",
      })
  void htmlIsReadAsText(String description, String text) {
    assertThat(PlainText.of(description)).isEqualTo(text);
  }

  @Test
  void aLinkIsWrittenBehindItsWords() {
    assertThat(description("\"description\": \"As <a href='https://x.example'>here</a>.\""))
        .isEqualTo("As here (https://x.example).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'items': {'type': 'string'} | A list",
        "'items': {'enum': ['a', 'b']} | A list of: a, b",
        "'items': {'properties': {'id': {}, 'name': {}}} | A list of objects with: id, name",
        "'examples': ['P1', 'P2'] | A list, such as [\"P1\",\"P2\"]",
        "'examples': [['P1'], ['P2']] | A list, such as [\"P1\"]",
      })
  void aListIsToldAsThat(String schema, String text) {
    assertThat(description("'type': 'array', %s".formatted(schema).replace('\'', '"')))
        .isEqualTo(text);
  }

  private static String description(String schema) {
    String spec = "{\"properties\": {\"field\": {%s}}}".formatted(schema);
    return ConfigFields.of(new ConnectorSpecification(spec, Optional.empty())).get(0).description();
  }
}
