package org.airbytejdbc.driver.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.catalog.SqlName;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.RoutedStatement.InCache;
import org.airbytejdbc.calcite.RoutedStatement.PreviewForm;
import org.airbytejdbc.connector.Cancellation;

/** Makes ready what a statement touches, and reads no more than its answer needs. */
final class Readiness {
  private final ConnectionContext context;

  Readiness(ConnectionContext context) {
    this.context = context;
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
          "These are some rows of " + preview.get().table().sqlName() + ", which was not read yet");
      return previewed(preview.get(), maxRows, cancellation);
    }
    ensureFresh(statement.touched(), cancellation);
    if (context.policy().refresh() == Refresh.NEVER) {
      tellAge(statement.touched(), execution);
    }
    return limited(statement, maxRows);
  }

  /** Nobody makes them fresh, so callers are told how old they are. */
  private void tellAge(Collection<Touched> touched, Execution execution) {
    Instant old = Instant.now().minus(context.policy().maxAge());
    for (Touched streams : touched) {
      for (StreamTable table : streams.tables()) {
        streams
            .cache()
            .lastRead(table)
            .filter(read -> read.isBefore(old))
            .ifPresent(
                read ->
                    execution.warn(Notice.OLD_DATA, table.sqlName() + " was last read at " + read));
      }
    }
  }

  /** Reads the streams that are not fresh enough. */
  void ensureFresh(Collection<Touched> touched, Cancellation cancellation) {
    context.freshness().ensure(touched, context.policy(), context.sync(cancellation, false));
  }

  /** Makes the statement's tables without reading a stream. */
  void ensureTables(InCache statement, Cancellation cancellation) {
    for (Touched touched : statement.touched()) {
      touched.cache().ensureTables(touched.source(), touched.tables(), cancellation);
    }
  }

  private boolean isPreviewed(PreviewForm form, long maxRows) {
    return context.policy().refresh() != Refresh.NEVER
        && (maxRows > 0 || form.limit().isPresent())
        && !form.touched().cache().everRead(form.table());
  }

  /** A LIMIT of its own counts: with an OFFSET, more rows are needed than are shown. */
  private String previewed(PreviewForm form, long maxRows, Cancellation cancellation) {
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
