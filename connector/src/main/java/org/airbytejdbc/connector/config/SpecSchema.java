package org.airbytejdbc.connector.config;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What a connector's spec says of one place in the config: the schemas that may describe it, over
 * all branches of {@code oneOf}, {@code anyOf}, {@code allOf} and local {@code $ref}s.
 */
record SpecSchema(JsonNode root, List<JsonNode> schemas) {
  private static final List<String> BRANCHES = List.of("oneOf", "anyOf", "allOf");

  SpecSchema {
    schemas = List.copyOf(schemas);
  }

  /** Of the whole config. */
  static SpecSchema of(JsonNode specification) {
    return new SpecSchema(specification, expand(specification, Stream.of(specification)));
  }

  /** Of what is found at a pointer. */
  SpecSchema at(JsonPointer pointer) {
    SpecSchema schema = this;
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      schema = schema.child(rest);
    }
    return schema;
  }

  SpecSchema property(String name) {
    return narrowed(schemas.stream().map(schema -> schema.path("properties").path(name)));
  }

  SpecSchema items() {
    return narrowed(schemas.stream().map(schema -> schema.path("items")));
  }

  /** Whether nothing is said of the place. */
  boolean isEmpty() {
    return schemas.isEmpty();
  }

  /** Whether the value must not be shown. */
  boolean secret() {
    return schemas.stream().anyMatch(schema -> schema.path("airbyte_secret").asBoolean(false));
  }

  /** The JSON Schema types that are allowed; empty if nothing is said of them. */
  Set<String> types() {
    Set<String> types = new HashSet<>();
    for (JsonNode schema : schemas) {
      JsonNode type = schema.path("type");
      (type.isArray() ? type.valueStream() : Stream.of(type))
          .filter(JsonNode::isString)
          .forEach(name -> types.add(name.stringValue()));
      if (schema.path("const").isString() || schema.path("enum").path(0).isString()) {
        types.add("string");
      }
    }
    return types;
  }

  private SpecSchema child(JsonPointer step) {
    return step.mayMatchElement() && schemas.stream().anyMatch(schema -> schema.has("items"))
        ? items()
        : property(step.getMatchingProperty());
  }

  private SpecSchema narrowed(Stream<JsonNode> found) {
    return new SpecSchema(root, expand(root, found.filter(JsonNode::isObject)));
  }

  private static List<JsonNode> expand(JsonNode root, Stream<JsonNode> schemas) {
    Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return schemas.flatMap(schema -> expand(root, schema, seen)).toList();
  }

  /** Each schema once, so that a {@code $ref} to itself ends. */
  private static Stream<JsonNode> expand(JsonNode root, JsonNode schema, Set<JsonNode> seen) {
    if (!schema.isObject() || !seen.add(schema)) {
      return Stream.empty();
    }
    Stream<JsonNode> branches =
        BRANCHES.stream().flatMap(branch -> schema.path(branch).valueStream());
    return Stream.concat(
        Stream.of(schema),
        Stream.concat(branches, referenced(root, schema.path("$ref").asString("")))
            .flatMap(next -> expand(root, next, seen)));
  }

  private static Stream<JsonNode> referenced(JsonNode root, String reference) {
    return reference.startsWith("#/") ? Stream.of(root.at(reference.substring(1))) : Stream.empty();
  }
}
