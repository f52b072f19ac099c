package org.airbytejdbc.driver.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.calcite.AttachedSources;

/**
 * Names streams: {@code shop.users}, {@code shop.*}, {@code *.orders_?}, or {@code users} in the
 * current schema. Letter case aside, as in SQL.
 */
record StreamPattern(Pattern schema, Pattern table) {
  static StreamPattern of(String text, String currentSchema) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new StreamPattern(glob(currentSchema.isEmpty() ? "*" : currentSchema), glob(text))
        : new StreamPattern(glob(text.substring(0, dot)), glob(text.substring(dot + 1)));
  }

  /** Several with commas between them. */
  static List<StreamPattern> all(String text, String currentSchema) {
    return Arrays.stream(text.split(",", -1))
        .map(pattern -> of(pattern.strip(), currentSchema))
        .toList();
  }

  boolean matches(String ofSchema, String ofTable) {
    return schema.matcher(ofSchema).matches() && table.matcher(ofTable).matches();
  }

  /** The streams of these sources that it names. */
  List<Touched> in(AttachedSources sources) {
    return sources.sources().stream()
        .filter(source -> schema.matcher(source.source().name()).matches())
        .map(source -> new Touched(source.cache(), source.source(), tables(source)))
        .filter(touched -> !touched.tables().isEmpty())
        .toList();
  }

  private Set<StreamTable> tables(AttachedSource source) {
    return source.catalog().tables().stream()
        .filter(stream -> table.matcher(stream.table()).matches())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Pattern glob(String glob) {
    String regex =
        glob.chars()
            .mapToObj(
                c ->
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    })
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
