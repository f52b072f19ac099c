package org.airbytejdbc.driver.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine's types are in JDBC, as data. */
class ColumnTypesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true                                           | 16   | BOOLEAN   | java.lang.Boolean    | true",
        "7::TINYINT                                     | -6   | TINYINT   | java.lang.Integer    | 7",
        "7::SMALLINT                                    | 5    | SMALLINT  | java.lang.Integer    | 7",
        "7::INTEGER                                     | 4    | INTEGER   | java.lang.Integer    | 7",
        "7::BIGINT                                      | -5   | BIGINT    | java.lang.Long       | 7",
        "7::UTINYINT                                    | 5    | UTINYINT  | java.lang.Integer    | 7",
        "7::USMALLINT                                   | 4    | USMALLINT | java.lang.Integer    | 7",
        "4294967295::UINTEGER                           | -5   | UINTEGER  | java.lang.Long       | 4294967295",
        "18446744073709551615::UBIGINT                  | 2    | UBIGINT   | java.math.BigDecimal | 18446744073709551615",
        "170141183460469231731687303715884105727::HUGEINT | 2  | HUGEINT   | java.math.BigDecimal | 170141183460469231731687303715884105727",
        "1.50::DECIMAL(10,2)                            | 3    | DECIMAL   | java.math.BigDecimal | 1.50",
        "1.5::FLOAT                                     | 7    | FLOAT     | java.lang.Float      | 1.5",
        "1.5::DOUBLE                                    | 8    | DOUBLE    | java.lang.Double     | 1.5",
        "'x'                                            | 12   | VARCHAR   | java.lang.String     | x",
        "'{\"a\":1}'::JSON                              | 12   | JSON      | java.lang.String     | {\"a\":1}",
        "'a'::ENUM('a', 'b')                            | 12   | ENUM      | java.lang.String     | a",
        "INTERVAL 1 DAY                                 | 12   | INTERVAL  | java.lang.String     | 1 day",
        "'1010'::BIT                                    | 12   | BIT       | java.lang.String     | 1010",
        "DATE '2020-01-02'                              | 91   | DATE      | java.sql.Date        | 2020-01-02",
        "TIME '03:04:05.1'                              | 92   | TIME      | java.sql.Time        | 03:04:05.1",
        "'03:04:05.1+02'::TIMETZ                        | 2013 | TIME WITH TIME ZONE | java.sql.Time | 03:04:05.1+02",
        "TIMESTAMP '2020-01-02 03:04:05.123456'         | 93   | TIMESTAMP | java.sql.Timestamp   | 2020-01-02 03:04:05.123456",
        "TIMESTAMP_NS '2020-01-02 03:04:05.123456789'   | 93   | TIMESTAMP_NS | java.sql.Timestamp | 2020-01-02 03:04:05.123456789",
        "'\\xAA'::BLOB                                  | -3   | BLOB      | [B                   | \\xAA",
        "'3f8c90ea-00b3-4ce9-95a3-d5f354fd1d0a'::UUID   | 1111 | UUID      | java.util.UUID       | 3f8c90ea-00b3-4ce9-95a3-d5f354fd1d0a",
        "[1, 2]                                         | 2003 | INTEGER[] | java.sql.Array       | [1, 2]",
        "{'a': 1}                                       | 2002 | STRUCT(a INTEGER) | java.sql.Struct | {'a': 1}",
        "MAP {'a': 1}                                   | 2000 | MAP(VARCHAR, INTEGER) | java.util.Map | {a=1}",
        "NULL                                           | 12   | VARCHAR   | java.lang.String     | ",
      })
  void typesAreWhatJdbcCallsThem(
      String expression, int jdbcType, String typeName, String javaClass, String text)
      throws Exception {
    try (EngineRows engine = new EngineRows();
        AirbyteResultSet row = engine.row(expression)) {
      ResultSetMetaData columns = row.getMetaData();
      assertThat(columns.getColumnType(1)).isEqualTo(jdbcType);
      assertThat(columns.getColumnTypeName(1)).isEqualTo(typeName);
      assertThat(columns.getColumnClassName(1)).isEqualTo(javaClass);
      assertThat(row.getString(1)).isEqualTo(text);
      if (text != null) {
        assertThat(row.getObject(1)).isInstanceOf(Class.forName(javaClass));
      }
    }
  }

  @Test
  void decimalsHaveTheirOwnDigits() throws SQLException {
    try (EngineRows engine = new EngineRows();
        AirbyteResultSet row = engine.row("1.50::DECIMAL(10, 2)")) {
      ResultSetMetaData columns = row.getMetaData();
      assertThat(columns.getPrecision(1)).isEqualTo(10);
      assertThat(columns.getScale(1)).isEqualTo(2);
      assertThat(columns.getColumnDisplaySize(1)).isEqualTo(12);
      assertThat(columns.isSigned(1)).isTrue();
    }
  }

  @Test
  void everyTypeIsFoundByItsNameInTheEngine() {
    for (ColumnType type : ColumnType.values()) {
      assertThat(ColumnType.of(type.engineName())).isEqualTo(type);
    }
    assertThat(ColumnType.of("DECIMAL(38,10)")).isEqualTo(ColumnType.DECIMAL);
    assertThat(ColumnType.of("STRUCT(a INTEGER)[]")).isEqualTo(ColumnType.LIST);
    assertThat(ColumnType.of("GEOMETRY").jdbcType()).isEqualTo(Types.OTHER);
  }
}
