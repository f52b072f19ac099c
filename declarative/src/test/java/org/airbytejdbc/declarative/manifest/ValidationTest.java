package org.airbytejdbc.declarative.manifest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.airbytejdbc.declarative.DeclarativeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of the manifests that are refused here is refused by the CDK, too. */
class ValidationTest {
  private static final String MANIFEST =
      """
      type: DeclarativeSource
      version: 6.0.0
      check: {type: CheckStream, stream_names: [items]}
      definitions: {unused: {type: HttpRequester, path: 5}}
      streams:
        - type: DeclarativeStream
          name: items
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url: "https://api.example/items"}
            record_selector:
              type: RecordSelector
              extractor: {type: DpathExtractor, field_path: [data]}
            paginator:
              type: DefaultPaginator
              pagination_strategy: {type: PageIncrement, page_size: 10}
      """;

  @Test
  void aManifestThatKeepsToTheComponentsIsTaken() {
    assertThatCode(() -> Manifest.read(MANIFEST)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "field_path: [data] | other: [data]"
            + " | streams[0].retriever.record_selector.extractor: DpathExtractor needs the field"
            + " \"field_path\"",
        "page_size: 10 | page_size: [10]"
            + " | streams[0].retriever.paginator.pagination_strategy.page_size: this is a list,"
            + " but it must be a number or a text",
        "name: items | name: {en: items} | streams[0].name: this is an object, but it must be a"
            + " text",
        "type: PageIncrement | type: PageDecrement"
            + " | streams[0].retriever.paginator.pagination_strategy: unknown component"
            + " \"PageDecrement\"; it must be CursorPagination or CustomPaginationStrategy or"
            + " OffsetIncrement or PageIncrement",
        "type: PageIncrement, | other: 1,"
            + " | streams[0].retriever.paginator.pagination_strategy: the component has no type; it"
            + " must be CursorPagination or CustomPaginationStrategy or OffsetIncrement or"
            + " PageIncrement",
        "type: HttpRequester, url | type: HttpRequester, use_cache: yes please, url"
            + " | streams[0].retriever.requester.use_cache: this is a text, but it must be true or"
            + " false",
        "stream_names: [items] | stream_names: items"
            + " | check.stream_names: this is a text, but it must be a list"
      })
  void whatIsWrongIsToldWithItsPlace(String right, String wrong, String message) {
    assertThatThrownBy(() -> Manifest.read(MANIFEST.replace(right.strip(), wrong.strip())))
        .isInstanceOf(DeclarativeException.class)
        .hasMessage(message.strip());
  }
}
