package org.airbytejdbc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipRequirementsTest {
  @TempDir Path base;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "airbyte-source-file | airbyte-source-file",
        "airbyte-source-file<0.6 pandas<2 | airbyte-source-file<0.6,pandas<2",
        "airbyte-source-file  ==  0.5.39   pandas | airbyte-source-file==0.5.39,pandas",
        "airbyte-source-s3[all] ~= 4.0 | airbyte-source-s3[all]~=4.0",
        "git+https://github.com/x/y@main#subdirectory=z |"
            + " git+https://github.com/x/y@main#subdirectory=z",
        "source-x @ https://example.com/x.zip pandas | source-x@https://example.com/x.zip,pandas",
      })
  void areToldApartByTheSpacesBetweenThem(String text, String words) {
    assertThat(String.join(",", PipRequirements.parse(text, base).words())).isEqualTo(words);
  }

  @Test
  void whatASpecifierHasAfterAComma() {
    assertThat(PipRequirements.parse("airbyte-source-file >=0.5, <0.6 pandas", base).words())
        .containsExactly("airbyte-source-file>=0.5,<0.6", "pandas");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dist/shop.whl", "./shop", "../shop", "shop-1.0.tar.gz"})
  void aRelativePathStartsAtTheBase(String path) {
    assertThat(PipRequirements.parse(path + " pandas", base).words())
        .containsExactly(base.resolve(path).normalize().toString(), "pandas");
  }

  @Test
  void aPathMayHaveSpacesWhereItIsThere() throws IOException {
    Path folder = Files.createDirectories(base.resolve("my connectors/shop"));

    assertThat(PipRequirements.parse("my connectors/shop", base).words())
        .containsExactly(folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "-r evil.txt", "pandas --index-url=http://x"})
  void nothingAndOptionsAreRefused(String text) {
    assertThatThrownBy(() -> PipRequirements.parse(text, base))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePasswordOfAnAddressIsNotShown() {
    PipRequirements pip =
        new PipRequirements(List.of("git+https://user:hunter2@example.com/x", "pandas"));

    assertThat(pip).hasToString("git+https://***@example.com/x pandas");
  }
}
