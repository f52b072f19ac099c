package org.airbytejdbc.declarative.decode;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.airbytejdbc.declarative.http.TransportLimits;
import org.airbytejdbc.declarative.manifest.Component;

/** Reads the decoder of a manifest; without one, responses are JSON. */
public final class Decoders {
  private static final long MOST_BYTES = TransportLimits.standard().bodyBytes();

  /** What means None in a table, by the documentation of pandas. */
  private static final Set<String> MISSING =
      Set.of(
          "#N/A",
          "#N/A N/A",
          "#NA",
          "-1.#IND",
          "-1.#QNAN",
          "-NaN",
          "-nan",
          "1.#IND",
          "1.#QNAN",
          "<NA>",
          "N/A",
          "NA",
          "NULL",
          "NaN",
          "None",
          "n/a",
          "nan",
          "null");

  private Decoders() {}

  /** The decoder that the component says. */
  public static Decoder read(Component decoder) {
    return switch (decoder.type()) {
      case "JsonDecoder" -> new JsonDecoder();
      case "XmlDecoder" -> new XmlDecoder();
      case "ZipfileDecoder" -> new ZipDecoder(format(decoder.required("decoder")), MOST_BYTES);
      default -> new StreamDecoder(format(decoder));
    };
  }

  /** The decoder of a manifest that names none. */
  public static Decoder json() {
    return new JsonDecoder();
  }

  /**
   * The decoder of a file with a table in it, which may be compressed. As Python's library for
   * tables has it, an empty cell is None, and so are the words for it.
   *
   * @param keepsWords whether words such as {@code NA} stay what they are
   */
  public static Decoder table(boolean keepsWords) {
    Set<String> none = new HashSet<>(keepsWords ? Set.of() : MISSING);
    none.add("");
    return new StreamDecoder(
        new GzipFormat(new CsvFormat(StandardCharsets.UTF_8, ",", Set.copyOf(none)), MOST_BYTES));
  }

  private static Format format(Component decoder) {
    return switch (decoder.type()) {
      case "JsonDecoder" -> new JsonFormat();
      case "JsonItemsDecoder" -> new JsonItemsFormat(decoder.requiredText("items_path"));
      case "JsonlDecoder" -> new JsonLinesFormat();
      case "IterableDecoder" -> new LinesFormat();
      case "CsvDecoder" -> csv(decoder);
      case "GzipDecoder" -> new GzipFormat(format(decoder.required("decoder")), MOST_BYTES);
      default -> throw decoder.unknown();
    };
  }

  private static Format csv(Component decoder) {
    Set<String> none = new HashSet<>();
    decoder.items("set_values_to_none").forEach(value -> none.add(String.valueOf(value)));
    String delimiter = decoder.text("delimiter").orElse(",").replace("\\t", "\t");
    return new CsvFormat(
        decoder.text("encoding").map(name -> charset(name, decoder)).orElse(StandardCharsets.UTF_8),
        delimiter,
        Set.copyOf(none));
  }

  /** By Java's names and those of Python's that differ. */
  private static Charset charset(String name, Component decoder) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    try {
      return switch (plain) {
        case "utf-8-sig", "utf8" -> StandardCharsets.UTF_8;
        case "latin-1" -> StandardCharsets.ISO_8859_1;
        default -> Charset.forName(plain);
      };
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      throw decoder.problem("there is no encoding \"" + name + "\"");
    }
  }
}
