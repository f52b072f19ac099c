package org.airbytejdbc.benchmarks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.Template;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Expressions as manifests have them for each record or request, compiled before. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExpressionBenchmark {
  private final Template field = Template.of("{{ record['name'] }}");
  private final Template number = Template.of("{{ record.id }}");
  private final Template nested = Template.of("{{ response.get('paging', {}).get('next') }}");
  private final Template condition = Template.of("{{ response['data'] | length < 100 }}");
  private final Template path = Template.of("/users/{{ stream_partition.user }}/orders");
  private final Template date =
      Template.of("{{ format_datetime(config['start_date'], '%Y-%m-%d') }}");
  private Scope scope =
      Scope.of(Map.of("start_date", "2024-01-02T03:04:05Z"), Clock.systemUTC())
          .with("record", Map.of("id", 4711L, "name", "Ada Lovelace"))
          .with("response", Map.of("data", List.of(1L, 2L), "paging", Map.of("next", "p2")))
          .with("stream_slice", Map.of("user", "u-17"));

  /** The plain access to a field. */
  @Benchmark
  public @Nullable Object field() {
    return field.render(scope);
  }

  @Benchmark
  public @Nullable Object number() {
    return number.render(scope);
  }

  @Benchmark
  public @Nullable Object nested() {
    return nested.render(scope);
  }

  @Benchmark
  public boolean condition() {
    return condition.test(scope);
  }

  @Benchmark
  public @Nullable Object path() {
    return path.render(scope);
  }

  @Benchmark
  public @Nullable Object date() {
    return date.render(scope);
  }

  public static void main(String[] arguments) throws Exception {
    new Runner(
            new OptionsBuilder()
                .include(ExpressionBenchmark.class.getSimpleName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build())
        .run();
  }
}
