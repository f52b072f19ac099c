package org.airbytejdbc.calcite.query;

import org.jspecify.annotations.Nullable;

/** The names of WITH that hide tables at one place of a statement. */
final class Scope {
  static final Scope NONE = new Scope("", null);

  private final String name;
  private final @Nullable Scope outer;

  private Scope(String name, @Nullable Scope outer) {
    this.name = name;
    this.outer = outer;
  }

  Scope with(String added) {
    return new Scope(added, this);
  }

  /** Whether a table of that name is hidden; a name with a schema never is. */
  boolean hides(TableName table) {
    if (table.schema().isPresent()) {
      return false;
    }
    for (Scope scope = this; scope.outer != null; scope = scope.outer) {
      if (scope.name.equalsIgnoreCase(table.table())) {
        return true;
      }
    }
    return false;
  }
}
