package org.airbytejdbc.benchmarks;

import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
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
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A statement that was seen before, by the driver and by its engine alone: the difference is what
 * finding its translation and all else that we do costs, in time and allocation a call.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StatementBenchmark {
  private static final String TINY = "SELECT r_name FROM region";

  private Connection ours;
  private Connection theirs;
  private CallableStatement remembered;

  @Setup
  public void open() throws Exception {
    WorkFolder work = new WorkFolder(Path.of(System.getProperty("benchmarks.work")));
    TpchCache cache = TpchCache.filled(work);
    ours = cache.ours();
    theirs = cache.theirs();
    remembered = ours.prepareCall("CALL airbyte.sync(streams => ?)");
  }

  @TearDown
  public void close() throws Exception {
    remembered.close();
    ours.close();
    theirs.close();
  }

  /** With all that we add: its translation found again, freshness, the cache's lease, our rows. */
  @Benchmark
  public long driver() throws Exception {
    return Rows.drain(ours, TINY);
  }

  @Benchmark
  public long engine() throws Exception {
    return Rows.drain(theirs, TINY);
  }

  /**
   * From the text to the statement that it is, found again, and no more: a parameter set by its
   * name asks what the text calls, which looks up the sources as they are now, in their cache's
   * file and the connector's, and then text, schema and catalogs among what is remembered.
   */
  @Benchmark
  public void translation() throws Exception {
    remembered.setString("streams", "region");
  }

  public static void main(String[] arguments) throws Exception {
    String work = System.getProperty("benchmarks.work", "target/benchmarks");
    new Runner(
            new OptionsBuilder()
                .include(StatementBenchmark.class.getSimpleName())
                .jvmArgsAppend("-Dbenchmarks.work=" + work)
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(3))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(5))
                .build())
        .run();
  }
}
