package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.procedure.Procedure.Parameter;

/** A parameter that names a source; all sources are meant without it. */
final class SourceArgument {
  static final Parameter PARAMETER =
      new Parameter("source", "VARCHAR", false, "The source's name; all sources without it");

  private SourceArgument() {}

  /** The sources that are meant. */
  static List<AttachedSource> of(Arguments arguments, CallContext context) throws SQLException {
    Optional<String> name = arguments.text(PARAMETER.name());
    return name.isEmpty() ? context.sources().sources() : List.of(one(name.get(), context));
  }

  /** The source of that name. */
  static AttachedSource one(String name, CallContext context) throws SQLException {
    return context
        .sources()
        .find(name)
        .orElseThrow(
            () ->
                SqlState.UNDEFINED_SCHEMA.exception(
                    "There is no source " + name, known(context.sources())));
  }

  private static String known(AttachedSources sources) {
    return sources.sources().isEmpty()
        ? AttachedSources.HOW_TO_ADD
        : sources.sources().stream()
            .map(source -> source.source().name())
            .collect(Collectors.joining(", ", "There is ", "."));
  }
}
