package org.airbytejdbc.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a statement's translation costs when it was seen before: time and allocation a call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TranslationBenchmark {
  private Connection connection;
  private String sql;

  @Setup
  public void open() throws Exception {
    WorkFolder work = new WorkFolder(java.nio.file.Path.of(System.getProperty("benchmarks.work")));
    connection = TpchCache.filled(work).ours();
    sql = TpchComparison.query("q05");
  }

  @TearDown
  public void close() throws Exception {
    connection.close();
  }

  /** Finds the statement's route again by its text. */
  @Benchmark
  public String translate() throws Exception {
    return connection.nativeSQL(sql);
  }

  /** Prepares it in the engine as well. */
  @Benchmark
  public int prepare() throws Exception {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.getFetchSize();
    }
  }

  public static void main(String[] arguments) throws Exception {
    String work = System.getProperty("benchmarks.work", "target/benchmarks");
    new Runner(
            new OptionsBuilder()
                .include(TranslationBenchmark.class.getSimpleName())
                .jvmArgsAppend("-Dbenchmarks.work=" + work)
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(3)
                .measurementIterations(5)
                .build())
        .run();
  }
}
