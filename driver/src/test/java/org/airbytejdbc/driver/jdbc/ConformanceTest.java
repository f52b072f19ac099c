package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method of java.sql, called with all kinds of arguments, does only what JDBC allows. */
@Timeout(240)
class ConformanceTest {
  private static final String QUERY = "SELECT id FROM users ORDER BY id";
  private static final String CALL = "CALL airbyte.sync(?)";

  /** What JDBC lets a driver leave out; nothing else may say that it is not supported. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "ResultSet.insertRow",
          "ResultSet.updateRow",
          "ResultSet.deleteRow",
          "ResultSet.refreshRow",
          "ResultSet.cancelRowUpdates",
          "ResultSet.moveToInsertRow",
          "ResultSet.moveToCurrentRow",
          "ResultSet.getCursorName",
          "ResultSet.getRef",
          "ResultSet.getRowId",
          "ResultSet.getObject",
          "ResultSet.getSQLXML",
          "PreparedStatement.setSQLXML",
          "CallableStatement.setSQLXML",
          "Connection.createSQLXML",
          "Statement.setCursorName",
          "PreparedStatement.setRef",
          "PreparedStatement.setRowId",
          "CallableStatement.setRowId",
          "Connection.setSavepoint",
          "Connection.releaseSavepoint",
          "Connection.rollback",
          "Connection.setTypeMap",
          "Connection.setShardingKey",
          "Connection.setShardingKeyIfValid");

  /** What answers also when closed. */
  private static final Set<String> ALWAYS =
      Set.of("close", "isClosed", "unwrap", "isWrapperFor", "abort", "isValid");

  @TempDir private static Path folder;
  private static Shop shop;
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    shop = new Shop(folder);
    connection = shop.connect();
    Shop.rows(connection, QUERY);
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  /** Makes what is called, anew for every call. */
  private interface Maker {
    Object make() throws Exception;
  }

  private record Subject(Class<?> type, boolean open, String text, Maker maker) {
    @Override
    public String toString() {
      return (open ? "open " : "closed ") + type.getSimpleName();
    }
  }

  private static <T extends AutoCloseable> T closed(T thing) throws Exception {
    thing.close();
    return thing;
  }

  private static ResultSet onRow(int type) throws SQLException {
    ResultSet rows =
        connection.createStatement(type, ResultSet.CONCUR_READ_ONLY).executeQuery(QUERY);
    rows.next();
    return rows;
  }

  static Stream<Subject> subjects() {
    return Stream.of(
        new Subject(Connection.class, true, QUERY, shop::connect),
        new Subject(Connection.class, false, QUERY, () -> closed(shop.connect())),
        new Subject(Statement.class, true, QUERY, connection::createStatement),
        new Subject(Statement.class, false, QUERY, () -> closed(connection.createStatement())),
        new Subject(PreparedStatement.class, true, QUERY, () -> connection.prepareStatement(QUERY)),
        new Subject(
            PreparedStatement.class,
            false,
            QUERY,
            () -> closed(connection.prepareStatement(QUERY))),
        new Subject(CallableStatement.class, true, "streams", () -> connection.prepareCall(CALL)),
        new Subject(
            CallableStatement.class, false, "streams", () -> closed(connection.prepareCall(CALL))),
        new Subject(ResultSet.class, true, "id", () -> onRow(ResultSet.TYPE_FORWARD_ONLY)),
        new Subject(ResultSet.class, true, "id", () -> onRow(ResultSet.TYPE_SCROLL_INSENSITIVE)),
        new Subject(ResultSet.class, false, "id", () -> closed(onRow(ResultSet.TYPE_FORWARD_ONLY))),
        new Subject(
            ResultSet.class, false, "id", () -> closed(onRow(ResultSet.TYPE_SCROLL_INSENSITIVE))),
        new Subject(
            ResultSetMetaData.class,
            true,
            "",
            () -> connection.prepareStatement(QUERY).getMetaData()),
        new Subject(
            ParameterMetaData.class,
            true,
            "",
            () -> connection.prepareStatement("SELECT ?").getParameterMetaData()),
        new Subject(DatabaseMetaData.class, true, "users", connection::getMetaData),
        new Subject(
            DatabaseMetaData.class,
            false,
            "users",
            () -> {
              try (Connection opened = shop.connect()) {
                return opened.getMetaData();
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void everyMethodDoesWhatJdbcAllows(Subject subject) throws Exception {
    Set<String> violations = new TreeSet<>();
    for (Method method : subject.type().getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        for (Object[] arguments : new Candidates(subject.text()).of(method)) {
          call(subject, subject.maker().make(), method, arguments, violations);
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  /** A value of each type, and the getters of all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "1::TINYINT",
        "300::BIGINT",
        "1e30::DOUBLE",
        "'NaN'::FLOAT",
        "1.25::DECIMAL(10,2)",
        "340282366920938463463374607431768211455::UHUGEINT",
        "'a text'",
        "'{\"a\": [1]}'::JSON",
        "DATE '2020-01-02'",
        "TIME '03:04:05'",
        "TIMETZ '03:04:05+02'",
        "TIMESTAMP '2020-01-02 03:04:05'",
        "TIMESTAMP 'infinity'",
        "TIMESTAMPTZ '2020-01-02 03:04:05Z'",
        "DATE 'infinity'",
        "'a'::BLOB",
        "uuid()",
        "INTERVAL 1 DAY",
        "[1, 2]",
        "{'a': 1}",
        "MAP {'a': 1}",
        "'101'::BIT",
        "NULL"
      })
  void everyGetterDoesWhatJdbcAllowsWithEveryType(String value) throws Exception {
    Subject subject = new Subject(ResultSet.class, true, "v", () -> "");
    Set<String> violations = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + value + " AS v")) {
      rows.next();
      for (Method method : ResultSet.class.getMethods()) {
        if (method.getName().startsWith("get") && method.getParameterCount() > 0) {
          for (Object[] arguments : new Candidates("v").of(method)) {
            call(subject, rows, method, arguments, violations);
          }
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void theListOfWhatIsLeftOutNamesOnlyWhatThereIs() {
    List<String> methods =
        subjects()
            .map(Subject::type)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .map(ConformanceTest::name)
            .toList();
    assertThat(methods).containsAll(OPTIONAL);
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private static void call(
      Subject subject, Object target, Method method, Object[] arguments, Set<String> violations)
      throws Exception {
    try {
      Object answer = method.invoke(target, arguments);
      if (answer instanceof ResultSet rows && answer != target && rows.getStatement() != null) {
        rows.getStatement().close();
      }
      if (mustFail(subject, method)) {
        violations.add(name(method) + shown(arguments) + " answers although closed");
      }
    } catch (InvocationTargetException e) {
      Throwable failure = e.getCause();
      if (!isAllowed(subject, method, failure)) {
        violations.add(name(method) + shown(arguments) + " throws " + told(failure));
      }
    } finally {
      if (target instanceof Statement statement) {
        statement.close();
      } else if (target instanceof Connection opened) {
        opened.close();
      } else if (target instanceof ResultSet rows
          && !(method.getName().startsWith("get"))
          && !rows.isClosed()) {
        rows.getStatement().close();
      }
    }
  }

  private static boolean mustFail(Subject subject, Method method) {
    boolean closes = AutoCloseable.class.isAssignableFrom(subject.type());
    return !subject.open() && closes && !ALWAYS.contains(method.getName());
  }

  private static boolean isAllowed(Subject subject, Method method, Throwable failure) {
    if (!(failure instanceof SQLException sql)) {
      return false;
    }
    String state = String.valueOf(sql.getSQLState());
    boolean optional = OPTIONAL.contains(name(method)) || method.getName().startsWith("update");
    if (failure instanceof SQLFeatureNotSupportedException) {
      return optional && state.equals("0A000");
    }
    if (mustFail(subject, method)) {
      return state.equals(subject.type() == Connection.class ? "08003" : "55000");
    }
    // XX000 is for faults of the driver.
    return state.matches("[0-9A-Z]{5}") && !state.equals("XX000") && !state.equals("0A000");
  }

  private static String told(Throwable failure) {
    String state = failure instanceof SQLException sql ? sql.getSQLState() + " " : "";
    return state + failure;
  }

  private static String shown(Object[] arguments) {
    List<String> shown = new ArrayList<>();
    for (Object argument : arguments == null ? new Object[0] : arguments) {
      shown.add(
          argument instanceof Number || argument instanceof String || argument == null
              ? String.valueOf(argument)
              : argument.getClass().getSimpleName());
    }
    return shown.toString();
  }
}
