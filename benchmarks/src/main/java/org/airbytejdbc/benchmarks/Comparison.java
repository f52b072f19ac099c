package org.airbytejdbc.benchmarks;

import java.util.List;

/** One claim, measured against its alternative in the same run. */
interface Comparison {
  /** The name on the command line. */
  String name();

  /** Measures; the work folder may keep data for the next run. */
  List<Result> run(WorkFolder work) throws Exception;

  /**
   * One row of the table.
   *
   * @param ours seconds, or what {@code unit} says
   * @param theirs of the alternative, in turn with ours
   * @param reach what the ratio should stay below
   */
  record Result(String what, String against, Figures ours, Figures theirs, double reach) {
    double ratio() {
      return ours.median() / theirs.median();
    }
  }
}
