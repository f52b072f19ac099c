package org.airbytejdbc.driver;

import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.driver.jdbc.Attachments;

/** The sources of one connection, with the caches that it holds a share of until it closes. */
final class OpenSources implements Attachments, AutoCloseable {
  private record Share(Source source, Cache cache) {
    AttachedSource attached(boolean rediscover, RunOptions options) {
      return new AttachedSource(source, cache, cache.catalog(source, rediscover, options));
    }
  }

  private final List<Share> shares = new ArrayList<>();

  /** Adds a source before anybody asks for any; the cache is closed with the rest. */
  void add(Source source, Cache cache) {
    shares.add(new Share(source, cache));
  }

  @Override
  public AttachedSources current(RunOptions options) {
    return attached(false, options);
  }

  @Override
  public AttachedSources rediscover(RunOptions options) {
    return attached(true, options);
  }

  private AttachedSources attached(boolean rediscover, RunOptions options) {
    return new AttachedSources(
        shares.stream().map(share -> share.attached(rediscover, options)).toList());
  }

  @Override
  public void close() {
    shares.forEach(share -> share.cache().close());
  }
}
