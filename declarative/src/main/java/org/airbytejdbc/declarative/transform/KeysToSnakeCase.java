package org.airbytejdbc.declarative.transform;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.declarative.expression.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Writes names in snake_case. Accents are dropped; other letters beyond ASCII count as separators,
 * where the CDK would transliterate them.
 */
record KeysToSnakeCase() implements Transformation {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Z]+[a-z]*|[a-z]+|\\d+|(?<none>[^a-zA-Z\\d]+)");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    Names.changeDeep(record, KeysToSnakeCase::snake);
  }

  /** Separators at both ends leave an empty token, and so an underscore. */
  private static String snake(String name) {
    List<String> tokens = new ArrayList<>();
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    Matcher token = TOKEN.matcher(plain);
    while (token.find()) {
      tokens.add(token.group("none") == null ? token.group().toLowerCase(Locale.ROOT) : "");
    }
    if (tokens.size() >= 3) {
      tokens.subList(1, tokens.size() - 1).removeIf(String::isEmpty);
    }
    if (!tokens.isEmpty() && DIGITS.matcher(tokens.get(0)).matches()) {
      tokens.add(0, "");
    }
    return String.join("_", tokens);
  }
}
