.DEFAULT_GOAL := help
.PHONY: help demo example jar test test-on format bench clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: ## Build the driver and query a sample connector with it
	@bin/demo

NAME ?= PlainJdbc
example: ## Run one of the examples: make example NAME=CalciteModel
	@mvn -q -B -DskipTests -pl examples -am package dependency:build-classpath -Dmdep.outputFile=target/classpath
	@java -cp examples/target/classes:$$(cat examples/target/classpath) org.airbytejdbc.examples.$(NAME)

jar: ## Build driver/target/airbyte-jdbc.jar
	mvn -q -B -DskipTests -pl driver -am package

test: ## Run all tests, with real connectors
	mvn -B verify $(MAVEN_OPTIONS)

test-on: ## Run the driver's tests again on another Java, but for what installs, kills or repeats for minutes: make test-on JAVA=/path/to/bin/java
	mvn -B verify -pl '!clients' -Dtest.jvm=$(JAVA) -Dtest.args=--enable-native-access=ALL-UNNAMED -Dtest='org/airbytejdbc/driver/**/*Test,!DifferentialTest,!KillTest,!CancelledInstallTest,!OwnTablesSharedTest' -Dsurefire.failIfNoSpecifiedTests=false -Dit.test='ShadedJarIT,ExamplesIT,RealConnectorsIT' -Dfailsafe.failIfNoSpecifiedTests=false $(MAVEN_OPTIONS)

format: ## Format all code
	mvn -q -B spotless:apply

bench: ## Compare with DuckDB alone, and print the ratios
	mvn -q -B -DskipTests -pl benchmarks -am package
	benchmarks/run

clean: ## Remove all that was built
	mvn -q -B clean
