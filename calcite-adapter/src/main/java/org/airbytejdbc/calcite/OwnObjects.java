package org.airbytejdbc.calcite;

import java.util.List;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.own.OwnTable;

/** Looks up the views and tables of the user's own, where a statement names what is no stream. */
public interface OwnObjects {
  /** Where there are none. */
  OwnObjects NONE = cache -> List.of();

  /** Those in a cache as the statement's connection sees them, its temporary ones first. */
  List<OwnTable> in(Cache cache);
}
