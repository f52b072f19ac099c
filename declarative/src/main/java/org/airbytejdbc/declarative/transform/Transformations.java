package org.airbytejdbc.declarative.transform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.LiteralType;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/** Reads the transformations of a manifest. */
public final class Transformations {
  private Transformations() {}

  public static Transformation read(Component transformation, Runtime runtime) {
    return switch (transformation.type()) {
      case "AddFields" -> addFields(transformation);
      case "RemoveFields" -> removeFields(transformation);
      case "KeysToLower" -> new KeysToLower();
      case "KeysToSnakeCase" -> new KeysToSnakeCase();
      case "KeysReplace" ->
          new KeysReplace(
              transformation.requiredExpression("old"), transformation.requiredExpression("new"));
      case "FlattenFields" -> new FlattenFields(transformation.flag("flatten_lists", true));
      case "DpathFlattenFields" -> DpathFlattenFields.read(transformation, runtime.scope());
      default -> throw transformation.unknown();
    };
  }

  /** Reads a change of a config, which is made as those of records are. */
  public static Transformation ofConfig(Component transformation) {
    return switch (transformation.type()) {
      case "ConfigAddFields" -> addFields(transformation);
      case "ConfigRemoveFields" -> removeFields(transformation);
      case "ConfigRemapField" -> RemapField.read(transformation);
      default -> throw transformation.unknown();
    };
  }

  private static Transformation removeFields(Component transformation) {
    return new RemoveFields(
        transformation.items("field_pointers").stream().map(FieldGlob::of).toList(),
        condition(transformation));
  }

  private static Transformation addFields(Component transformation) {
    List<AddFields.Added> fields =
        transformation.components("fields").stream()
            .map(
                field ->
                    new AddFields.Added(
                        path(field), field.requiredExpression("value"), valueTypes(field)))
            .toList();
    return new AddFields(fields, condition(transformation));
  }

  private static List<String> path(Component field) {
    List<String> path = field.items("path").stream().map(String::valueOf).toList();
    if (path.isEmpty()) {
      throw field.missing("path");
    }
    return path;
  }

  /** What a {@code value_type} lets a rendered text be read as; none for any. */
  public static Set<LiteralType> valueTypes(Component field) {
    return field.text("value_type").map(type -> Set.of(type(type, field))).orElse(Set.of());
  }

  private static LiteralType type(String name, Component field) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "string" -> LiteralType.STR;
      case "number" -> LiteralType.FLOAT;
      case "integer" -> LiteralType.INT;
      case "boolean" -> LiteralType.BOOL;
      default -> throw field.problem("there is no value_type \"" + name + "\"");
    };
  }

  private static Optional<Expression> condition(Component transformation) {
    return transformation
        .text("condition")
        .filter(text -> !text.isEmpty())
        .map(transformation::template);
  }
}
