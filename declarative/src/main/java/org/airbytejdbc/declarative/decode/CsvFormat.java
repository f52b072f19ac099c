package org.airbytejdbc.declarative.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows under a first one of names, all values texts, as Python's DictReader gives them: a short row
 * has None at its end, what is beyond the names is a list under the name {@code null}.
 *
 * @param none the values that mean None
 */
record CsvFormat(Charset charset, String delimiter, Set<String> none) implements Format {
  private static final String BEYOND = "null";
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  @Override
  public Iterator<@Nullable Object> read(InputStream bytes) {
    Iterator<CSVRecord> rows = rows(bytes);
    List<String> names = new ArrayList<>();
    return new LazyValues(
        "CSV",
        found -> {
          try {
            if (!rows.hasNext()) {
              return false;
            }
            CSVRecord row = rows.next();
            if (names.isEmpty()) {
              row.forEach(names::add);
            } else {
              found.add(Optional.of(object(names, row)));
            }
            return true;
          } catch (UncheckedIOException e) {
            throw e.getCause();
          } catch (IllegalStateException e) {
            throw new IOException(e);
          }
        });
  }

  private Iterator<CSVRecord> rows(InputStream bytes) {
    try {
      var text = new BufferedReader(new InputStreamReader(bytes, charset));
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return CSVParser.builder()
          .setReader(text)
          .setFormat(
              CSVFormat.Builder.create()
                  .setDelimiter(delimiter)
                  .setQuote('"')
                  .setIgnoreEmptyLines(true)
                  .setTrailingData(true)
                  .setLenientEof(true)
                  .get())
          .get()
          .iterator();
    } catch (IOException e) {
      throw UnreadableBody.of("CSV", e);
    }
  }

  private Map<String, @Nullable Object> object(List<String> names, CSVRecord row) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      object.put(names.get(i), i < row.size() ? value(row.get(i)) : null);
    }
    if (row.size() > names.size()) {
      object.put(BEYOND, row.toList().subList(names.size(), row.size()));
    }
    return object;
  }

  private @Nullable String value(String text) {
    return none.contains(text) ? null : text;
  }
}
