package org.airbytejdbc.driver.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.calcite.RoutedStatement.Argument;
import org.airbytejdbc.calcite.RoutedStatement.Procedure;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.procedure.Procedures;

/** The parameters of a call, each the value of one that its procedure has. */
record CallParameters(List<Parameter> parameters) {
  /**
   * One of them.
   *
   * @param type as the engine writes it
   */
  private record Parameter(String name, String type) {}

  /** Those of the call, or of a statement that is none and so has none. */
  static CallParameters of(Optional<Procedure> call) {
    List<Parameter> parameters = new ArrayList<>();
    call.ifPresent(
        procedure -> {
          for (int i = 0; i < procedure.arguments().size(); i++) {
            Argument argument = procedure.arguments().get(i);
            if (argument.value().orElse("")
                instanceof org.airbytejdbc.calcite.RoutedStatement.Parameter) {
              parameters.add(declared(procedure, argument.name(), i));
            }
          }
        });
    return new CallParameters(List.copyOf(parameters));
  }

  /** As the procedure declares it; a text where it does not. */
  private static Parameter declared(Procedure call, String name, int position) {
    List<org.airbytejdbc.driver.procedure.Procedure.Parameter> all =
        Procedures.all().stream()
            .filter(procedure -> procedure.name().equalsIgnoreCase(call.name()))
            .findFirst()
            .map(org.airbytejdbc.driver.procedure.Procedure::parameters)
            .orElse(List.of());
    for (int i = 0; i < all.size(); i++) {
      if (name.isEmpty() ? i == position : all.get(i).name().equalsIgnoreCase(name)) {
        return new Parameter(all.get(i).name(), all.get(i).type());
      }
    }
    return new Parameter(name, "VARCHAR");
  }

  ParameterTypes types() {
    return ParameterTypes.of(parameters.stream().map(Parameter::type).toList());
  }

  /** The number of the parameter with that name, letter case aside. */
  int number(String name) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equalsIgnoreCase(name)) {
        return i + 1;
      }
    }
    throw SqlErrors.argument("The call has no parameter '" + name + "'");
  }
}
