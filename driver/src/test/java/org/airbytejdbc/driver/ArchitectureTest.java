package org.airbytejdbc.driver;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the house, and which way one may look from each. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/org/airbytejdbc/testing/"))
          .importPackages("org.airbytejdbc");

  @Test
  void seesAllRooms() {
    assertThat(HOUSE)
        .extracting(type -> type.getPackageName().split("\\.")[2])
        .contains("connector", "declarative", "cache", "calcite", "driver");
  }

  @Test
  void arrowsPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("connector")
        .definedBy("org.airbytejdbc.connector..")
        .layer("declarative")
        .definedBy("org.airbytejdbc.declarative..")
        .layer("cache")
        .definedBy("org.airbytejdbc.cache..")
        .layer("calcite")
        .definedBy("org.airbytejdbc.calcite..")
        .layer("driver")
        .definedBy("org.airbytejdbc.driver..")
        .whereLayer("driver")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("declarative")
        .mayOnlyBeAccessedByLayers("driver")
        .whereLayer("calcite")
        .mayOnlyBeAccessedByLayers("driver")
        .whereLayer("cache")
        .mayOnlyBeAccessedByLayers("calcite", "driver")
        .check(HOUSE);
  }

  @Test
  void noPackageOfTheDriverLooksBackAtOneThatLooksAtIt() {
    slices().matching("org.airbytejdbc.(driver..)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void noPackageOfARoomLooksBackAtOneThatLooksAtIt() {
    slices().matching("org.airbytejdbc.(*).(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void calciteIsKnownInItsRoomOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.airbytejdbc.calcite..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.calcite..")
        .check(HOUSE);
  }

  @Test
  void duckDbIsKnownInTheCacheOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.airbytejdbc.cache..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.duckdb..")
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLineWritesToTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.airbytejdbc.driver.command")
        .should(ACCESS_STANDARD_STREAMS)
        .check(HOUSE);
  }

  @Test
  void noClassIsLoadedByANameThatSomebodyWrote() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "Class.forName",
                call ->
                    call.getTargetOwner().isEquivalentTo(Class.class)
                        && call.getName().equals("forName")))
        .check(HOUSE);
  }
}
