package org.airbytejdbc.calcite;

import java.util.List;
import java.util.Optional;

/** All that a statement can name at one moment. Immutable: a new catalog makes a new one. */
public record AttachedSources(List<AttachedSource> sources) {
  /** What to do where there is none. */
  public static final String HOW_TO_ADD =
      "Add one by CALL airbyte.add_source('faker', 'source-faker').";

  public AttachedSources {
    sources = List.copyOf(sources);
  }

  /** The source of that name, letter case aside as in SQL. */
  public Optional<AttachedSource> find(String schema) {
    return sources.stream().filter(s -> s.source().name().equalsIgnoreCase(schema)).findFirst();
  }
}
