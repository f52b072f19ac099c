package org.airbytejdbc.declarative.partition;

import java.util.Iterator;
import java.util.List;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.Requester.Injected;

/** The stream that is not parted. */
public record SinglePartition() implements PartitionRouter {
  @Override
  public Iterator<StreamSlice> partitions() {
    return List.of(StreamSlice.none()).iterator();
  }

  @Override
  public Injected inject(StreamSlice slice, Scope scope) {
    return Injected.none();
  }
}
