package org.airbytejdbc.driver.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AirbyteResultSetTest {
  private EngineRows engine;

  @BeforeEach
  void open() {
    engine = new EngineRows();
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
  }

  @Test
  void noMoreRowsAreGivenThanWereAskedFor() throws SQLException {
    try (AirbyteResultSet rows = engine.query("SELECT * FROM range(100000)", 3)) {
      int count = 0;
      while (rows.next()) {
        assertThat(rows.getRow()).isEqualTo(++count);
      }
      assertThat(count).isEqualTo(3);
      assertThat(rows.isAfterLast()).isTrue();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void theEngineIsLetGoWithTheLastRow() throws SQLException {
    try (AirbyteResultSet rows = engine.query("SELECT 1", 0)) {
      assertThat(rows.next()).isTrue();
      assertThat(engine.released()).isZero();
      assertThat(rows.next()).isFalse();
      assertThat(engine.released()).isOne();
      assertThat(rows.getMetaData().getColumnCount()).isOne();
      assertThat(rows.isClosed()).isFalse();
    }
  }

  @Test
  void closingTwiceIsClosingOnce() throws SQLException {
    AirbyteResultSet rows = engine.query("SELECT 1", 0);
    rows.close();
    rows.close();
    assertThat(engine.released()).isOne();
    assertThat(rows.isClosed()).isTrue();
    assertThatThrownBy(rows::next)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55000"));
  }

  @Test
  void labelsAreFoundExactlyFirstAndThenWhateverTheirCase() throws SQLException {
    try (AirbyteResultSet rows = engine.query("SELECT 1 AS \"a\", 2 AS \"A\", 3 AS \"Total\"", 0)) {
      assertThat(rows.findColumn("a")).isEqualTo(1);
      assertThat(rows.findColumn("A")).isEqualTo(2);
      assertThat(rows.findColumn("TOTAL")).isEqualTo(3);
      assertThatThrownBy(() -> rows.findColumn("b"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42703"));
    }
  }

  @Test
  void rowsAreNeitherChangedNorWalkedBackwards() throws SQLException {
    try (AirbyteResultSet rows = engine.row("1")) {
      assertThatThrownBy(() -> rows.updateInt(1, 2))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
      assertThatThrownBy(() -> rows.updateString("v", "x"))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
      assertThatThrownBy(rows::deleteRow).isInstanceOf(SQLFeatureNotSupportedException.class);
      assertThatThrownBy(rows::previous).isInstanceOf(SQLException.class);
      assertThat(rows.rowUpdated() || rows.rowInserted() || rows.rowDeleted()).isFalse();
      assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    }
  }

  @Test
  void valuesAreReadOnlyFromARowAndAColumnThatIsThere() throws SQLException {
    try (AirbyteResultSet rows = engine.query("SELECT 1", 0)) {
      assertThatThrownBy(() -> rows.getInt(1))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("24000"));
      rows.next();
      assertThatThrownBy(() -> rows.getInt(2))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"));
      assertThatThrownBy(() -> rows.getInt(0)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void itIsUnwrappedAsWhatItIs() throws SQLException {
    try (AirbyteResultSet rows = engine.row("1")) {
      assertThat(rows.isWrapperFor(AirbyteResultSet.class)).isTrue();
      assertThat(rows.unwrap(ResultSet.class)).isSameAs(rows);
      assertThatThrownBy(() -> rows.unwrap(String.class)).isInstanceOf(SQLException.class);
    }
  }
}
