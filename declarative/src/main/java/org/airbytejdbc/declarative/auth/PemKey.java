package org.airbytejdbc.declarative.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A private key as PEM: PKCS #8, encrypted or not, or the older form of RSA keys. */
final class PemKey {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([^-]+)-----END", Pattern.DOTALL);

  /** Version and algorithm of an RSA key in PKCS #8, which an older key lacks. */
  private static final byte[] RSA_HEAD =
      HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  private PemKey() {}

  static PrivateKey read(String pem, String algorithm, Optional<String> passphrase)
      throws GeneralSecurityException {
    // A config of one line may hold the line breaks as two letters.
    Matcher parts = PEM.matcher(pem.replace("\\n", "\n"));
    if (!parts.find()) {
      throw new GeneralSecurityException("no PEM");
    }
    byte[] bytes = Base64.getMimeDecoder().decode(parts.group(2));
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(spec(parts.group(1), bytes, passphrase));
  }

  private static KeySpec spec(String kind, byte[] bytes, Optional<String> passphrase)
      throws GeneralSecurityException {
    return switch (kind) {
      case "PRIVATE KEY" -> new PKCS8EncodedKeySpec(bytes);
      case "RSA PRIVATE KEY" -> new PKCS8EncodedKeySpec(wrapped(bytes));
      case "ENCRYPTED PRIVATE KEY" -> decrypted(bytes, passphrase.orElse(""));
      default -> throw new GeneralSecurityException("unknown PEM");
    };
  }

  private static KeySpec decrypted(byte[] bytes, String passphrase)
      throws GeneralSecurityException {
    try {
      EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(bytes);
      String algorithm =
          encrypted.getAlgName().equals("PBES2")
              ? encrypted.getAlgParameters().toString()
              : encrypted.getAlgName();
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(algorithm)
              .generateSecret(new PBEKeySpec(passphrase.toCharArray())),
          encrypted.getAlgParameters());
      return encrypted.getKeySpec(cipher);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static byte[] wrapped(byte[] key) {
    byte[] octets = tagged(OCTETS, key);
    byte[] content = new byte[RSA_HEAD.length + octets.length];
    System.arraycopy(RSA_HEAD, 0, content, 0, RSA_HEAD.length);
    System.arraycopy(octets, 0, content, RSA_HEAD.length, octets.length);
    return tagged(SEQUENCE, content);
  }

  /** DER with a length of two bytes, as a key of RSA is never shorter than 256. */
  private static byte[] tagged(int tag, byte[] content) {
    var der = new ByteArrayOutputStream();
    der.write(tag);
    der.write(0x82);
    der.write(content.length >> Byte.SIZE);
    der.write(content.length);
    der.writeBytes(content);
    return der.toByteArray();
  }
}
