package org.airbytejdbc.calcite.federation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.calcite.RoutedStatement.Federated;
import org.airbytejdbc.calcite.federation.FederatedPlan.Part;
import org.airbytejdbc.calcite.query.CalciteReader;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.prepare.RelOptTableImpl;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.rel2sql.RelToSqlConverter;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.schema.Table;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a statement over several caches into the largest parts that one cache can do alone, filters,
 * aggregates and joins among its own streams included, and what is left over their rows.
 */
final class FederatedPlanner {
  private static final Logger LOG = LoggerFactory.getLogger(FederatedPlanner.class);
  private static final String PARTS = "parts";

  private final List<Part> parts = new ArrayList<>();

  private FederatedPlanner() {}

  /** Empty where the statement is not in Calcite's language, or names tables that no cache has. */
  static Optional<FederatedPlan> plan(Federated statement, String currentSchema) {
    if (!statement.system().tables().isEmpty()) {
      return Optional.empty();
    }
    Optional<SqlNode> tree = CalciteReader.parse(statement.sql());
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    try {
      RelNode plan = new Plans(schemas(statement), currentSchema).plan(tree.get());
      FederatedPlanner planner = new FederatedPlanner();
      RelNode rest = planner.cut(plan);
      return Optional.of(new FederatedPlan(planner.parts, sql(rest)));
    } catch (RuntimeException | AssertionError e) {
      // Calcite fails so for functions it does not know; the engine may know them.
      LOG.debug("Not planned by Calcite: {}", e.toString());
      return Optional.empty();
    }
  }

  private static Map<String, Map<String, Table>> schemas(Federated statement) {
    Map<String, Map<String, Table>> schemas = new TreeMap<>();
    for (Touched touched : statement.touched()) {
      Map<String, Table> tables = new TreeMap<>();
      touched
          .tables()
          .forEach(table -> tables.put(table.table(), new PlannedTable(touched.cache(), table)));
      schemas.put(touched.source().name(), tables);
    }
    return schemas;
  }

  private RelNode cut(RelNode node) {
    if (node instanceof Correlate) {
      throw new IllegalArgumentException("correlated: " + node);
    }
    Set<Cache> caches = caches(node);
    if (caches.size() == 1 && !hasParameter(node)) {
      return part(caches.iterator().next(), node);
    }
    List<RelNode> inputs = node.getInputs().stream().map(this::cut).toList();
    return inputs.isEmpty() ? node : node.copy(node.getTraitSet(), inputs);
  }

  private RelNode part(Cache cache, RelNode node) {
    RelNode named = named(node);
    String name = "part" + parts.size();
    parts.add(new Part(cache, PARTS, name, sql(named)));
    return LogicalTableScan.create(
        node.getCluster(),
        RelOptTableImpl.create(
            null, named.getRowType(), List.of(PARTS, name), Expressions.constant(null)),
        List.of());
  }

  /** Calcite writes no name for a column that it had to call something itself. */
  private static RelNode named(RelNode node) {
    List<String> names = new ArrayList<>(node.getRowType().getFieldNames());
    boolean complete = names.stream().noneMatch(SqlUtil::isGeneratedAlias);
    if (complete) {
      return node;
    }
    names.replaceAll(name -> SqlUtil.isGeneratedAlias(name) ? name.replace('$', '_') : name);
    return LogicalProject.create(
        node,
        List.of(),
        node.getCluster().getRexBuilder().identityProjects(node.getRowType()),
        SqlValidatorUtil.uniquify(names, false),
        Set.of());
  }

  private static Set<Cache> caches(RelNode node) {
    Set<Cache> caches = new LinkedHashSet<>();
    for (RelNode input : node.getInputs()) {
      caches.addAll(caches(input));
    }
    if (node instanceof TableScan scan) {
      caches.add(scan.getTable().unwrapOrThrow(PlannedTable.class).cache());
    }
    return caches;
  }

  /** A parameter is bound in what is left, so no part may use one. */
  private static boolean hasParameter(RelNode node) {
    ParameterFinder finder = new ParameterFinder();
    node.accept(finder);
    return finder.found || node.getInputs().stream().anyMatch(FederatedPlanner::hasParameter);
  }

  private static final class ParameterFinder extends RexShuttle {
    private boolean found;

    @Override
    public RexNode visitDynamicParam(RexDynamicParam parameter) {
      found = true;
      return parameter;
    }
  }

  private static String sql(RelNode node) {
    return NumberedParameters.write(
        new RelToSqlConverter(EngineDialect.INSTANCE).visitRoot(node).asStatement());
  }
}
