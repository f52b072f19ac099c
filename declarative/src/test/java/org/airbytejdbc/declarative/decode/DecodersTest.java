package org.airbytejdbc.declarative.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.http.LocalApi;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Yaml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies and what the CDK's decoders make of them. */
class DecodersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, null, {\"a\": 1}] | [1, null, {\"a\": 1}]",
        "{\"a\": [1]}          | [{\"a\": [1]}]",
        "[]                    | [{}]",
        "''                    | [{}]",
        "<html>                | [{}]",
        "null                  | [{}]",
        "{\"a\": 1} trailing   | [{}]",
        "{\"a\": 1, \"a\": 2}  | [{\"a\": 2}]",
        "\"text\"              | [\"text\"]"
      })
  void jsonIsOneValueOrTheItemsOfAList(String body, String values) {
    assertThat(decode("{type: JsonDecoder}", body)).isEqualTo(Json.read(values));
  }

  @Test
  void jsonKeepsWhatPythonKeeps() {
    assertThat(decode("{type: JsonDecoder}", "[1.0, 1e400, NaN, 123456789012345678901234567890]"))
        .containsExactly(
            1.0,
            Double.POSITIVE_INFINITY,
            Double.NaN,
            new BigInteger("123456789012345678901234567890"));
  }

  @Test
  void jsonNestedWithoutEndIsNoJson() {
    assertThat(decode("{type: JsonDecoder}", "[".repeat(100_000))).containsExactly(Map.of());
  }

  @Test
  void jsonLinesAreAValueEach() {
    assertThat(decode("{type: JsonlDecoder}", "{\"a\": 1}\n\n[2]\r\n"))
        .containsExactly(Map.of("a", 1L), List.of(2L));
    assertThatThrownBy(() -> decode("{type: JsonlDecoder}", "{\"a\": 1}\n{\"a\":"))
        .isInstanceOf(DeclarativeException.class);
  }

  @Test
  void linesAreRecords() {
    assertThat(decode("{type: IterableDecoder}", "a\nb\r\n"))
        .containsExactly(Map.of("record", "a"), Map.of("record", "b"));
  }

  @Test
  void csvRowsAreObjectsOfTexts() {
    assertThat(
            decode(
                "{type: CsvDecoder, delimiter: '\\t', set_values_to_none: ['', N/A]}",
                "id\tname\n1\t\"a\t\"\"b\"\"\n2\"\n\n2\n3\tN/A\tmore\n"))
        .isEqualTo(
            Json.read(
                """
                [{"id": "1", "name": "a\\t\\"b\\"\\n2"}, {"id": "2", "name": null},
                 {"id": "3", "name": null, "null": ["more"]}]
                """));
  }

  @Test
  void csvIsReadInItsEncoding() {
    Response response = response("n\nä".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(values(decoder("{type: CsvDecoder, encoding: latin-1}").decode(response)))
        .containsExactly(Map.of("n", "ä"));
  }

  @Test
  void itemsOfAListInAnObjectAreReadOneByOne() {
    assertThat(
            decode(
                "{type: JsonItemsDecoder, items_path: a.b}",
                "{\"x\": [{\"b\": 9}], \"a\": {\"c\": {}, \"b\": [1, {\"d\": 2}]}}"))
        .containsExactly(1L, Map.of("d", 2L));
  }

  @Test
  void xmlBecomesWhatXmltodictMakesOfIt() {
    assertThat(
            decode(
                "{type: XmlDecoder}",
                """
                <?xml version="1.0"?>
                <r:root xmlns:r="urn:r">
                  <item id="1">text &amp; <![CDATA[<more>]]></item>
                  <item id="2"/>
                  <empty/>
                  <deep><a>1</a><b> x </b><a>2</a><a/></deep>
                </r:root>
                """))
        .isEqualTo(
            Json.read(
                """
                [{"r:root": {"@xmlns:r": "urn:r",
                  "item": [{"@id": "1", "#text": "text & <more>"}, {"@id": "2"}],
                  "empty": null,
                  "deep": {"a": ["1", "2", null], "b": "x"}}}]
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "<a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\">]><a>&x;</a>",
    "no"
  })
  void whatIsNoXmlOrReachesOutIsAnEmptyObject(String body) {
    assertThat(decode("{type: XmlDecoder}", body)).containsExactly(Map.of());
  }

  @Test
  void gzipHoldsAnotherFormatAndMayBeDecompressedAlready() {
    String decoder = "{type: GzipDecoder, decoder: {type: CsvDecoder}}";
    byte[] csv = "a\n1".getBytes(StandardCharsets.UTF_8);
    assertThat(values(decoder(decoder).decode(response(LocalApi.gzip(csv)))))
        .containsExactly(Map.of("a", "1"));
    assertThat(values(decoder(decoder).decode(response(csv)))).containsExactly(Map.of("a", "1"));
  }

  @Test
  void aZipArchiveHoldsTheValuesOfAllItsFiles() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String json : List.of("[1, 2]", "{\"a\": 3}")) {
        zip.putNextEntry(new ZipEntry(json.length() + ".json"));
        zip.write(json.getBytes(StandardCharsets.UTF_8));
      }
    }
    String decoder = "{type: ZipfileDecoder, decoder: {type: JsonDecoder}}";
    assertThat(values(decoder(decoder).decode(response(bytes.toByteArray()))))
        .containsExactly(1L, 2L, Map.of("a", 3L));
    assertThatThrownBy(() -> decode(decoder, "no archive"))
        .isInstanceOf(DeclarativeException.class);
  }

  @Test
  void anUnknownDecoderIsToldWithItsPlace() {
    assertThatThrownBy(() -> decoder("{type: TarDecoder}"))
        .hasMessageContaining("stream.decoder")
        .hasMessageContaining("TarDecoder");
  }

  private static List<@Nullable Object> decode(String decoder, String body) {
    return values(decoder(decoder).decode(response(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<@Nullable Object> values(Iterator<@Nullable Object> iterator) {
    List<@Nullable Object> values = new ArrayList<>();
    iterator.forEachRemaining(values::add);
    return values;
  }

  private static Response response(byte[] body) {
    return new Response(200, Map.of(), URI.create("https://example.com"), body);
  }

  private static Decoder decoder(String yaml) {
    return Decoders.read(Yaml.component(yaml, "stream.decoder"));
  }
}
