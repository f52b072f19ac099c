package org.airbytejdbc.cache.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The tables that keep account, in a schema that no source can have as its own.
 *
 * <p>No keys are declared: an index would cost more than it gives, and each row has one writer, the
 * holder of the stream's lock. A stream without a namespace has an empty one.
 */
final class LedgerTables {
  private static final String DDL =
      """
      BEGIN;
      CREATE SCHEMA IF NOT EXISTS _airbyte;
      CREATE TABLE IF NOT EXISTS _airbyte.sources (
        source VARCHAR NOT NULL,
        connector VARCHAR NOT NULL,
        connector_version VARCHAR NOT NULL,
        config_hash VARCHAR NOT NULL,
        discovered_at TIMESTAMPTZ NOT NULL);
      CREATE TABLE IF NOT EXISTS _airbyte.streams (
        source VARCHAR NOT NULL,
        namespace VARCHAR NOT NULL,
        stream VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        table_name VARCHAR NOT NULL,
        definition VARCHAR NOT NULL,
        columns VARCHAR NOT NULL,
        gone BOOLEAN NOT NULL,
        stale BOOLEAN NOT NULL,
        read_whole BOOLEAN NOT NULL,
        generation BIGINT NOT NULL,
        next_rows BIGINT,
        row_count BIGINT NOT NULL,
        finished_at TIMESTAMPTZ);
      CREATE TABLE IF NOT EXISTS _airbyte.state (
        source VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        pending BOOLEAN NOT NULL,
        streams VARCHAR[] NOT NULL,
        state VARCHAR NOT NULL,
        stored_at TIMESTAMPTZ NOT NULL);
      CREATE TABLE IF NOT EXISTS _airbyte.schema_changes (
        source VARCHAR NOT NULL,
        namespace VARCHAR NOT NULL,
        stream VARCHAR NOT NULL,
        change VARCHAR NOT NULL,
        field VARCHAR NOT NULL,
        old_type VARCHAR,
        new_type VARCHAR,
        changed_at TIMESTAMPTZ NOT NULL);
      CREATE TABLE IF NOT EXISTS _airbyte.syncs (
        sync_id BIGINT NOT NULL,
        source VARCHAR NOT NULL,
        streams VARCHAR[] NOT NULL,
        process_id BIGINT NOT NULL,
        started_at TIMESTAMPTZ NOT NULL,
        finished_at TIMESTAMPTZ,
        outcome VARCHAR NOT NULL,
        error VARCHAR,
        records BIGINT NOT NULL,
        bytes BIGINT,
        state_before VARCHAR,
        state_after VARCHAR);
      CREATE TABLE IF NOT EXISTS _airbyte.previews (
        source VARCHAR NOT NULL,
        namespace VARCHAR NOT NULL,
        stream VARCHAR NOT NULL,
        row_count BIGINT NOT NULL,
        whole BOOLEAN NOT NULL,
        read_at TIMESTAMPTZ NOT NULL);
      COMMIT;
      """;

  private static final String NEWER_COLUMNS =
      """
      BEGIN;
      ALTER TABLE _airbyte.syncs ADD COLUMN IF NOT EXISTS bytes BIGINT;
      ALTER TABLE _airbyte.syncs ADD COLUMN IF NOT EXISTS state_before VARCHAR;
      ALTER TABLE _airbyte.syncs ADD COLUMN IF NOT EXISTS state_after VARCHAR;
      COMMIT;
      """;

  private LedgerTables() {}

  /** Whether the tables are there; all are made together. */
  static boolean exist(Connection connection) throws SQLException {
    return Sql.number(
            connection, "SELECT count(*) FROM duckdb_schemas() WHERE schema_name = '_airbyte'")
        > 0;
  }

  /** Whether they have all columns: an older version of the driver made them with fewer. */
  static boolean areCurrent(Connection connection) throws SQLException {
    return Sql.number(
            connection,
            "SELECT count(*) FROM pragma_table_info('_airbyte.syncs') WHERE name = 'state_after'")
        > 0;
  }

  /** Makes the tables that are not there. */
  static void create(Connection connection) throws SQLException {
    Sql.execute(connection, DDL);
  }

  /** Adds the columns that are not there. */
  static void bringUpToDate(Connection connection) throws SQLException {
    create(connection);
    Sql.execute(connection, NEWER_COLUMNS);
  }
}
