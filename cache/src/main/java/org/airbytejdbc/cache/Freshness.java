package org.airbytejdbc.cache;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.catalog.StreamTable;

/** Reads the streams that a statement touches and that are not fresh enough. */
public final class Freshness {
  /** The streams of one source that a statement touches. */
  public record Touched(Cache cache, Source source, Set<StreamTable> tables) {
    public Touched {
      tables = Set.copyOf(tables);
    }
  }

  /**
   * Returns once every touched stream is fresh by the policy: one connector run for each source
   * that needs it, with just the streams that need it, sources side by side. A stream that another
   * thread or process is reading is waited for instead of read twice.
   */
  public List<SyncReport> ensure(
      Collection<Touched> touched, FreshnessPolicy policy, SyncOptions options) {
    throw new UnsupportedOperationException("not yet");
  }
}
