package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.airbytejdbc.calcite.RoutedStatement.Argument;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.driver.procedure.Procedure.Parameter;

/** The values that a call gives to the parameters of its procedure. */
public final class Arguments {
  private final Procedure procedure;
  private final Map<String, Object> values = new HashMap<>();

  /** Refuses what the procedure does not take, by name. */
  Arguments(Procedure procedure, List<Argument> given) throws SQLException {
    this.procedure = procedure;
    List<Parameter> parameters = procedure.parameters();
    for (int i = 0; i < given.size(); i++) {
      Argument argument = given.get(i);
      if (argument.name().isEmpty() && i >= parameters.size()) {
        throw refused("takes at most " + parameters.size() + " arguments");
      }
      String name = argument.name().isEmpty() ? parameters.get(i).name() : argument.name();
      Parameter parameter =
          parameters.stream()
              .filter(p -> p.name().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(() -> refused("has no parameter '" + name + "'"));
      if (argument.value().isPresent()
          && values.put(parameter.name(), argument.value().get()) != null) {
        throw refused("was given '" + name + "' twice");
      }
    }
    for (Parameter parameter : parameters) {
      if (parameter.required() && !values.containsKey(parameter.name())) {
        throw refused("needs '" + parameter.name() + "'");
      }
    }
  }

  /** The text given, if any. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Object::toString);
  }

  /** The whole number given, if any. */
  OptionalLong number(String name) throws SQLException {
    Optional<String> text = text(name);
    try {
      return text.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(text.get().strip()));
    } catch (NumberFormatException e) {
      throw refused("takes a whole number for '" + name + "'");
    }
  }

  /** Whether it was given as true; false if it was not given. */
  boolean flag(String name) throws SQLException {
    Object value = values.getOrDefault(name, false);
    return switch (value.toString().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused("takes true or false for '" + name + "'");
    };
  }

  private SQLException refused(String why) {
    String signature =
        procedure.parameters().stream()
            .map(p -> p.required() ? p.name() : "[" + p.name() + "]")
            .collect(Collectors.joining(", ", procedure.name() + "(", ")"));
    return SqlState.INVALID_ARGUMENT.exception(
        "Procedure " + procedure.name() + " " + why, "Call airbyte." + signature + ".");
  }
}
