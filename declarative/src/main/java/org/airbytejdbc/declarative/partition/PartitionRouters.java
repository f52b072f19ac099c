package org.airbytejdbc.declarative.partition;

import java.util.List;
import java.util.function.Function;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.manifest.Component;

/**
 * Reads partition routers.
 *
 * @param streams makes a parent out of the configuration of one
 */
public record PartitionRouters(Runtime runtime, Function<Component, ParentRecords> streams) {
  /** A retriever's router or routers; no router means one partition. */
  public PartitionRouter of(Component retriever) {
    List<PartitionRouter> routers =
        retriever.components("partition_router").stream().map(this::read).toList();
    if (routers.isEmpty()) {
      return new SinglePartition();
    }
    // A list of one is a product as well: its state has no parents.
    return retriever.isList("partition_router") ? new CartesianProduct(routers) : routers.get(0);
  }

  private PartitionRouter read(Component router) {
    return switch (router.type()) {
      case "ListPartitionRouter" -> ListPartitionRouter.read(router, runtime.scope());
      case "SubstreamPartitionRouter" ->
          new SubstreamPartitionRouter(
              router.components("parent_stream_configs").stream().map(this::parent).toList());
      case "GroupingPartitionRouter" ->
          new GroupingPartitionRouter(
              read(router.required("underlying_partition_router")),
              Integer.parseInt(router.requiredText("group_size")),
              router.flag("deduplicate", true));
      case "UnionPartitionRouter" ->
          UnionPartitionRouter.read(
              router,
              router.components("partition_routers").stream().map(this::read).toList(),
              runtime.scope());
      default -> throw router.unknown();
    };
  }

  private ParentStream parent(Component config) {
    return ParentStream.read(config, streams.apply(config), runtime.scope());
  }
}
