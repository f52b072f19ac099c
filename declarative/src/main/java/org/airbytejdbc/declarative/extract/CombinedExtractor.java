package org.airbytejdbc.declarative.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** The records that several extractors find, or those of the first that finds any. */
record CombinedExtractor(List<RecordExtractor> extractors, boolean firstOnly, boolean skipsEmpty)
    implements RecordExtractor {
  static CombinedExtractor read(Component combined) {
    String mode = combined.text("mode").orElse("union");
    if (!List.of("union", "first_match").contains(mode)) {
      throw combined.problem("there is no mode \"" + mode + "\"");
    }
    return new CombinedExtractor(
        combined.components("extractors").stream().map(RecordExtractor::read).toList(),
        mode.equals("first_match"),
        combined.flag("skip_empty_records", false));
  }

  @Override
  public List<@Nullable Object> extract(@Nullable Object body, Scope scope) {
    List<@Nullable Object> all = new ArrayList<>();
    for (RecordExtractor extractor : extractors) {
      List<@Nullable Object> found = extractor.extract(body, scope);
      if (skipsEmpty) {
        found.removeIf(CombinedExtractor::isEmpty);
      }
      all.addAll(found);
      if (firstOnly && !found.isEmpty()) {
        break;
      }
    }
    return all;
  }

  private static boolean isEmpty(@Nullable Object record) {
    return record == null
        || record.equals(Map.of())
        || record.equals(List.of())
        || record.equals("");
  }
}
