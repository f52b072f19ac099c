package org.airbytejdbc.driver.jdbc;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries over the stream {@code things}, made of a small grammar; right in most cases. */
final class RandomQuery {
  private static final List<String> COLUMNS =
      List.of("id", "n", "s", "b", "d", "local", "at", "j", "list");
  private static final List<String> CASTS =
      List.of("VARCHAR", "BIGINT", "DOUBLE", "DECIMAL(12,3)", "DATE", "BOOLEAN", "TIMESTAMP");

  private final Random random;

  RandomQuery(Random random) {
    this.random = random;
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A query whose rows come in one order, or whose order does not count. */
  String next() {
    return switch (random.nextInt(8)) {
      case 0 -> grouped();
      case 1 ->
          select("t")
              + oneOf(List.of(" UNION ", " UNION ALL ", " EXCEPT ", " INTERSECT "))
              + select("t");
      case 2 -> "WITH w AS (" + select("t") + ") SELECT count(*), min(COLUMNS(*)) FROM w";
      case 3 -> joined();
      case 4 -> windowed();
      case 5 -> "SELECT * FROM (" + select("t") + ") q ORDER BY ALL LIMIT " + random.nextInt(20);
      default -> select("t") + " ORDER BY ALL";
    };
  }

  private String select(String table) {
    String values =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(i -> value(table, 2) + " AS c" + i)
            .collect(Collectors.joining(", "));
    return "SELECT " + values + " FROM things " + table + where(table);
  }

  private String where(String table) {
    return random.nextInt(3) == 0 ? "" : " WHERE " + condition(table, 2);
  }

  private String grouped() {
    String key = value("t", 1);
    return "SELECT "
        + key
        + " AS k, count(*), count(DISTINCT s), sum(id), max(d), min(local), bool_or(b) FROM things t"
        + where("t")
        + " GROUP BY ALL HAVING count(*) > "
        + random.nextInt(3)
        + " ORDER BY ALL";
  }

  private String joined() {
    return "SELECT t.id, u.s, "
        + value("u", 1)
        + " AS v FROM things t "
        + oneOf(List.of("", "LEFT ", "FULL "))
        + "JOIN things u ON t.id = u.id + "
        + random.nextInt(4)
        + (random.nextBoolean() ? " AND " + condition("u", 1) : "")
        + " ORDER BY ALL";
  }

  private String windowed() {
    return "SELECT id, "
        + oneOf(List.of("row_number()", "sum(id)", "lag(s)", "max(d)", "count(*)"))
        + " OVER (PARTITION BY b ORDER BY id) AS w FROM things t"
        + where("t")
        + " ORDER BY id";
  }

  private String condition(String table, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> table + "." + oneOf(COLUMNS) + " IS NOT NULL";
      case 1 -> table + ".id " + oneOf(List.of("<", ">", "=", "<>")) + " " + random.nextInt(60);
      case 2 -> table + ".s LIKE '%" + random.nextInt(10) + "%'";
      case 3 -> table + ".d BETWEEN DATE '2020-01-01' AND DATE '2021-06-01'";
      case 4 -> table + ".id IN (SELECT id FROM things WHERE n > " + random.nextInt(50) + ")";
      case 5 -> "NOT (" + condition(table, depth - 1) + ")";
      default ->
          "("
              + condition(table, depth - 1)
              + oneOf(List.of(" AND ", " OR "))
              + condition(table, depth - 1)
              + ")";
    };
  }

  private String value(String table, int depth) {
    if (depth == 0) {
      return table + "." + oneOf(COLUMNS);
    }
    String inner = value(table, depth - 1);
    return switch (random.nextInt(14)) {
      case 0 -> "TRY_CAST(" + inner + " AS " + oneOf(CASTS) + ")";
      case 1 -> "CAST(" + inner + " AS " + oneOf(CASTS) + ")";
      case 2 -> "coalesce(" + inner + ", " + inner + ")";
      case 3 -> "CASE WHEN " + condition(table, 1) + " THEN " + inner + " END";
      case 4 -> "upper(CAST(" + inner + " AS VARCHAR))";
      case 5 -> table + ".id * " + random.nextInt(1000) + " - 7";
      case 6 -> "round(" + table + ".n, 2)";
      case 7 -> "date_trunc('month', " + table + "." + oneOf(List.of("d", "local", "at")) + ")";
      case 8 -> table + ".j->>'a'";
      case 9 -> "[" + table + ".id, " + random.nextInt(9) + "]";
      case 10 -> "{'x': " + table + ".s}";
      case 11 -> "length(" + table + ".s) % 3";
      case 12 -> "(" + table + ".id)::HUGEINT * 10000000000";
      default -> inner;
    };
  }
}
