package org.airbytejdbc.declarative.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkHeaderTest {
  private static final String LINK =
      "<https://shop.example/items?page=2>; rel=\"next\", <https://shop.example/items>; rel=first";

  @Test
  void aHeaderIsFoundCapitalisedAndSmall() {
    assertThat(LinkHeader.in(Map.of("x-next-page", "3")))
        .containsEntry("X-Next-Page", "3")
        .containsEntry("x-next-page", "3");
  }

  @Test
  void linksAreAnObjectByRelationAndTheTextThatCame() {
    assertThat(LinkHeader.in(Map.of("link", LINK)))
        .containsEntry("Link", LINK)
        .containsEntry(
            "link",
            Map.of(
                "next",
                Map.of("url", "https://shop.example/items?page=2", "rel", "next"),
                "first",
                Map.of("url", "https://shop.example/items", "rel", "first")));
  }

  @Test
  void withoutLinksTheObjectIsEmpty() {
    assertThat(LinkHeader.in(Map.of())).isEqualTo(Map.of("link", Map.of()));
  }
}
