package org.airbytejdbc.connector.protocol;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream's name within a source, with its namespace if it has one. */
public record StreamName(Optional<String> namespace, String name)
    implements Comparable<StreamName> {
  private static final Comparator<StreamName> ORDER =
      Comparator.comparing((StreamName stream) -> stream.namespace.orElse(""))
          .thenComparing(StreamName::name);

  public StreamName {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
  }

  /** A null or empty namespace is none, as connectors write either. */
  public static StreamName of(@Nullable String namespace, String name) {
    boolean none = namespace == null || namespace.isEmpty();
    return new StreamName(none ? Optional.empty() : Optional.of(namespace), name);
  }

  /** A stream without a namespace. */
  public static StreamName of(String name) {
    return new StreamName(Optional.empty(), name);
  }

  @Override
  public int compareTo(StreamName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return namespace.map(ns -> ns + "." + name).orElse(name);
  }
}
