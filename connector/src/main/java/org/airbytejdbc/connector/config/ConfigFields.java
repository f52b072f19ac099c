package org.airbytejdbc.connector.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The fields that a spec describes, in the order that it gives them; those of an object one by one,
 * those of all its forms together.
 */
public final class ConfigFields {
  /** A spec can refer to itself, and nobody fills in a form that is longer. */
  private static final int DEEPEST = 5;

  private static final int MOST = 500;

  private final List<ConfigField> fields = new ArrayList<>();

  private ConfigFields() {}

  /** Empty for a spec that is no JSON object. */
  public static List<ConfigField> of(ConnectorSpecification spec) {
    ConfigFields read = new ConfigFields();
    try {
      JsonNode root = ConfigDocument.JSON.readTree(spec.connectionSpecification());
      read.object("", SpecSchema.of(root), true, false, 1);
    } catch (JacksonException e) {
      return List.of();
    }
    return List.copyOf(read.fields);
  }

  private void object(
      String prefix, SpecSchema object, boolean required, boolean secret, int depth) {
    // What is not in the first schema is in one of its forms, and belongs to the config only then.
    JsonNode own = object.schemas().get(0);
    Set<String> mandatory =
        own.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    inOrder(object)
        .forEach(
            name -> {
              SpecSchema field = object.property(name);
              boolean always = own.path("properties").has(name);
              boolean needed =
                  required && (always ? mandatory.contains(name) : tellsForms(object, name));
              field(
                  prefix + name,
                  field,
                  new Place(
                      needed,
                      always,
                      secret || field.secret(),
                      depth,
                      always ? List.of() : forms(object, name)));
            });
  }

  /** The forms of an object that have a field; none where it is what tells them apart. */
  private static List<String> forms(SpecSchema object, String field) {
    List<SpecBranch> branches = having(object, field);
    return branches.stream().anyMatch(branch -> branch.constants().containsKey(field))
        ? List.of()
        : branches.stream().flatMap(branch -> branch.name().stream()).distinct().toList();
  }

  /** Whether a field tells the forms of an object apart: somebody who fills it in has to choose. */
  private static boolean tellsForms(SpecSchema object, String field) {
    List<SpecBranch> branches = having(object, field);
    return branches.size() > 1
        && branches.stream().allMatch(branch -> branch.constants().containsKey(field));
  }

  private static List<SpecBranch> having(SpecSchema object, String field) {
    return object.schemas().stream()
        .filter(schema -> schema.path("properties").has(field))
        .map(SpecBranch::new)
        .toList();
  }

  /**
   * @param always whether it belongs to every form of its object
   * @param forms those that it belongs to otherwise, as far as they have names
   */
  private record Place(
      boolean required, boolean always, boolean secret, int depth, List<String> forms) {}

  private void field(String path, SpecSchema field, Place place) {
    if (field.isEmpty() || fields.size() >= MOST) {
      return;
    }
    boolean nested = field.schemas().stream().anyMatch(schema -> schema.has("properties"));
    if (nested && place.depth() < DEEPEST) {
      object(path + ".", field, place.required(), place.secret(), place.depth() + 1);
      return;
    }
    fields.add(
        new ConfigField(
            path,
            new FieldDescription(field, place.forms(), place.secret()).text(),
            place.required(),
            place.secret(),
            place.always() && !place.secret() ? defaultText(field) : Optional.empty(),
            choices(field)));
  }

  /** By {@code order} where the spec has it, else as the spec writes them. */
  private static List<String> inOrder(SpecSchema object) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (JsonNode schema : object.schemas()) {
      schema
          .path("properties")
          .properties()
          .forEach(
              e ->
                  names.putIfAbsent(
                      e.getKey(), e.getValue().path("order").asInt(Integer.MAX_VALUE)));
    }
    return names.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() && !entry.getKey().contains("."))
        .sorted(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What counts where nothing is given. */
  static Optional<String> defaultText(SpecSchema field) {
    JsonNode own = field.schemas().get(0);
    JsonNode value = own.path("default");
    if (value.isContainer() && !value.isEmpty()) {
      return Optional.of(value.toString());
    }
    return Stream.of(value, own.path("const"))
        .filter(one -> one.isValueNode() && !one.isNull())
        .map(JsonNode::asString)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static List<String> choices(SpecSchema field) {
    Set<String> choices = new LinkedHashSet<>();
    for (JsonNode schema : field.schemas()) {
      Stream.concat(schema.path("enum").valueStream(), Stream.of(schema.path("const")))
          .filter(value -> value.isValueNode() && !value.isNull())
          .forEach(value -> choices.add(value.asString()));
    }
    return choices.isEmpty() && field.types().equals(Set.of("boolean"))
        ? List.of("false", "true")
        : List.copyOf(choices);
  }
}
