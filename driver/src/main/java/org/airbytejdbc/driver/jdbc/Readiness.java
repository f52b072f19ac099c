package org.airbytejdbc.driver.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.SyncOptions;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.airbytejdbc.calcite.RoutedStatement.InCache;
import org.airbytejdbc.calcite.RoutedStatement.PreviewForm;
import org.airbytejdbc.connector.Cancellation;

/** Makes ready what a statement touches, and reads no more than its answer needs. */
final class Readiness {
  private final Session session;

  Readiness(Session session) {
    this.session = session;
  }

  /**
   * Makes its streams ready, and says with which text it runs then.
   *
   * @param maxRows 0 means all
   */
  String of(InCache statement, long maxRows, Execution execution) {
    Cancellation cancellation = execution.cancellation();
    if (statement.yieldsNoRows()) {
      ensureTables(statement, cancellation);
      return statement.sql();
    }
    Optional<PreviewForm> preview = statement.preview().filter(form -> isPreviewed(form, maxRows));
    if (preview.isPresent()) {
      execution.warn(
          Notice.PREVIEW,
          "These are some rows of " + label(preview.get().table()) + ", which was not read yet");
      return previewed(preview.get(), maxRows, cancellation);
    }
    ensureFresh(statement.touched(), execution);
    return limited(statement, maxRows);
  }

  /** Nobody makes them fresh, so callers are told of those that would be read otherwise. */
  private void tellAge(Collection<Touched> touched, Execution execution) {
    Instant old = Instant.now().minus(session.context().policy().maxAge());
    for (Touched streams : touched) {
      for (StreamTable table : streams.tables()) {
        streams
            .cache()
            .outdated(table, old)
            .ifPresent(read -> execution.warn(Notice.OLD_DATA, label(table) + told(read, old)));
      }
    }
  }

  private static String told(Instant read, Instant old) {
    return " was last read at "
        + read.truncatedTo(ChronoUnit.SECONDS)
        + (read.isBefore(old) ? "" : ", with another connector or config");
  }

  private static String label(StreamTable table) {
    return table.schema() + "." + table.table();
  }

  /** Reads the streams that are not fresh enough, or warns of them if nothing is to be read. */
  void ensureFresh(Collection<Touched> touched, Execution execution) {
    ConnectionContext context = session.context();
    SyncOptions options = context.sync(execution.cancellation(), false);
    context.freshness().ensure(touched, context.policy(), options);
    if (context.policy().refresh() == Refresh.NEVER) {
      tellAge(touched, execution);
    }
  }

  /** Makes the statement's tables without reading a stream. */
  void ensureTables(InCache statement, Cancellation cancellation) {
    ensureTables(statement.touched(), cancellation);
  }

  /** The same for the streams of any statement. */
  void ensureTables(Collection<Touched> streams, Cancellation cancellation) {
    for (Touched touched : streams) {
      touched.cache().ensureTables(touched.source(), touched.tables(), cancellation);
    }
  }

  /** Whether the first rows of a never-read stream will do. */
  boolean isPreviewed(InCache statement, long maxRows) {
    return statement.preview().filter(form -> isPreviewed(form, maxRows)).isPresent();
  }

  private boolean isPreviewed(PreviewForm form, long maxRows) {
    return session.context().policy().refresh() != Refresh.NEVER
        && (maxRows > 0 || form.limit().isPresent())
        && !form.touched().cache().everRead(form.table());
  }

  /** A LIMIT of its own counts: with an OFFSET, more rows are needed than are shown. */
  private String previewed(PreviewForm form, long maxRows, Cancellation cancellation) {
    ConnectionContext context = session.context();
    Touched touched = form.touched();
    Cache.Preview preview =
        touched
            .cache()
            .preview(
                touched.source(),
                form.table(),
                form.limit().orElse(maxRows),
                context.policy(),
                context.sync(cancellation, false));
    return form.over()
        .apply(SqlName.quoted(preview.schema()) + "." + SqlName.quoted(preview.table()));
  }

  /** The engine would compute all rows before it gives the first. */
  private static String limited(InCache statement, long maxRows) {
    boolean unlimited =
        statement.preview().filter(form -> form.limit().isEmpty()).isPresent() && maxRows > 0;
    return unlimited ? statement.sql() + "\nLIMIT " + maxRows : statement.sql();
  }
}
