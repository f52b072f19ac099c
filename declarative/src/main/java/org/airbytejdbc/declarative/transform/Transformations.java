package org.airbytejdbc.declarative.transform;

import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.manifest.Component;

/** Reads the transformations of a manifest. */
public final class Transformations {
  private Transformations() {}

  public static Transformation read(Component transformation, Runtime runtime) {
    return switch (transformation.type()) {
      case "AddFields" -> AddFields.read(transformation);
      case "RemoveFields" -> RemoveFields.read(transformation);
      default -> throw transformation.unknown();
    };
  }
}
