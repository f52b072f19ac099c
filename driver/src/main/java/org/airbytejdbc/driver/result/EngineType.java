package org.airbytejdbc.driver.result;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as the engine writes it, such as {@code DECIMAL(10,2)}, {@code VARCHAR[]} or {@code
 * STRUCT(a INTEGER)}.
 *
 * @param name what {@code TYPE_NAME} shows: the type's name, whole where it holds other types
 * @param precision digits of a number, characters of anything else; 0 where that has no meaning
 * @param scale digits after the point of a number, or of a second
 */
public record EngineType(ColumnType kind, String name, int precision, int scale) {
  private static final Pattern DECIMAL =
      Pattern.compile("\\w+\\s*\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\)");

  /** The type that is written so. */
  public static EngineType of(String text) {
    ColumnType kind = ColumnType.of(text);
    if (kind == ColumnType.DECIMAL) {
      Matcher written = DECIMAL.matcher(text);
      if (written.matches()) {
        return new EngineType(
            kind,
            kind.engineName(),
            Integer.parseInt(written.group(1)),
            Integer.parseInt(written.group(2)));
      }
    }
    return new EngineType(kind, name(kind, text), kind.precision(), kind.scale());
  }

  private static String name(ColumnType kind, String text) {
    return switch (kind) {
      case LIST, STRUCT, MAP, OTHER -> text;
      case NULL -> ColumnType.VARCHAR.engineName();
      default -> kind.engineName();
    };
  }

  /** The most characters that a value is written with. */
  public int displaySize() {
    // A decimal has a sign and a point besides its digits.
    return kind == ColumnType.DECIMAL ? precision + 2 : kind.displaySize();
  }
}
