package org.airbytejdbc.calcite;

import java.util.Locale;
import java.util.Set;

/**
 * What a query may read besides streams: the engine's description of itself, and functions that
 * make rows out of their arguments. All else is refused, so that no query reads a file of the host,
 * reaches the network or runs another text.
 */
public final class Readable {
  private static final Set<String> SCHEMAS = Set.of("information_schema", "pg_catalog");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "generate_series",
          "icu_calendar_names",
          "json_each",
          "json_tree",
          "pg_timezone_names",
          "pragma_collations",
          "pragma_database_size",
          "pragma_metadata_info",
          "pragma_platform",
          "pragma_show",
          "pragma_storage_info",
          "pragma_table_info",
          "pragma_user_agent",
          "pragma_version",
          "range",
          "repeat",
          "repeat_row",
          "summary",
          "test_all_types",
          "unnest");

  private static final String SELF_DESCRIPTION = "duckdb_";

  /** Rows of a table given by its name, which could be a stream that is not read yet. */
  private static final String SAMPLE = "duckdb_table_sample";

  private Readable() {}

  /** Whether tables of that schema pass although no source has its name. */
  static boolean schema(String name) {
    return SCHEMAS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether that function may be called in place of a table. */
  public static boolean function(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean describes = lower.startsWith(SELF_DESCRIPTION) && !lower.equals(SAMPLE);
    return describes || FUNCTIONS.contains(lower);
  }
}
