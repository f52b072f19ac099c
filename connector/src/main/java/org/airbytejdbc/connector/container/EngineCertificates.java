package org.airbytejdbc.connector.container;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;

/**
 * TLS with an engine, both sides shown by the certificates of a folder, as Docker's client lays it.
 */
record EngineCertificates(Path folder) {
  private static final char[] NO_PASSWORD = {};
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([^-]+)-----END");

  /** What PKCS#8 puts before an RSA key of PKCS#1: version 0 and the algorithm. */
  private static final byte[] RSA = Base64.getDecoder().decode("AgEAMA0GCSqGSIb3DQEBAQUABA==");

  /** Throws a {@link ConnectorException} of kind NO_ENGINE where they cannot be used. */
  SSLContext context() {
    try {
      KeyStore trusted = emptyStore();
      for (Certificate certificate : certificates("ca.pem")) {
        trusted.setCertificateEntry("ca" + trusted.size(), certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      KeyStore own = emptyStore();
      own.setKeyEntry(
          "key", key(), NO_PASSWORD, certificates("cert.pem").toArray(Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new ConnectorException(
          Kind.NO_ENGINE,
          "The certificates for the container engine in " + folder + " cannot be used",
          "DOCKER_CERT_PATH has to name a folder with ca.pem, cert.pem and a key.pem in PKCS#8",
          e);
    }
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, NO_PASSWORD);
    return store;
  }

  private Collection<? extends Certificate> certificates(String name)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  private PrivateKey key() throws IOException, GeneralSecurityException {
    Matcher pem = KEY.matcher(Files.readString(folder.resolve("key.pem"), US_ASCII));
    if (!pem.find()) {
      throw new GeneralSecurityException("key.pem holds no private key in PKCS#8 or PKCS#1");
    }
    byte[] bytes = decoded(pem.group(2));
    boolean bare = pem.group(1) != null;
    PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(bare ? wrapped(bytes) : bytes);
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(key);
    } catch (GeneralSecurityException notRsa) {
      return KeyFactory.getInstance("EC").generatePrivate(key);
    }
  }

  private static byte[] decoded(String base64) throws GeneralSecurityException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("key.pem is cut short", e);
    }
  }

  private static byte[] wrapped(byte[] rsa) {
    byte[] inner = join(RSA, lengthOf(rsa), rsa);
    return join(new byte[] {0x30}, lengthOf(inner), inner);
  }

  /** In the long form of DER, of two bytes. */
  private static byte[] lengthOf(byte[] content) {
    return new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
  }

  private static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      joined.put(part);
    }
    return joined.array();
  }
}
