package org.airbytejdbc.driver.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.airbytejdbc.cache.MemoryEngine;
import org.airbytejdbc.driver.result.MemoryRows;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Each call of DatabaseMetaData, with each kind of argument, against what JDBC 4.3 prescribes. */
class MetadataConformanceTest {
  /** For each parameter that is a text; the others take what fits among their own. */
  private static final List<@Nullable String> TEXTS =
      Arrays.asList(
          null,
          "",
          "%",
          "shop",
          "SHO_",
          "big\\_events",
          "\\",
          "%\\",
          "\\\\%",
          "_\\x%",
          "a'; DROP TABLE tables; --",
          "\"",
          "\0",
          "%\0",
          "\ud800",
          "日本%",
          "x".repeat(100_000),
          "%".repeat(1_000));

  private static final List<Integer> NUMBERS = List.of(0, -1, 2, Integer.MAX_VALUE);
  private static final JsonNode PRESCRIBED = prescribed();
  private static final MemoryEngine ENGINE = new MemoryEngine();
  private static final MemoryRows MEMORY = new MemoryRows();
  private static final Connection CONNECTION = ENGINE.connect();
  private static final DatabaseMetaData METADATA =
      new AirbyteDatabaseMetaData(
          CONNECTION,
          "jdbc:airbyte:x",
          "0.1.0",
          TimeZoneTypes.STANDARD,
          () -> MadeUpCatalog.SHOP,
          List::of,
          MEMORY);

  @AfterAll
  static void close() {
    MEMORY.close();
    ENGINE.close();
  }

  static List<Method> calls() {
    return Stream.of(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getReturnType() == ResultSet.class)
        .toList();
  }

  static List<Method> questions() {
    return Stream.of(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getReturnType() != ResultSet.class)
        .filter(method -> method.getDeclaringClass() == DatabaseMetaData.class)
        .toList();
  }

  @Test
  void everyCallThatGivesRowsIsPrescribed() {
    assertThat(calls()).extracting(Method::getName).hasSameElementsAs(PRESCRIBED.propertyNames());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void columnsAreThoseOfJdbcInItsOrder(Method call) throws Exception {
    try (ResultSet rows = answer(call, arguments(call, 0))) {
      ResultSetMetaData columns = rows.getMetaData();
      List<String> told = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        told.add(columns.getColumnLabel(i) + " " + JDBCType.valueOf(columns.getColumnType(i)));
      }
      assertThat(told).containsExactlyElementsOf(texts(call, "columns"));
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void rowsAreSortedAsJdbcSays(Method call) throws Exception {
    List<String> keys = texts(call, "sorted");
    List<List<Comparable<?>>> rows = new ArrayList<>();
    try (ResultSet answer = answer(call, arguments(call, 0))) {
      while (answer.next()) {
        List<Comparable<?>> row = new ArrayList<>();
        for (String key : keys) {
          row.add((Comparable<?>) answer.getObject(key));
        }
        rows.add(row);
      }
    }
    List<List<Comparable<?>>> sorted = new ArrayList<>(rows);
    sorted.sort(MetadataConformanceTest::compare);
    assertThat(rows).isEqualTo(sorted);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anyArgumentsGetAnAnswer(Method call) throws Exception {
    for (int kind = 0; kind < TEXTS.size(); kind++) {
      for (int place = 0; place < call.getParameterCount(); place++) {
        Object[] arguments = arguments(call, 0);
        arguments[place] = argument(call.getParameterTypes()[place], kind);
        answer(call, arguments).close();
      }
      answer(call, arguments(call, kind)).close();
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void anyQuestionGetsAnAnswer(Method question) throws Exception {
    for (int kind = 0; kind < NUMBERS.size(); kind++) {
      Object answer = question.invoke(METADATA, arguments(question, kind));
      assertThat(answer).as(question.getName()).isNotNull();
    }
  }

  @Test
  void thereAreNoCatalogs() throws Exception {
    for (Method call : calls()) {
      if (call.getParameterCount() > 1) {
        Object[] elsewhere = arguments(call, 0);
        elsewhere[0] = "elsewhere";
        Object[] without = arguments(call, 0);
        without[0] = "";
        assertThat(count(call, elsewhere)).as(call.getName()).isZero();
        assertThat(count(call, without)).as(call.getName()).isEqualTo(count(call, nulls(call)));
      }
    }
  }

  @Test
  void nothingIsWithoutASchemaButTheFunctions() throws SQLException {
    try (ResultSet tables = METADATA.getTables(null, "", "%", null);
        ResultSet columns = METADATA.getColumns(null, "", "%", "%");
        ResultSet schemas = METADATA.getSchemas(null, "");
        ResultSet functions = METADATA.getFunctions(null, "", "abs")) {
      assertThat(tables.next()).isFalse();
      assertThat(columns.next()).isFalse();
      assertThat(schemas.next()).isFalse();
      assertThat(functions.next()).isTrue();
    }
  }

  private static ResultSet answer(Method call, Object[] arguments) throws Exception {
    return (ResultSet) call.invoke(METADATA, arguments);
  }

  private static int count(Method call, Object[] arguments) throws Exception {
    int count = 0;
    try (ResultSet rows = answer(call, arguments)) {
      while (rows.next()) {
        count++;
      }
    }
    return count;
  }

  private static Object[] nulls(Method call) {
    return arguments(call, 0);
  }

  /** Arguments of one kind; the first is null wherever that can be. */
  private static Object[] arguments(Method method, int kind) {
    return Stream.of(method.getParameterTypes()).map(type -> argument(type, kind)).toArray();
  }

  private static @Nullable Object argument(Class<?> type, int kind) {
    if (type == String.class) {
      return TEXTS.get(kind);
    }
    if (type == boolean.class) {
      return kind % 2 == 0;
    }
    if (type == int.class) {
      return NUMBERS.get(kind % NUMBERS.size());
    }
    if (type == int[].class) {
      return kind == 0 ? null : new int[] {NUMBERS.get(kind % NUMBERS.size())};
    }
    assertThat(type).isEqualTo(String[].class);
    return switch (kind) {
      case 0 -> null;
      case 1 -> new String[0];
      default -> new String[] {TEXTS.get(kind), null};
    };
  }

  /**
   * Null before all else, or behind it: JDBC leaves that open, and a column has one or the other.
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(List<Comparable<?>> one, List<Comparable<?>> other) {
    for (int i = 0; i < one.size(); i++) {
      int order =
          Objects.compare(
              (Comparable) one.get(i),
              (Comparable) other.get(i),
              Comparator.nullsLast(Comparator.naturalOrder()));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static List<String> texts(Method call, String what) {
    return List.of(PRESCRIBED.path(call.getName()).path(what).asString().split(", "));
  }

  private static JsonNode prescribed() {
    try (InputStream yaml =
        MetadataConformanceTest.class.getResourceAsStream("jdbc-4.3-results.yaml")) {
      return YAMLMapper.shared().readTree(Objects.requireNonNull(yaml));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
