package org.airbytejdbc.clients;

import static java.sql.Connection.TRANSACTION_NONE;
import static java.sql.Connection.TRANSACTION_READ_COMMITTED;
import static java.sql.Connection.TRANSACTION_READ_UNCOMMITTED;
import static java.sql.Connection.TRANSACTION_REPEATABLE_READ;
import static java.sql.Connection.TRANSACTION_SERIALIZABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What DBeaver's generic driver calls from its setup dialog on until the tree is shown. */
@ExtendWith(Sources.class)
class DBeaverConnectIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:airbyte:",
        "jdbc:airbyte:source-",
        "jdbc:airbyte:source-not-installed",
        "jdbc:airbyte:source-faker?",
        "jdbc:airbyte:source-faker?config=",
        "jdbc:airbyte:source-faker?config={\"count\"",
        "jdbc:airbyte:source-faker?nothing=1"
      })
  void theDialogShowsThePropertiesOfHalfAUrl(String url) throws SQLException {
    Driver driver = DriverManager.getDriver("jdbc:airbyte:");
    assertThat(driver.acceptsURL(url)).isTrue();
    Properties loginOfTheDialog = new Properties();
    loginOfTheDialog.setProperty("user", "me");
    loginOfTheDialog.setProperty("password", "");
    DriverPropertyInfo[] properties = driver.getPropertyInfo(url, loginOfTheDialog);
    assertThat(properties).extracting(property -> property.name).contains("config", "refresh");
    assertThat(properties).allSatisfy(property -> assertThat(property.description).isNotBlank());
    assertThat(Stream.of(properties).filter(property -> property.name.equals("refresh")))
        .allSatisfy(refresh -> assertThat(refresh.choices).contains("auto", "always", "never"));
  }

  @Test
  void aConnectionIsSetUpAsItsProfileSays(Awkward awkward) throws SQLException {
    Driver driver = DriverManager.getDriver(awkward.url());
    try (Connection connection = driver.connect(awkward.url(), new Properties())) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(connection.getMetaData().getDefaultTransactionIsolation());
      connection.setAutoCommit(false);
      assertThat(connection.getAutoCommit()).isFalse();
      connection.commit();
      connection.rollback();
    }
  }

  @Test
  void theDriverTellsOfItself(Awkward awkward) throws SQLException {
    try (Connection connection = awkward.connect()) {
      DatabaseMetaData metadata = connection.getMetaData();
      assertThat(metadata.getDatabaseProductName()).isNotBlank();
      assertThat(metadata.getDatabaseProductVersion()).isNotBlank();
      assertThat(metadata.getDriverName()).isNotBlank();
      assertThat(metadata.getDriverVersion()).isNotBlank();
      assertThat(metadata.getDatabaseMajorVersion()).isNotNegative();
      assertThat(metadata.getDatabaseMinorVersion()).isNotNegative();
      assertThat(metadata.getSchemaTerm()).isNotBlank();
      assertThat(metadata.getProcedureTerm()).isNotBlank();
      assertThat(metadata.getCatalogTerm()).isNotNull();
      metadata.isReadOnly();
      metadata.supportsBatchUpdates();
      metadata.supportsTransactions();
      for (int level :
          new int[] {
            TRANSACTION_NONE,
            TRANSACTION_READ_UNCOMMITTED,
            TRANSACTION_READ_COMMITTED,
            TRANSACTION_REPEATABLE_READ,
            TRANSACTION_SERIALIZABLE
          }) {
        if (metadata.supportsTransactionIsolationLevel(level)) {
          connection.setTransactionIsolation(level);
        }
      }
    }
  }

  @Test
  void theDialectIsRead(Awkward awkward) throws SQLException {
    try (Connection connection = awkward.connect()) {
      DatabaseMetaData metadata = connection.getMetaData();
      assertThat(metadata.getIdentifierQuoteString()).isEqualTo("\"");
      assertThat(metadata.getSQLStateType()).isEqualTo(DatabaseMetaData.sqlStateSQL);
      assertThat(metadata.supportsCorrelatedSubqueries()).isTrue();
      assertThat(metadata.supportsSubqueriesInComparisons()).isTrue();
      assertThat(metadata.supportsSubqueriesInExists()).isTrue();
      assertThat(metadata.supportsSubqueriesInIns()).isTrue();
      assertThat(metadata.supportsSubqueriesInQuantifieds()).isTrue();
      assertThat(metadata.storesUpperCaseIdentifiers()).isFalse();
      assertThat(metadata.storesUpperCaseQuotedIdentifiers()).isFalse();
      metadata.supportsMixedCaseIdentifiers();
      metadata.supportsMixedCaseQuotedIdentifiers();
      metadata.storesLowerCaseIdentifiers();
      metadata.storesLowerCaseQuotedIdentifiers();
      assertThat(metadata.getSearchStringEscape()).isEqualTo("\\");
      assertThat(metadata.getCatalogSeparator()).isNotNull();
      assertThat(metadata.supportsSchemasInDataManipulation()).isTrue();
      metadata.supportsSchemasInTableDefinitions();
      metadata.supportsSchemasInProcedureCalls();
      metadata.supportsSchemasInIndexDefinitions();
      metadata.supportsSchemasInPrivilegeDefinitions();
      metadata.supportsCatalogsInDataManipulation();
      metadata.supportsCatalogsInTableDefinitions();
      metadata.supportsCatalogsInProcedureCalls();
      metadata.supportsCatalogsInIndexDefinitions();
      metadata.supportsCatalogsInPrivilegeDefinitions();
      assertThat(metadata.getExtraNameCharacters()).isNotNull();
      metadata.isCatalogAtStart();
      assertThat(metadata.getSQLKeywords().split(",")).isNotEmpty().doesNotContain("");
      assertThat(metadata.getNumericFunctions()).containsIgnoringCase("abs");
      assertThat(metadata.getStringFunctions()).containsIgnoringCase("lower");
      assertThat(metadata.getSystemFunctions()).isNotNull();
      assertThat(metadata.getTimeDateFunctions()).containsIgnoringCase("date_trunc");
      assertThat(Rows.column(metadata.getClientInfoProperties(), "NAME")).isNotNull();
    }
  }
}
