package org.airbytejdbc.declarative.dynamic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.declarative.expression.LiteralType;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.airbytejdbc.declarative.transform.FieldPath;
import org.airbytejdbc.declarative.transform.Transformations;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Sets one field of a template. A text is read as YAML, unless a string is wanted.
 *
 * @param creates whether the field is made where the template lacks it
 */
record ComponentMapping(
    Component place,
    List<Expression> path,
    Expression value,
    Set<LiteralType> types,
    boolean creates,
    Optional<Expression> condition) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  /** Reads one of a resolver's; where an API tells of streams, the CDK makes no field. */
  static ComponentMapping read(Component mapping, Component resolver) {
    return new ComponentMapping(
        mapping,
        mapping.items("field_path").stream().map(mapping::template).toList(),
        mapping.requiredExpression("value"),
        Transformations.valueTypes(mapping),
        mapping.flag("create_or_update", false)
            && !resolver.type().equals("HttpComponentsResolver"),
        mapping.text("condition").filter(text -> !text.isEmpty()).map(mapping::template));
  }

  /**
   * @param scope with {@code components_values}
   */
  void apply(Map<String, @Nullable Object> template, Scope scope) {
    if (!condition.map(holds -> holds.test(scope)).orElse(true)) {
      return;
    }
    List<String> steps = path.stream().map(step -> step.text(scope)).toList();
    if (creates || FieldPath.has(template, steps)) {
      FieldPath.set(template, steps, rendered(scope));
    }
  }

  private @Nullable Object rendered(Scope scope) {
    Object rendered = value.value(scope, types);
    if (!(rendered instanceof String text) || types.contains(LiteralType.STR)) {
      return rendered;
    }
    try {
      return YAML.readValue(text, Object.class);
    } catch (JacksonException e) {
      throw place.problem("the value is no YAML: " + e.getOriginalMessage());
    }
  }
}
