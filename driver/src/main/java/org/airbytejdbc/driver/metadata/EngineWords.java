package org.airbytejdbc.driver.metadata;

import java.util.List;
import java.util.Locale;

/** Lists of words that clients highlight and complete, as far as the engine knows them. */
enum EngineWords {
  NUMERIC(
      "ABS,ACOS,ASIN,ATAN,ATAN2,CEIL,CEILING,COS,COT,DEGREES,EXP,FLOOR,LN,LOG,LOG10,LOG2,MOD,PI,"
          + "POW,POWER,RADIANS,RANDOM,ROUND,SIGN,SIN,SQRT,TAN,TRUNC"),
  STRING(
      "ASCII,BIT_LENGTH,CHR,CONCAT,CONCAT_WS,CONTAINS,FORMAT,LEFT,LENGTH,LOWER,LPAD,LTRIM,"
          + "OCTET_LENGTH,POSITION,REGEXP_EXTRACT,REGEXP_MATCHES,REGEXP_REPLACE,REPEAT,REPLACE,"
          + "REVERSE,RIGHT,RPAD,RTRIM,SPLIT_PART,STARTS_WITH,STRPOS,SUBSTRING,TRANSLATE,TRIM,UPPER"),
  SYSTEM("COALESCE,CURRENT_DATABASE,CURRENT_SCHEMA,IFNULL,NULLIF,TYPEOF,UUID,VERSION"),
  TIME_DATE(
      "AGE,CURRENT_DATE,DATE_DIFF,DATE_PART,DATE_TRUNC,DAYNAME,DAYOFMONTH,DAYOFWEEK,DAYOFYEAR,"
          + "EPOCH,HOUR,LAST_DAY,MAKE_DATE,MINUTE,MONTH,MONTHNAME,NOW,QUARTER,SECOND,STRFTIME,"
          + "STRPTIME,TO_TIMESTAMP,TODAY,WEEK,YEAR");

  /** The words that the engine reserves. */
  static final String KEYWORDS =
      "SELECT string_agg(upper(keyword_name), ',' ORDER BY keyword_name) FROM duckdb_keywords()"
          + " WHERE keyword_category = 'reserved'";

  private final List<String> functions;

  EngineWords(String functions) {
    this.functions = List.of(functions.toLowerCase(Locale.ROOT).split(","));
  }

  /** Those of the functions that the engine has. */
  String sql() {
    return "SELECT string_agg(DISTINCT upper(function_name), ',' ORDER BY upper(function_name))"
        + " FROM duckdb_functions() WHERE "
        + MetadataQuery.among("function_name", functions);
  }
}
