package org.airbytejdbc.declarative.expression;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and Base64 of texts in UTF-8. */
final class Hashing {
  private Hashing() {}

  static String digest(String text, String algorithm, Optional<String> salt) {
    try {
      MessageDigest digest = MessageDigest.getInstance(javaName(algorithm));
      digest.update(bytes(text));
      salt.ifPresent(added -> digest.update(bytes(added)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException unknown) {
      throw ExpressionException.value("No hashing function is named " + algorithm);
    }
  }

  private static String javaName(String algorithm) {
    String name = algorithm.toUpperCase(Locale.ROOT);
    if (name.startsWith("SHA3_")) {
      return name.replace('_', '-');
    }
    return name.startsWith("SHA") ? "SHA-" + name.substring(3) : name;
  }

  static String hmac(String text, String key, String algorithm) {
    if (!algorithm.equals("sha256")) {
      throw ExpressionException.value("The one hash type for hmac is sha256");
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = bytes(key);
      mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException impossible) {
      throw ExpressionException.value("hmac cannot be computed");
    }
  }

  static String encode(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  /** Characters outside of the alphabet are skipped, as Python does. */
  static String decode(String text) {
    String digits = text.replaceAll("[^A-Za-z0-9+/=]", "");
    try {
      if (digits.replace("=", "").length() % 4 == 1 || digits.length() % 4 != 0) {
        throw ExpressionException.value("No Base64");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Base64.getDecoder().decode(digits)))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      throw ExpressionException.value("No Base64 of a text");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
