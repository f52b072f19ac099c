package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import org.airbytejdbc.driver.result.MemoryTable.Column;

/** Something that is done by {@code CALL airbyte.<name>(…)}. Stateless. */
public interface Procedure {
  /**
   * What can be given to it, by position or by name.
   *
   * @param type as the engine writes it
   */
  record Parameter(String name, String type, boolean required, String description) {}

  String name();

  /** What it does, in a sentence. */
  String description();

  List<Parameter> parameters();

  /** The columns of its answer; none where they depend on the arguments. */
  List<Column> columns();

  /** Does it; the answer says what was done. */
  Answer call(Arguments arguments, CallContext context) throws SQLException;
}
