package org.airbytejdbc.calcite.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queries of WITH that can be named at one place of a statement, with their columns. */
record Known(@Nullable Relation last, @Nullable Known before) {
  static final Known NONE = new Known(null, null);

  Known with(Relation named) {
    return new Known(named, this);
  }

  /** The query that a table's name means; a name with a schema never means one. */
  Optional<Relation> find(TableName name) {
    for (Known known = this; known != null; known = known.before) {
      Relation relation = known.last;
      if (relation != null && name.schema().isEmpty() && relation.isCalled(name.table())) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }
}
