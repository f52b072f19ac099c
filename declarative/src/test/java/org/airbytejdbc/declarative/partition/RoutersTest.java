package org.airbytejdbc.declarative.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.manifest.Yaml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Partitions of lists, and of several routers at once. */
class RoutersTest {
  private static final Scope SCOPE = Scope.of(Map.of("ids", List.of(1L, 2L)), Clock.systemUTC());

  @Test
  void aListIsTakenAsItIsAndATextIsATemplateForOne() {
    assertThat(values("[\"1\", 2, \"{{ config['ids'] }}\"]"))
        .containsExactly("1", 2L, "{{ config['ids'] }}");
    assertThat(values("\"{{ config['ids'] }}\"")).containsExactly(1L, 2L);
    assertThat(values("\"{{ config.get('none', '') }}\"")).isEmpty();
  }

  @Test
  void whatIsNoListFailsWithItsPlace() {
    assertThatThrownBy(() -> values("\"{{ 7 }}\""))
        .isInstanceOf(DeclarativeException.class)
        .hasMessageContaining("router");
  }

  @Test
  void aProductTakesItsFirstRouterBitByBit() {
    PartitionRouter first = list("a", "[1, 2, 3]");
    List<StreamSlice> taken = new ArrayList<>();
    var counted =
        new CartesianProduct(List.of(watched(first, taken), list("b", "[x, y]"))).partitions();
    assertThat(counted.next().partition()).isEqualTo(Map.of("a", 1L, "b", "x"));
    assertThat(taken).hasSize(1);
    List<Object> rest = new ArrayList<>();
    counted.forEachRemaining(slice -> rest.add(slice.partition()));
    assertThat(rest)
        .containsExactly(
            Map.of("a", 1L, "b", "y"),
            Map.of("a", 2L, "b", "x"),
            Map.of("a", 2L, "b", "y"),
            Map.of("a", 3L, "b", "x"),
            Map.of("a", 3L, "b", "y"));
  }

  private static PartitionRouter watched(PartitionRouter router, List<StreamSlice> taken) {
    return new PartitionRouter() {
      @Override
      public Iterator<StreamSlice> partitions() {
        return new Chained<>(
            router.partitions(),
            slice -> {
              taken.add(slice);
              return List.of(slice).iterator();
            });
      }

      @Override
      public org.airbytejdbc.declarative.http.Requester.Injected inject(
          StreamSlice slice, Scope scope) {
        return router.inject(slice, scope);
      }
    };
  }

  private static ListPartitionRouter list(String field, String values) {
    return ListPartitionRouter.read(
        Yaml.component("{cursor_field: " + field + ", values: " + values + "}", "router"), SCOPE);
  }

  private static List<@Nullable Object> values(String values) {
    List<@Nullable Object> found = new ArrayList<>();
    list("v", values).partitions().forEachRemaining(slice -> found.add(slice.get("v")));
    return found;
  }
}
