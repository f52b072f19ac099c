package org.airbytejdbc.declarative.config;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.transform.Transformation;
import org.airbytejdbc.declarative.transform.Transformations;
import org.jspecify.annotations.Nullable;

/** The {@code config_normalization_rules} of a spec. Immutable. */
public final class ConfigRules {
  private final List<Transformation> migrations;
  private final List<Transformation> transformations;
  private final List<ConfigValidation> validations;
  private final Clock clock;

  private ConfigRules(Optional<Component> rules, Clock clock) {
    this.migrations =
        rules.stream()
            .flatMap(found -> found.components("config_migrations").stream())
            .flatMap(migration -> read(migration, "transformations"))
            .toList();
    this.transformations = rules.stream().flatMap(found -> read(found, "transformations")).toList();
    this.validations =
        rules.stream()
            .flatMap(found -> found.components("validations").stream())
            .map(ConfigValidation::read)
            .toList();
    this.clock = clock;
  }

  /** Those of a manifest, which may have none. */
  public static ConfigRules read(Component manifest, Clock clock) {
    return new ConfigRules(
        manifest.component("spec").flatMap(spec -> spec.component("config_normalization_rules")),
        clock);
  }

  private static Stream<Transformation> read(Component owner, String field) {
    return owner.components(field).stream().map(Transformations::ofConfig);
  }

  /** The config in the form of today, which replaces the one given: a changed copy, or an equal. */
  public Map<String, @Nullable Object> migrated(Map<String, @Nullable Object> config) {
    return applied(migrations, config);
  }

  /**
   * A migrated config as streams see it. Throws a {@link DeclarativeException} for one that the
   * manifest's own rules refuse.
   */
  public Map<String, @Nullable Object> completed(Map<String, @Nullable Object> config) {
    Map<String, @Nullable Object> complete = applied(transformations, config);
    validations.forEach(validation -> validation.check(complete, Scope.of(complete, clock)));
    return complete;
  }

  private Map<String, @Nullable Object> applied(
      List<Transformation> changes, Map<String, @Nullable Object> config) {
    Map<String, @Nullable Object> copy = Json.readObject(Json.write(config));
    Scope scope = Scope.of(copy, clock); // Each change sees those before it.
    changes.forEach(change -> change.apply(copy, scope));
    return copy;
  }
}
