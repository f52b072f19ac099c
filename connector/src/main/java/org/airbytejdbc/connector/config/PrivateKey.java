package org.airbytejdbc.connector.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A user's key for what is encrypted in a folder: AES-GCM, the nonce in front of each text. */
final class PrivateKey {
  private static final String FILE = "key";
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] bytes;
  private final SecureRandom random;

  private PrivateKey(byte[] bytes, SecureRandom random) {
    this.bytes = bytes;
    this.random = random;
  }

  /** The key of this folder, which only its user may enter; made when it is not there yet. */
  static PrivateKey in(Path folder) throws IOException {
    SecureRandom random = new SecureRandom();
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      byte[] bytes = new byte[KEY_BYTES];
      random.nextBytes(bytes);
      // Created private, filled, then linked: nobody sees half a key, and the first one stays.
      Path part = Files.createTempFile(folder, FILE, ".part");
      try {
        Files.write(part, bytes);
        Files.createLink(file, part);
      } catch (FileAlreadyExistsException another) {
        // it is as good as ours
      } finally {
        Files.delete(part);
      }
    }
    return new PrivateKey(Files.readAllBytes(file), random);
  }

  byte[] encrypt(String text) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] encrypted =
        cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
    byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
    System.arraycopy(encrypted, 0, whole, NONCE_BYTES, encrypted.length);
    return whole;
  }

  /** Fails for what was not encrypted with this key. */
  String decrypt(byte[] whole) throws GeneralSecurityException {
    if (whole.length < NONCE_BYTES) {
      throw new GeneralSecurityException("too short");
    }
    Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE_BYTES));
    byte[] text = cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** For names that say nothing. */
  Mac mac() throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
    return mac;
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
