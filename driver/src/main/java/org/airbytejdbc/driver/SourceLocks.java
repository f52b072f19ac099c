package org.airbytejdbc.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.lock.ConnectorLock;
import org.airbytejdbc.connector.lock.LockFile;
import org.airbytejdbc.driver.OpenSources.Share;
import org.airbytejdbc.driver.procedure.ConnectorLocks;
import org.airbytejdbc.driver.settings.SourceDefinition;

/**
 * The lock file and the sources that it may hold.
 *
 * @param shares the open sources
 */
record SourceLocks(Optional<Path> file, ConnectorFinder finder, List<Share> shares)
    implements ConnectorLocks {
  /** A source that is held to its place in the file, if it has one. */
  SourceDefinition held(SourceDefinition source) {
    return source.heldTo(file.map(LockFile::read).flatMap(locks -> locks.source(source.name())));
  }

  @Override
  public LockFile lock(Optional<String> source, RunOptions options) {
    Path written = file.orElseThrow();
    Map<String, ConnectorLock> locks = new TreeMap<>();
    shares.stream()
        .filter(share -> source.isEmpty() || isCalled(share, source.get()))
        .forEach(share -> locks.put(share.definition().name(), lock(share, options)));
    // Read only now: to lock takes a while, and another connection may have written meanwhile.
    LockFile all = source.isPresent() ? LockFile.read(written).with(locks) : LockFile.of(locks);
    all.write(written);
    return all;
  }

  private ConnectorLock lock(Share share, RunOptions options) {
    SourceDefinition source = share.definition();
    return finder.lock(source.connector(), source.lock(), share.source().config(), options);
  }

  private static boolean isCalled(Share share, String source) {
    return share.definition().name().equalsIgnoreCase(source);
  }
}
