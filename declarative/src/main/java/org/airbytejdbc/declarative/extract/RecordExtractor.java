package org.airbytejdbc.declarative.extract;

import java.util.List;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** Finds the records in one decoded value of a response. Immutable, for any thread. */
public interface RecordExtractor {
  List<@Nullable Object> extract(@Nullable Object body, Scope scope);

  /** Each decoded value as it is, or the items of a list. */
  static RecordExtractor whole() {
    return new DpathExtractor(List.of(), Optional.empty());
  }

  static RecordExtractor read(Component extractor) {
    return switch (extractor.type()) {
      case "DpathExtractor" -> DpathExtractor.read(extractor);
      case "CombinedExtractor" -> CombinedExtractor.read(extractor);
      default -> throw extractor.unknown();
    };
  }
}
