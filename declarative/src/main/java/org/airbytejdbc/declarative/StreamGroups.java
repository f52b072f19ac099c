package org.airbytejdbc.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.retrieve.StreamCatalog;
import org.jspecify.annotations.Nullable;

/** Streams that a manifest lets be read only one after the other. */
record StreamGroups(Map<String, String> groupOf) {
  static StreamGroups read(Component manifest, Runtime runtime) {
    Map<String, String> groupOf = new LinkedHashMap<>();
    Map<String, @Nullable Object> groups = manifest.map("stream_groups");
    for (String name : groups.keySet()) {
      Component group =
          new Component(groups, manifest.path() + ".stream_groups").component(name).orElseThrow();
      Component action = group.required("action");
      if (!action.type().equals("BlockSimultaneousSyncsAction")) {
        throw action.unknown();
      }
      group
          .components("streams")
          .forEach(stream -> groupOf.putIfAbsent(StreamCatalog.name(stream, runtime), name));
    }
    return new StreamGroups(groupOf);
  }

  /** The reads, those of a group together; each other has a group to itself. */
  List<List<StreamRead>> of(List<StreamRead> reads) {
    Map<String, List<StreamRead>> groups = new LinkedHashMap<>();
    List<List<StreamRead>> all = new ArrayList<>();
    for (StreamRead read : reads) {
      Optional<String> group = Optional.ofNullable(groupOf.get(read.name()));
      group
          .map(name -> groups.computeIfAbsent(name, added -> newOf(all)))
          .orElseGet(() -> newOf(all))
          .add(read);
    }
    return all;
  }

  private static List<StreamRead> newOf(List<List<StreamRead>> all) {
    all.add(new ArrayList<>());
    return all.get(all.size() - 1);
  }
}
