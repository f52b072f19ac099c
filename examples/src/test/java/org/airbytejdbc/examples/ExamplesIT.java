package org.airbytejdbc.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each example says what its comment promises, with nothing but the driver's jar. */
class ExamplesIT {
  /** An example's main method. */
  private interface Example {
    void run() throws Exception;
  }

  @Test
  void plainJdbc() throws Exception {
    assertThat(outputOf(PlainJdbc::main).lines())
        .hasSize(5)
        .allMatch(line -> line.matches("\\S.{11} +\\d+ sold at +[\\d,]+\\.\\d\\d"));
  }

  @Test
  void pooledDataSource() throws Exception {
    assertThat(outputOf(PooledDataSource::main).lines())
        .hasSize(3)
        .contains("users        1000", "products      100");
  }

  @Test
  void joinTwoConnectors() throws Exception {
    assertThat(outputOf(JoinTwoConnectors::main).lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("Ford +\\d+ of  150"))
        .anyMatch(line -> line.matches("Lotus +\\d+ of    5"));
  }

  @Test
  void calciteModel() throws Exception {
    assertThat(outputOf(CalciteModel::main).lines())
        .hasSize(3)
        .allMatch(line -> line.matches("\\S+ +\\d+"));
  }

  private static String outputOf(Example example) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      example.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
