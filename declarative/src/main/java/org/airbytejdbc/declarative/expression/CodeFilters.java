package org.airbytejdbc.declarative.expression;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters between values and their codes: digests, Base64, JSON, URLs, regular expressions. */
final class CodeFilters {
  /** They keep the text a text when it is read as a literal. */
  private static final String QUOTES = "\"\"\"";

  private CodeFilters() {}

  static Map<String, Method<@Nullable Object>> all() {
    return Map.ofEntries(
        Map.entry("hash", CodeFilters::hash),
        Map.entry("hmac", CodeFilters::hmac),
        Map.entry("base64encode", (value, given) -> Hashing.encode(encodable(value))),
        Map.entry("base64decode", (value, given) -> Hashing.decode(encodable(value))),
        // The CDK's filter of this name encodes.
        Map.entry("base64binascii_decode", (value, given) -> Hashing.encode(encodable(value))),
        Map.entry("regex_search", CodeFilters::search),
        Map.entry("regex_replace", CodeFilters::replace),
        Map.entry("string", (value, given) -> json(value)),
        Map.entry("tojson", CodeFilters::tojson),
        Map.entry("urlencode", (value, given) -> UrlText.encode(value)));
  }

  private static String hash(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "hash_type", "salt");
    Object salt = arguments.get(1, null);
    String algorithm = arguments.has(0) ? arguments.text(0) : "md5";
    return Hashing.digest(
        PythonText.str(value),
        algorithm,
        Truth.of(salt) ? Optional.of(PythonText.str(salt)) : Optional.empty());
  }

  private static String hmac(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(1, "key", "hash_type");
    return Hashing.hmac(
        PythonText.str(value),
        PythonText.str(arguments.get(0)),
        arguments.has(1) ? arguments.text(1) : "sha256");
  }

  /** Python asks the value to encode itself, which only texts can. */
  private static String encodable(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw value instanceof Undefined undefined
        ? undefined.failure()
        : ExpressionException.value("Only a string can be encoded");
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw ExpressionException.type("Only a string can be searched");
  }

  private static @Nullable Object search(@Nullable Object value, Arguments given) {
    return Regex.firstGroup(given.bind(1, "regex").text(0), text(value)).orElse(null);
  }

  private static String replace(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(2, "regex", "replacement");
    return Regex.replace(arguments.text(0), text(value), arguments.text(1));
  }

  private static String json(@Nullable Object value) {
    return value instanceof String text ? text : QUOTES + JsonText.of(value, false, -1) + QUOTES;
  }

  /** Safe within HTML, as Jinja makes it. */
  private static String tojson(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "indent");
    int indent = arguments.get(0, null) == null ? -1 : arguments.integer(0);
    return JsonText.of(value, true, indent)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("'", "\\u0027");
  }
}
