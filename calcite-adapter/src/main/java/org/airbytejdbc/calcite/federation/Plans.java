package org.airbytejdbc.calcite.federation;

import java.util.List;
import java.util.Map;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/** Turns Calcite's tree of a query into a plan whose filters and columns are as deep as can be. */
final class Plans {
  /** Sub-queries as joins, so that each can be seen by all rules. */
  private static final HepProgram JOINED =
      new HepProgramBuilder()
          .addRuleCollection(
              List.of(
                  CoreRules.FILTER_SUB_QUERY_TO_CORRELATE,
                  CoreRules.PROJECT_SUB_QUERY_TO_CORRELATE,
                  CoreRules.JOIN_SUB_QUERY_TO_CORRELATE))
          .build();

  private static final HepProgram DEEPER =
      new HepProgramBuilder()
          .addRuleCollection(
              List.of(
                  CoreRules.FILTER_MERGE,
                  CoreRules.FILTER_INTO_JOIN,
                  CoreRules.JOIN_CONDITION_PUSH,
                  CoreRules.FILTER_PROJECT_TRANSPOSE,
                  CoreRules.FILTER_AGGREGATE_TRANSPOSE,
                  CoreRules.FILTER_SET_OP_TRANSPOSE,
                  CoreRules.PROJECT_MERGE,
                  CoreRules.PROJECT_REMOVE))
          .build();

  private static final SqlOperatorTable FUNCTIONS =
      SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
          SqlLibrary.STANDARD, SqlLibrary.POSTGRESQL);

  private final Map<String, Map<String, Table>> schemas;
  private final String currentSchema;

  /**
   * @param schemas the tables by schema and name
   */
  Plans(Map<String, Map<String, Table>> schemas, String currentSchema) {
    this.schemas = schemas;
    this.currentSchema = currentSchema;
  }

  /** Fails with Calcite's own exceptions where the query is not in its language. */
  RelNode plan(SqlNode text) {
    Utf8Types types = new Utf8Types();
    CalciteSchema root = CalciteSchema.createRootSchema(false, false);
    schemas.forEach((name, tables) -> root.add(name, new PlannedSchema(tables)));
    CalciteCatalogReader catalog =
        new CalciteCatalogReader(
            root,
            List.of(currentSchema),
            types,
            CalciteConnectionConfig.DEFAULT.set(CalciteConnectionProperty.CASE_SENSITIVE, "false"));
    SqlValidator validator =
        SqlValidatorUtil.newValidator(
            FUNCTIONS,
            catalog,
            types,
            SqlValidator.Config.DEFAULT
                .withConformance(SqlConformanceEnum.LENIENT)
                .withDefaultNullCollation(NullCollation.LAST)
                .withIdentifierExpansion(true));
    RelOptCluster cluster = RelOptCluster.create(new HepPlanner(DEEPER), new RexBuilder(types));
    SqlToRelConverter converter =
        new SqlToRelConverter(
            (rowType, view, schemaPath, viewPath) -> {
              throw new UnsupportedOperationException(view);
            },
            validator,
            catalog,
            cluster,
            StandardConvertletTable.INSTANCE,
            SqlToRelConverter.config()
                .withExpand(false)
                .withTrimUnusedFields(true)
                .withInSubQueryThreshold(Integer.MAX_VALUE));
    RelNode query = converter.convertQuery(validator.validate(text), false, true).project();
    RelNode plan =
        RelDecorrelator.decorrelateQuery(
            run(JOINED, query), RelFactories.LOGICAL_BUILDER.create(cluster, catalog));
    return run(DEEPER, converter.trimUnusedFields(true, run(DEEPER, plan)));
  }

  private static RelNode run(HepProgram program, RelNode plan) {
    HepPlanner planner = new HepPlanner(program);
    planner.setRoot(plan);
    return planner.findBestExp();
  }

  private static final class PlannedSchema extends AbstractSchema {
    private final Map<String, Table> tables;

    PlannedSchema(Map<String, Table> tables) {
      this.tables = tables;
    }

    @Override
    protected Map<String, Table> getTableMap() {
      return tables;
    }
  }
}
