package org.airbytejdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeFolderTest {
  private final Map<String, String> properties =
      new HashMap<>(Map.of("os.name", "Linux", "user.home", "/home/ada"));
  private final Map<String, String> variables = new HashMap<>();

  @Test
  void isInTheUsersCacheFolder() {
    assertThat(home()).isEqualTo(Path.of("/home/ada/.cache/airbyte-jdbc"));
  }

  @Test
  void followsTheCacheFolderOfTheDesktop() {
    variables.put("XDG_CACHE_HOME", "/fast/ada");
    assertThat(home()).isEqualTo(Path.of("/fast/ada/airbyte-jdbc"));
    variables.put("XDG_CACHE_HOME", "relative");
    assertThat(home()).isEqualTo(Path.of("/home/ada/.cache/airbyte-jdbc"));
  }

  @Test
  void isWhereAMacKeepsCaches() {
    properties.put("os.name", "Mac OS X");
    assertThat(home()).isEqualTo(Path.of("/home/ada/Library/Caches/airbyte-jdbc"));
  }

  @Test
  void isWhereWindowsKeepsLocalFiles() {
    properties.put("os.name", "Windows 11");
    variables.put("LOCALAPPDATA", "/c/ada/Local");
    assertThat(home()).isEqualTo(Path.of("/c/ada/Local/airbyte-jdbc"));
    variables.clear();
    assertThat(home()).isEqualTo(Path.of("/home/ada/AppData/Local/airbyte-jdbc"));
  }

  @Test
  void isWhereTheUserSays() {
    variables.put("AIRBYTE_JDBC_HOME", "/data/airbyte");
    assertThat(home()).isEqualTo(Path.of("/data/airbyte"));
    properties.put("airbyte.home", "/other");
    assertThat(home()).isEqualTo(Path.of("/other"));
  }

  private Path home() {
    return HomeFolder.of(properties::get, variables::get).path();
  }
}
