package org.airbytejdbc.connector.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallFailureTest {
  private final InstallFailure failure = failure(Optional.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error: No solution found\n  cause: Because airbyte-source-x was not found in the package"
            + " registry and you require airbyte-source-x, we can conclude …",
        "ERROR: Could not find a version that satisfies the requirement airbyte-source-x"
            + " (from versions: none)\nERROR: No matching distribution found for airbyte-source-x",
      })
  void aPackageThatIsNotInTheIndexIsAnUnknownConnector(String output) {
    ConnectorException error = of(failure, output);

    assertThat(error.kind()).isEqualTo(Kind.UNKNOWN_CONNECTOR);
    assertThat(error)
        .hasMessage(
            "There is no connector source-x: no program of that name on PATH, no package"
                + " airbyte-source-x in the index");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error: No solution found\n  cause: Because airbyte-source-x was not found in the package"
            + " registry\nhint: An index URL (http://x/simple) could not be queried due to a lack of"
            + " valid authentication credentials (401 Unauthorized)",
        "WARNING: The repository located at x is not a trusted or secure host and is being ignored."
            + "\nERROR: No matching distribution found for airbyte-source-x (from versions: none)",
      })
  void anIndexThatRefusesIsNotTakenForAnUnknownConnector(String output) {
    ConnectorException error = of(failure, output);

    assertThat(error.kind()).isEqualTo(Kind.INSTALL_FAILED);
    assertThat(error)
        .hasMessageContaining("the package index could not be asked")
        .hasMessageFindingMatch("401 Unauthorized|not a trusted or secure host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error: Request failed after 1 retry\n  cause: Failed to fetch: http://x/simple/\n"
            + "  cause: dns error",
        "WARNING: Retrying after connection broken by 'NewConnectionError('…')'\n"
            + "ERROR: Could not find a version that satisfies the requirement airbyte-source-x"
            + " (from versions: none)\nERROR: No matching distribution found for airbyte-source-x",
      })
  void noNetworkIsNotTakenForAnUnknownConnector(String output) {
    ConnectorException error = of(failure, output);

    assertThat(error.kind()).isEqualTo(Kind.INSTALL_FAILED);
    assertThat(error)
        .hasMessageContaining("source-x (package airbyte-source-x): the package index could not");
    assertThat(error.guidance())
        .hasValueSatisfying(text -> assertThat(text).contains("PIP_INDEX_URL", "executable="));
  }

  @Test
  void aVersionThatIsNotThereIsToldWithTheInstallersWords() {
    ConnectorException error =
        of(
            failure(Optional.of("99")),
            "Using Python 3.11\nerror: No solution found\n"
                + "  cause: Because there is no version of airbyte-source-x==99 …\n");

    assertThat(error.kind()).isEqualTo(Kind.INSTALL_FAILED);
    assertThat(error)
        .hasMessage(
            "source-x (package airbyte-source-x==99): it could not be installed:\n"
                + "error: No solution found\n"
                + "cause: Because there is no version of airbyte-source-x==99 …");
    assertThat(error.guidance())
        .hasValueSatisfying(text -> assertThat(text).contains("Leave version= away"));
  }

  @Test
  void onlyTheLastLinesAreToldAndNoPassword() {
    String output =
        "first line\n".repeat(50)
            + "Looking in https://user:hunter2@index.example/simple\n"
            + "x".repeat(5000);

    assertThat(of(failure, output).getMessage())
        .contains("https://***@index.example/simple")
        .doesNotContain("hunter2")
        .hasSizeLessThan(1000);
  }

  @Test
  void everyPythonThatWasFoundIsTold() {
    ConnectorException error =
        failure.noPython(
            "airbyte-source-x 1.0 needs Python >=3.10,<3.12",
            List.of(
                new Interpreter(Path.of("/a/python"), new PythonVersion(3, 13, 0)),
                new Interpreter(Path.of("/b/python"), new PythonVersion(3, 9, 18))));

    assertThat(error.kind()).isEqualTo(Kind.NO_PYTHON);
    assertThat(error)
        .hasMessage(
            "source-x: airbyte-source-x 1.0 needs Python >=3.10,<3.12."
                + " Found: 3.13.0 (/a/python), 3.9.18 (/b/python)");
    assertThat(failure.noPython("there is no Python 3", List.of())).hasMessageContaining("none");
  }

  private static ConnectorException of(InstallFailure failure, String output) {
    return failure.of(new Program.Result(1, output));
  }

  private static InstallFailure failure(Optional<String> version) {
    return new InstallFailure(
        new PythonPackage(
            "airbyte-source-x",
            "source-x",
            version,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
