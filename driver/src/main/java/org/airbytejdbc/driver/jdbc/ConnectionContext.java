package org.airbytejdbc.driver.jdbc;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.airbytejdbc.cache.Freshness;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.SyncListener;
import org.airbytejdbc.cache.SyncOptions;
import org.airbytejdbc.calcite.Statements;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.driver.procedure.SourceList;
import org.airbytejdbc.driver.settings.SessionSettings;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.airbytejdbc.driver.system.Surroundings;

/**
 * All that a connection needs.
 *
 * @param url the URL without its secrets, as {@code getURL} shows it
 * @param version the driver's, such as {@code 0.1.0}
 * @param schema the first current schema; empty where there is no single source
 * @param policy when a stream is read again before a statement sees it
 * @param runs how connectors are watched over, whatever statement they run for
 * @param timeZoneTypes how results and metadata tell of types that have a time zone
 * @param onClose gives the caches back; run once, when the connection closes
 */
public record ConnectionContext(
    String url,
    String version,
    String schema,
    Attachments attachments,
    Surroundings surroundings,
    SourceList sourceList,
    Statements statements,
    Freshness freshness,
    FreshnessPolicy policy,
    RunOptions runs,
    SyncListener syncListener,
    TimeZoneTypes timeZoneTypes,
    Runnable onClose) {
  public ConnectionContext {
    requireNonNull(url, "url");
    requireNonNull(version, "version");
    requireNonNull(schema, "schema");
    requireNonNull(attachments, "attachments");
    requireNonNull(surroundings, "surroundings");
    requireNonNull(sourceList, "sourceList");
    requireNonNull(statements, "statements");
    requireNonNull(freshness, "freshness");
    requireNonNull(policy, "policy");
    requireNonNull(runs, "runs");
    requireNonNull(syncListener, "syncListener");
    requireNonNull(timeZoneTypes, "timeZoneTypes");
    requireNonNull(onClose, "onClose");
  }

  /** The same with what a session has set. */
  ConnectionContext with(SessionSettings settings) {
    return new ConnectionContext(
        url,
        version,
        schema,
        attachments,
        surroundings,
        sourceList,
        statements,
        freshness,
        settings.freshness(),
        runs.silentFor(settings.idleTimeout()),
        syncListener,
        timeZoneTypes,
        onClose);
  }

  /** What a session can set. */
  SessionSettings settings(Duration queryTimeout) {
    return new SessionSettings(policy, runs.idleTimeout(), queryTimeout);
  }

  /** The connector runs of one statement, ended by its cancellation. */
  RunOptions run(Cancellation cancellation) {
    return runs.endedBy(cancellation);
  }

  /** The syncs of one statement, ended by its cancellation. */
  SyncOptions sync(Cancellation cancellation, boolean fullRefresh) {
    return new SyncOptions(run(cancellation), syncListener, fullRefresh);
  }
}
