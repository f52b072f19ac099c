package org.airbytejdbc.declarative.manifest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.expression.NestedTemplate;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.Template;
import org.airbytejdbc.declarative.expression.TemplateMap;
import org.jspecify.annotations.Nullable;

/**
 * One component of a manifest, read field by field; its errors name the place in the YAML. A field
 * that is null counts as absent, as everywhere in manifests.
 */
public final class Component {
  private static final String PARAMETERS = "$parameters";

  private final Map<String, @Nullable Object> fields;
  private final String path;

  /**
   * @param fields as they stand after references and parameters were resolved
   * @param path where the component stands, such as {@code streams[3].retriever}
   */
  public Component(Map<String, @Nullable Object> fields, String path) {
    this.fields = requireNonNull(fields, "fields");
    this.path = requireNonNull(path, "path");
  }

  public String path() {
    return path;
  }

  /** The component's {@code type}, empty where it names none. */
  public String type() {
    return fields.get("type") instanceof String type ? type : "";
  }

  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  public boolean has(String field) {
    return fields.get(field) != null;
  }

  /** The field as it is, or empty. */
  public Optional<Object> value(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  public Optional<String> text(String field) {
    return value(field).map(String::valueOf);
  }

  public String requiredText(String field) {
    return text(field).orElseThrow(() -> missing(field));
  }

  public boolean flag(String field, boolean otherwise) {
    return value(field).map(value -> Boolean.parseBoolean(value.toString())).orElse(otherwise);
  }

  public Optional<Component> component(String field) {
    return value(field).map(value -> of(value, place(field)));
  }

  public Component required(String field) {
    return component(field).orElseThrow(() -> missing(field));
  }

  /** The components of a list; a single one counts as a list of one. */
  public List<Component> components(String field) {
    Object value = fields.get(field);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      return List.of(of(value, place(field)));
    }
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      components.add(of(list.get(i), place(field) + "[" + i + "]"));
    }
    return List.copyOf(components);
  }

  public boolean isList(String field) {
    return fields.get(field) instanceof List<?>;
  }

  /** The items of a list as they are; one value counts as a list of one. */
  public List<@Nullable Object> items(String field) {
    Object value = fields.get(field);
    if (value == null) {
      return List.of();
    }
    List<@Nullable Object> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      items.addAll(list);
    } else {
      items.add(value);
    }
    return items;
  }

  /** The members of an object as they are. */
  public Map<String, @Nullable Object> map(String field) {
    Object value = fields.get(field);
    return value == null ? Map.of() : object(value, place(field));
  }

  public Optional<Expression> expression(String field) {
    return text(field).map(text -> template(text, place(field)));
  }

  /** The field as an expression, or this text in its place. */
  public Expression expression(String field, Object otherwise) {
    return template(value(field).orElse(otherwise), place(field));
  }

  public Expression requiredExpression(String field) {
    return template(requiredText(field), place(field));
  }

  /** A text in this component as an expression, which sees the component's parameters. */
  public Expression template(Object text) {
    return template(text, path);
  }

  private Expression template(Object text, String place) {
    return new Expression(Template.of(String.valueOf(text)).at(place), parameters());
  }

  /** The members of an object, where those that are texts are templates. */
  public TemplateMap templates(String field) {
    return TemplateMap.of(map(field), place(field));
  }

  /** A field of texts in objects and lists, rendered whole. */
  public Nested nested(String field) {
    return new Nested(NestedTemplate.of(fields.get(field), place(field)), parameters());
  }

  /** Objects and lists of templates with the parameters of their component. */
  public record Nested(NestedTemplate template, Map<String, @Nullable Object> parameters) {
    public @Nullable Object render(Scope scope) {
      return template.render(parameters.isEmpty() ? scope : scope.with("parameters", parameters));
    }
  }

  /** What {@code $parameters} hands down to this component. */
  public Map<String, @Nullable Object> parameters() {
    Object parameters = fields.get(PARAMETERS);
    return parameters == null ? Map.of() : object(parameters, place(PARAMETERS));
  }

  /** Throws for a field that would change what is read, and cannot be kept to. */
  public void refuse(String... unsupported) {
    for (String field : unsupported) {
      if (has(field)) {
        throw problem("the field \"" + field + "\" is not supported");
      }
    }
  }

  /** The error of a component that is none of those that its place allows. */
  public DeclarativeException unknown() {
    return problem(
        type().isEmpty() ? "the component has no type" : "unknown component \"" + type() + "\"");
  }

  public DeclarativeException missing(String field) {
    return problem("the field \"" + field + "\" is missing");
  }

  public DeclarativeException problem(String problem) {
    return DeclarativeException.inManifest(path, problem);
  }

  /** Where a field of this component stands. */
  private String place(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private static Component of(@Nullable Object value, String path) {
    return new Component(object(value, path), path);
  }

  private static Map<String, @Nullable Object> object(@Nullable Object value, String path) {
    if (!(value instanceof Map<?, ?> map)) {
      throw DeclarativeException.inManifest(path, "an object is expected here");
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    map.forEach((key, item) -> fields.put(String.valueOf(key), item));
    return fields;
  }

  @Override
  public String toString() {
    return path + " " + type();
  }
}
