package org.airbytejdbc.connector.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LockedPackagesTest {
  private static final String REQUIREMENTS =
      """
      # a comment
      airbyte-source-tiny==1.0 \\
          --hash=sha256:aa11
      cffi==2.1.1 ; platform_python_implementation != 'PyPy' \\
          --hash=sha256:bb22 \\
          --hash=sha256:cc33
      shop @ git+https://example.com/shop@abc
      """;

  private final LockedPackages packages = LockedPackages.read("3.11", REQUIREMENTS);

  @Test
  void haveTheHashesOfEachRequirement() {
    assertThat(packages.hashes())
        .containsEntry("airbyte-source-tiny==1.0", List.of("aa11"))
        .containsEntry(
            "cffi==2.1.1 ; platform_python_implementation != 'PyPy'", List.of("bb22", "cc33"))
        .hasSize(3);
    assertThat(packages.withoutHash()).hasValue("shop @ git+https://example.com/shop@abc");
  }

  @Test
  void areWrittenAsTheyAreRead() {
    assertThat(LockedPackages.read("3.11", packages.requirements())).isEqualTo(packages);
  }

  @Test
  void areAskedForByName() {
    assertThat(packages.requirement("cffi")).hasValue("cffi==2.1.1");
    assertThat(packages.requirement("airbyte-source")).isEmpty();
  }

  @Test
  void ofAnotherHashAreOthers() {
    LockedPackages other = LockedPackages.read("3.11", REQUIREMENTS.replace("aa11", "aa12"));

    assertThat(other.fingerprint()).isNotEqualTo(packages.fingerprint());
  }
}
