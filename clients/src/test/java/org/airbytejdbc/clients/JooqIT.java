package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.airbytejdbc.driver.AirbyteDriver;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.codegen.GenerationTool;
import org.jooq.impl.DSL;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** jOOQ: classes are generated from the metadata, and queries are written with them. */
@ExtendWith(Sources.class)
class JooqIT {
  @TempDir private Path folder;

  @Test
  void queriesAreWrittenWithGeneratedTables(Faker faker) throws Exception {
    generate(faker, "faker", ".*");
    try (URLClassLoader classes = compiled();
        Connection connection = faker.connect()) {
      Schema schema = schema(classes, "Faker");
      assertThat(schema.getTables()).extracting(Table::getName).contains("users", "purchases");
      Table<?> users = schema.getTable("users");
      assertThat(users.getPrimaryKey().getFields())
          .extracting(Field::getName)
          .containsExactly("id");
      DSLContext jooq = DSL.using(connection, SQLDialect.DUCKDB);
      assertThat(
              jooq.select(users.field("name"), DSL.count())
                  .from(users)
                  .where(users.field("id", Long.class).le(10L))
                  .groupBy(users.field("name"))
                  .orderBy(users.field("name"))
                  .fetch())
          .hasSize(10);
      assertThat(jooq.fetchCount(users)).isEqualTo(Faker.USERS);
    }
  }

  @Test
  void hardNamesAndEveryTypeAreGenerated(Awkward awkward) throws Exception {
    generate(awkward, "awkward", "everything|hostile|select|order|a_b.*|_.*|x+");
    try (URLClassLoader classes = compiled();
        Connection connection = awkward.connect()) {
      Schema schema = schema(classes, "Awkward");
      DSLContext jooq = DSL.using(connection, SQLDialect.DUCKDB);
      Record row =
          jooq.selectFrom(schema.getTable("everything")).orderBy(DSL.field("id")).fetchAny();
      assertThat(row.get("date")).isEqualTo(LocalDate.of(2024, 2, 29));
      assertThat(row.get("binary", byte[].class)).containsExactly(0, -1, -128);
      assertThat(schema.getTables()).hasSizeGreaterThan(5);
      for (Table<?> table : schema.getTables()) {
        assertThat(jooq.fetchCount(table)).as(table.getName()).isEqualTo(Awkward.ROWS);
      }
    }
  }

  private void generate(Source source, String schema, String tables) throws Exception {
    GenerationTool.generate(
        new Configuration()
            .withJdbc(new Jdbc().withDriver(AirbyteDriver.class.getName()).withUrl(source.url()))
            .withGenerator(
                new Generator()
                    .withDatabase(
                        new Database()
                            .withName("org.jooq.meta.jdbc.JDBCDatabase")
                            .withInputSchema(schema)
                            .withIncludes(tables))
                    .withTarget(
                        new Target()
                            .withPackageName("generated")
                            .withDirectory(folder.resolve("source").toString()))));
  }

  private URLClassLoader compiled() throws IOException {
    Path classes = folder.resolve("classes");
    List<String> sources;
    try (Stream<Path> files = Files.walk(folder.resolve("source"))) {
      sources = files.map(Path::toString).filter(file -> file.endsWith(".java")).toList();
    }
    List<String> options =
        List.of("-nowarn", "-proc:none", "-cp", classPath(), "-d", classes.toString());
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                Stream.concat(options.stream(), sources.stream()).toArray(String[]::new));
    assertThat(exitCode).isZero();
    return new URLClassLoader(new URL[] {classes.toUri().toURL()});
  }

  private static String classPath() {
    return DSL.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  private static Schema schema(ClassLoader classes, String name)
      throws ReflectiveOperationException {
    return (Schema)
        classes.loadClass("generated." + name).getField(name.toUpperCase(Locale.ROOT)).get(null);
  }
}
