package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** Keys with certificates that they signed themselves, by the JDK's own tool. */
final class TestCertificates {
  static final char[] PASSWORD = "changeit".toCharArray();

  private final Path folder;
  private final Path server;

  TestCertificates(Path folder) throws Exception {
    this.folder = folder;
    this.server = create("server", "RSA", "2048");
  }

  /** The store with the engine's key. */
  Path server() {
    return server;
  }

  /** A store with a new key. */
  Path create(String name, String algorithm, String size) throws Exception {
    Path store = folder.resolve(name + ".p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> words =
        List.of(
            "-genkeypair -alias key -validity 2 -storetype PKCS12 -ext SAN=ip:127.0.0.1"
                .split(" "));
    ProcessBuilder keytool = new ProcessBuilder(tool);
    keytool.command().addAll(words);
    keytool
        .command()
        .addAll(List.of("-keyalg", algorithm, "-keysize", size, "-dname", "CN=" + name));
    keytool
        .command()
        .addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
    Process process = keytool.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return store;
  }

  /** A folder as Docker's client lays it: who the engine is, who we are, and our key. */
  Path lay(String name, Path client, String kind, byte[] key) throws Exception {
    Path certificates = Files.createDirectories(folder.resolve(name));
    write(certificates.resolve("ca.pem"), "CERTIFICATE", certificate(server));
    write(certificates.resolve("cert.pem"), "CERTIFICATE", certificate(client));
    write(certificates.resolve("key.pem"), kind, key);
    return certificates;
  }

  /** The key in PKCS#8. */
  static byte[] key(Path store) throws Exception {
    return load(store).getKey("key", PASSWORD).getEncoded();
  }

  static byte[] certificate(Path store) throws Exception {
    return load(store).getCertificate("key").getEncoded();
  }

  static KeyStore load(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  static void write(Path file, String kind, byte[] content) throws Exception {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind));
  }
}
