package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {
  private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    ",,airbyte/source-x:latest",
    ",1.2.3,airbyte/source-x:1.2.3",
    "team/shop,1.2.3,team/shop:1.2.3",
    "team/shop:2,1.2.3,team/shop:2",
    "localhost:5000/shop,,localhost:5000/shop:latest",
    "ghcr.io/team/shop:2,,ghcr.io/team/shop:2",
  })
  void aTagIsTheVersionUnlessTheNameHasOne(String given, String version, String image) {
    assertThat(ImageName.of("source-x", Optional.ofNullable(given), Optional.ofNullable(version)))
        .hasToString(image);
  }

  @Test
  void aDigestIsExact() {
    assertThat(ImageName.of("source-x", Optional.of("team/shop" + DIGEST), Optional.of("1.2.3")))
        .hasToString("team/shop" + DIGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Team/Shop", "shop --privileged", "shop:", "shop@sha256:12", ""})
  void whatIsNoImageIsRefused(String given) {
    assertThatThrownBy(() -> ImageName.of("source-x", Optional.of(given), Optional.empty()))
        .hasMessageContaining("image=" + given + " is no image's name");
  }

  @ParameterizedTest
  @CsvSource({
    "/data:/in,/data,/in,false",
    "cache:/var/cache:ro,cache,/var/cache,true",
    "C:\\Users\\me:/in:rw,C:\\Users\\me,/in,false",
    "D:/data:/in:ro,D:/data,/in,true",
  })
  void theLetterOfADriveIsPartOfAMountsPath(
      String text, String host, String container, boolean readOnly) {
    assertThat(Mount.parse(text)).isEqualTo(new Mount(host, container, readOnly));
  }
}
