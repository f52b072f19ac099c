package org.airbytejdbc.declarative.manifest;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.Construct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the YAML of a manifest as Python does: version 1.1, with anchors and merge keys. */
final class YamlDocument {
  private static final int MOST_CHARACTERS = 16 << 20;

  private static final int MOST_ALIASES = 10_000;

  /** Counted with what aliases repeat: a few lines of them can mean billions of values. */
  private static final long MOST_VALUES = 2_000_000;

  private YamlDocument() {}

  /**
   * Maps, lists, texts, Long, BigInteger, Double, Boolean and null; fails for what is no YAML. A
   * date is the text that it was written as.
   */
  static @Nullable Object read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    Values values = new Values(options);
    values.setComposer(
        new Composer(new ParserImpl(new StreamReader(text), options), new WithoutDates(), options));
    try {
      Object document = values.getSingleData(Object.class);
      if (count(document, new IdentityHashMap<>()) > MOST_VALUES) {
        throw new YAMLException("its aliases repeat more than " + MOST_VALUES + " values");
      }
      return document;
    } catch (YAMLException e) {
      throw new DeclarativeException(
          Failure.SYSTEM_ERROR, "The manifest is no YAML: " + e.getMessage(), e);
    }
  }

  /** How many values there are, each list and object looked into once. */
  private static long count(@Nullable Object value, Map<Object, Long> counted) {
    Collection<?> inner =
        value instanceof Map<?, ?> map
            ? map.values()
            : value instanceof List<?> list ? list : List.of();
    if (inner.isEmpty()) {
      return 1;
    }
    Long known = counted.get(value);
    if (known == null) {
      // One that is inside of itself has no end.
      counted.put(value, MOST_VALUES + 1);
      long count = 1;
      for (Object item : inner) {
        count = Math.min(count + count(item, counted), MOST_VALUES + 1);
      }
      known = count;
      counted.put(value, known);
    }
    return known;
  }

  /** Its whole numbers are Long, as elsewhere in a manifest's values. */
  private static final class Values extends SafeConstructor {
    Values(LoaderOptions options) {
      super(options);
      Construct whole = yamlConstructors.get(Tag.INT);
      yamlConstructors.put(
          Tag.INT,
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              Object number = whole.construct(node);
              return number instanceof Integer small ? (Object) small.longValue() : number;
            }
          });
    }
  }

  private static final class WithoutDates extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
      addImplicitResolver(Tag.INT, INT, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, MERGE, "<");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }
}
