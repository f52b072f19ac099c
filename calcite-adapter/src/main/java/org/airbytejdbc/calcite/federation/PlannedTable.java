package org.airbytejdbc.calcite.federation;

import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;

/** A stream as Calcite plans with it: its columns, and the cache that it lives in. */
final class PlannedTable extends AbstractTable {
  private final Cache cache;
  private final StreamTable stream;

  PlannedTable(Cache cache, StreamTable stream) {
    this.cache = cache;
    this.stream = stream;
  }

  Cache cache() {
    return cache;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory types) {
    RelDataTypeFactory.Builder row = types.builder();
    stream
        .columns()
        .forEach(column -> row.add(column.name(), CalciteTypes.of(column.type(), types)));
    return row.build();
  }
}
