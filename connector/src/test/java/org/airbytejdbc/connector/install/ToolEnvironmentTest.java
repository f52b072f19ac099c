package org.airbytejdbc.connector.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolEnvironmentTest {
  private static final String PIP_CONFIG =
      """
      :env:.index-url='https://env/simple'
      global.cert='/etc/ca.pem'
      global.extra-index-url='https://one/simple\\nhttps://two/simple'
      global.index-url='https://global/simple'
      global.timeout='60'
      install.find-links='/wheels'
      """;

  @Test
  void whatWouldInstallElsewhereOrLeaveByteCodeOutIsTakenAway() {
    Map<String, String> variables =
        ToolEnvironment.of(
            Map.of(
                "PATH", "/bin",
                "PYTHONDONTWRITEBYTECODE", "1",
                "PYTHONPATH", "/x",
                "VIRTUAL_ENV", "/y",
                "HTTPS_PROXY", "http://proxy"));

    assertThat(variables)
        .containsEntry("PATH", "/bin")
        .containsEntry("HTTPS_PROXY", "http://proxy")
        .doesNotContainKeys("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "VIRTUAL_ENV");
  }

  @Test
  void pipsSettingsAreToldToUvAndTheEnvironmentWins() {
    assertThat(ToolEnvironment.withPipSettings(Map.of("PATH", "/bin"), PIP_CONFIG))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "PATH", "/bin",
                "UV_DEFAULT_INDEX", "https://env/simple",
                "UV_INDEX", "https://one/simple https://two/simple",
                "UV_FIND_LINKS", "/wheels",
                "SSL_CERT_FILE", "/etc/ca.pem"));
  }

  @Test
  void uvsOwnSettingsWinUnderTheirOlderNamesToo() {
    Map<String, String> own =
        Map.of("UV_INDEX_URL", "https://uv/simple", "UV_FIND_LINKS", "/mine", "SSL_CERT_FILE", "c");

    assertThat(ToolEnvironment.withPipSettings(own, PIP_CONFIG))
        .containsAllEntriesOf(own)
        .doesNotContainKey("UV_DEFAULT_INDEX");
  }

  @Test
  void anIndexThatOnlyUvWasToldOfIsToldToPip() {
    assertThat(ToolEnvironment.of(Map.of("UV_DEFAULT_INDEX", "ours=https://uv/simple?a=b")))
        .containsEntry("PIP_INDEX_URL", "https://uv/simple?a=b");
    assertThat(
            ToolEnvironment.of(
                Map.of("UV_INDEX_URL", "https://uv/", "PIP_INDEX_URL", "https://pip/")))
        .containsEntry("PIP_INDEX_URL", "https://pip/");
  }
}
