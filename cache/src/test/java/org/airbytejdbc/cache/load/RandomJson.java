package org.airbytejdbc.cache.load;

import java.util.Base64;
import java.util.Random;

/** JSON values as connectors write them, right and not quite right; the same for the same seed. */
final class RandomJson {
  private static final String[] TEXTS = {
    "a",
    "Z",
    " ",
    "0",
    "é",
    "😀",
    "\u007f",
    "\u2028",
    "<",
    "\\n",
    "\\\"",
    "\\\\",
    "\\/",
    "\\b",
    "\\u0000",
    "\\u0041",
    "\\u00e9",
    "\\u001F",
    "\\ud83d\\ude00",
    "\\ud800",
    "\\udc00\\ud800"
  };

  private final Random random;

  RandomJson(long seed) {
    random = new Random(seed);
  }

  String value() {
    return switch (random.nextInt(9)) {
      case 0 -> pick("true", "false", "null", "0", "1", "-0", "1.0", "NaN", "\"\"", "{}", "[]");
      case 1, 2 -> number();
      case 3 -> '"' + number() + '"';
      case 4 -> text();
      case 5 -> '"' + date() + '"';
      case 6 -> '"' + time() + '"';
      case 7 -> '"' + date() + pick("T", " ", "t") + time() + '"';
      default -> random.nextBoolean() ? nested(4) : '"' + base64() + '"';
    };
  }

  private String number() {
    String sign = random.nextInt(3) == 0 ? "-" : "";
    String whole = random.nextInt(4) == 0 ? "0" : (1 + random.nextInt(9)) + digits(22);
    String fraction = random.nextBoolean() ? "" : "." + zeros(8) + random.nextInt(10) + digits(18);
    String exponent = random.nextInt(5) > 0 ? "" : pick("e", "E", "e-", "e+") + random.nextInt(330);
    return sign + whole + fraction + exponent;
  }

  private String zeros(int most) {
    return "0".repeat(random.nextInt(3) == 0 ? random.nextInt(most) : 0);
  }

  private String digits(int most) {
    StringBuilder digits = new StringBuilder();
    int count = random.nextInt(most);
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String text() {
    StringBuilder text = new StringBuilder("\"");
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      text.append(pick(TEXTS));
    }
    return text.append('"').toString();
  }

  private String date() {
    String year = random.nextInt(4) == 0 ? two(100) + two(100) : "20" + two(30);
    return year
        + "-"
        + two(14)
        + "-"
        + (random.nextInt(4) == 0 ? two(33) : "0" + random.nextInt(10));
  }

  private String time() {
    String fraction = random.nextBoolean() ? "" : "." + random.nextInt(10) + digits(8);
    String zone =
        switch (random.nextInt(4)) {
          case 0 -> pick("Z", "z", " UTC", "+00", "+00:00", "-00:00");
          case 1 -> pick("+", "-") + two(17) + pick(":", "") + two(61);
          default -> "";
        };
    return two(25) + ":" + two(61) + ":" + two(61) + fraction + zone;
  }

  private String two(int limit) {
    int number = random.nextInt(limit);
    return "" + number / 10 + number % 10;
  }

  private String base64() {
    byte[] bytes = new byte[random.nextInt(9)];
    random.nextBytes(bytes);
    String text = Base64.getEncoder().encodeToString(bytes);
    return random.nextBoolean() ? text : text.replace("=", "");
  }

  private String nested(int depth) {
    String first = depth == 0 ? number() : value();
    return random.nextBoolean()
        ? "{" + text() + pick(":", " : ") + first + "}"
        : "[" + first + pick(",", ", ") + number() + "]";
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
