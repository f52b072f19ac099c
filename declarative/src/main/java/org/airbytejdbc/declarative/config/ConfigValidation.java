package org.airbytejdbc.declarative.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.extract.Fields;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/**
 * One rule that a config must keep.
 *
 * @param path of the parts of the config that it is about; empty where it is about the value
 */
record ConfigValidation(
    String place, List<Expression> path, Optional<Expression> value, SchemaStrategy strategy) {
  static ConfigValidation read(Component validator) {
    SchemaStrategy strategy = SchemaStrategy.read(validator.required("validation_strategy"));
    return switch (validator.type()) {
      case "DpathValidator" ->
          new ConfigValidation(
              validator.path(),
              validator.items("field_path").stream().map(validator::template).toList(),
              Optional.empty(),
              strategy);
      case "PredicateValidator" ->
          new ConfigValidation(
              validator.path(),
              List.of(),
              Optional.of(validator.requiredExpression("value")),
              strategy);
      default -> throw validator.unknown();
    };
  }

  /** Throws where the config breaks the rule; what is not there breaks none. */
  void check(Map<String, @Nullable Object> config, Scope scope) {
    for (Object part : parts(config, scope)) {
      List<String> violations = strategy.violations(part);
      if (!violations.isEmpty()) {
        throw new DeclarativeException(
            Failure.CONFIG_ERROR,
            "The config breaks a rule of the manifest ("
                + place
                + "): "
                + String.join("; ", violations));
      }
    }
  }

  private List<@Nullable Object> parts(Map<String, @Nullable Object> config, Scope scope) {
    List<@Nullable Object> parts = new ArrayList<>();
    if (value.isPresent()) {
      parts.add(value.get().value(scope));
    } else {
      List<String> steps = path.stream().map(step -> step.text(scope)).toList();
      parts.addAll(Fields.all(config, steps));
    }
    return parts;
  }
}
