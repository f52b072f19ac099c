package org.airbytejdbc.declarative.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.Sha256;
import org.airbytejdbc.declarative.DeclarativeException;
import org.jspecify.annotations.Nullable;

/** A manifest, its references resolved and its parameters handed down. Immutable. */
public final class Manifest {
  private final Component root;
  private final String version;

  private Manifest(Component root, String version) {
    this.root = root;
    this.version = version;
  }

  /**
   * Reads the text of a manifest; fails for what is no YAML, refers to what is not there, or is not
   * as the components are.
   */
  public static Manifest read(String yaml) {
    if (!(YamlDocument.read(yaml) instanceof Map<?, ?> map)) {
      throw DeclarativeException.inManifest("manifest", "an object is expected here");
    }
    Map<String, @Nullable Object> resolved = Parameters.handDown(References.resolve(map));
    Validation.check(resolved);
    return new Manifest(new Component(resolved, ""), "sha256:" + Sha256.shortOf(yaml));
  }

  /** Changes when the manifest does. */
  public String version() {
    return version;
  }

  public Component root() {
    return root;
  }

  /** What a config looks like: a JSON Schema. */
  public Map<String, @Nullable Object> connectionSpecification() {
    return root.component("spec")
        .map(spec -> spec.map("connection_specification"))
        .orElse(Map.of());
  }

  public Optional<String> documentationUrl() {
    return root.component("spec").flatMap(spec -> spec.text("documentation_url"));
  }

  /**
   * A stream out of a filled template.
   *
   * @param outerFirst whether the parameters of an outer component win over those of an inner one
   */
  public static Component stream(
      Map<String, @Nullable Object> template, boolean outerFirst, String path) {
    return new Component(Parameters.handDown(template, outerFirst), path);
  }

  /** Those that are listed, also {@code ConditionalStreams}. */
  public List<Component> streams() {
    return root.components("streams");
  }

  /** The class of the first component that is written in Python and its place, if there is one. */
  public Optional<String> customComponent() {
    return CustomComponents.first(root.fields(), "");
  }
}
