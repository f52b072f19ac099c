package org.airbytejdbc.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the comparisons named on the command line, all without a name, and prints their table. */
public final class Benchmarks {
  private static final List<Comparison> ALL =
      List.of(
          new TpchComparison(),
          new ReadOutComparison(),
          new LoadComparison(),
          new MemoryComparison(),
          new HardcodedComparison(),
          new ProcessRunComparison(),
          new ContainerRunComparison(),
          new PyAirbyteComparison(),
          new ManifestComparison());

  private Benchmarks() {}

  public static void main(String[] names) throws Exception {
    WorkFolder work =
        new WorkFolder(Path.of(System.getProperty("benchmarks.work", "target/benchmarks")));
    List<String> wanted = List.of(names);
    System.out.println("| what | seconds: median (range) | against | seconds | ratio | reach |");
    System.out.println("|---|---|---|---|--:|--:|");
    for (Comparison comparison : ALL) {
      if (wanted.isEmpty() || wanted.contains(comparison.name())) {
        comparison.run(work).forEach(Benchmarks::print);
      }
    }
  }

  private static void print(Comparison.Result result) {
    String reach = result.reach() > 0 ? String.format(Locale.ROOT, "≤ %.2f", result.reach()) : "";
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s | %.3f | %s |%n",
        result.what(),
        result.ours(),
        result.against(),
        result.theirs(),
        result.ratio(),
        reach);
  }
}
