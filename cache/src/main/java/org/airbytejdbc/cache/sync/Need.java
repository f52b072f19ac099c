package org.airbytejdbc.cache.sync;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Which of the touched streams must be read, judged from one beginning: what another sync has done
 * since counts.
 */
final class Need {
  private final FreshnessPolicy policy;
  private final Instant freshSince;
  private final Map<StreamName, Long> generations;
  private final boolean fullRefresh;

  /**
   * @param account of the moment when the streams were asked for
   */
  Need(
      SourceAccount account,
      Set<StreamName> touched,
      FreshnessPolicy policy,
      boolean fullRefresh,
      Instant began) {
    this.policy = policy;
    this.fullRefresh = fullRefresh;
    this.freshSince = policy.freshSince(began);
    this.generations =
        touched.stream()
            .collect(
                toMap(
                    name -> name,
                    name -> account.stream(name).map(s -> s.status().generation()).orElse(0L)));
  }

  /** The streams that are not fresh enough in this account. */
  Set<StreamName> of(SourceAccount account) {
    return generations.keySet().stream().filter(name -> isNeeded(account, name)).collect(toSet());
  }

  private boolean isNeeded(SourceAccount account, StreamName name) {
    if (fullRefresh) {
      StoredStream stream = account.present(name);
      return stream.status().generation() == generations.get(name);
    }
    if (policy.refresh() == Refresh.NEVER) {
      requireRead(account, name);
      return false;
    }
    boolean fresh =
        account.stream(name).filter(stream -> stream.status().isFresh(freshSince)).isPresent();
    if (!fresh) {
      account.present(name);
    }
    return !fresh;
  }

  private static void requireRead(SourceAccount account, StreamName name) {
    if (account.stream(name).filter(stream -> stream.status().readWhole()).isEmpty()) {
      throw new CacheException(
          Kind.NEVER_READ,
          "Stream " + name + " of " + account.source() + " was never read",
          "Use another refresh than never, or CALL airbyte.sync first");
    }
  }
}
