package org.airbytejdbc.connector.container;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine behind TLS is reached with the certificates of a folder, and not without them. */
class EngineCertificatesTest {
  /** What is before the key of PKCS#1 in that of PKCS#8, for an RSA key of 2048 bits. */
  private static final int WRAPPING = 26;

  @TempDir private Path folder;
  private TestCertificates keys;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpsServer server;

  @BeforeEach
  void make() throws Exception {
    keys = new TestCertificates(folder);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void keysOfEachFormAreShownToTheEngine() throws Exception {
    Path rsa = keys.create("client-rsa", "RSA", "2048");
    Path curve = keys.create("client-ec", "EC", "256");
    serve(rsa, curve);

    byte[] whole = TestCertificates.key(rsa);
    byte[] bare = Arrays.copyOfRange(whole, WRAPPING, whole.length);
    keys.lay("pkcs8", rsa, "PRIVATE KEY", whole);
    keys.lay("pkcs1", rsa, "RSA PRIVATE KEY", bare);
    keys.lay("curve", curve, "PRIVATE KEY", TestCertificates.key(curve));

    for (String form : List.of("pkcs8", "pkcs1", "curve")) {
      Engine.open(address(Optional.of(folder.resolve(form))), folder).close();
    }
    assertThat(asked).hasSize(3);
  }

  @Test
  void anEngineThatIsNotTrustedIsNotAsked() throws Exception {
    Path client = keys.create("client", "RSA", "2048");
    serve(client);
    Path other = keys.lay("other", client, "PRIVATE KEY", TestCertificates.key(client));
    Files.copy(other.resolve("cert.pem"), other.resolve("ca.pem"), REPLACE_EXISTING);

    assertThat(refusal(Optional.of(other)).kind()).isEqualTo(Kind.NO_ENGINE);
    assertThat(refusal(Optional.empty()).kind()).isEqualTo(Kind.NO_ENGINE);
    assertThat(asked).isEmpty();
  }

  @Test
  void certificatesThatAreMissingAreToldOf() throws Exception {
    serve(keys.create("client", "RSA", "2048"));

    assertThat(refusal(Optional.of(folder.resolve("none"))))
        .hasMessageContaining(folder.resolve("none").toString());
  }

  @Test
  void aKeyThatIsCutShortIsToldOf() throws Exception {
    Path client = keys.create("client", "RSA", "2048");
    serve(client);
    Path cut = keys.lay("cut", client, "PRIVATE KEY", TestCertificates.key(client));
    Files.writeString(
        cut.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n");

    assertThat(refusal(Optional.of(cut))).hasMessageContaining(cut.toString());
  }

  private ConnectorException refusal(Optional<Path> certificates) {
    return catchThrowableOfType(
        ConnectorException.class, () -> Engine.open(address(certificates), folder));
  }

  private EngineAddress address(Optional<Path> certificates) {
    String host = "tcp://127.0.0.1:" + server.getAddress().getPort();
    return new EngineAddress(host, certificates, "DOCKER_HOST");
  }

  /** An engine that answers to those clients alone. */
  private void serve(Path... clients) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(TestCertificates.load(keys.server()), TestCertificates.PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, TestCertificates.PASSWORD);
    for (Path client : clients) {
      trusted.setCertificateEntry(
          "client" + trusted.size(), TestCertificates.load(client).getCertificate("key"));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters both = context.getDefaultSSLParameters();
            both.setNeedClientAuth(true);
            parameters.setSSLParameters(both);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("OK".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    server.start();
  }
}
