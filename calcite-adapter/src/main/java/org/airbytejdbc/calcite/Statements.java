package org.airbytejdbc.calcite;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.ScratchDuckDb;
import org.airbytejdbc.calcite.RoutedStatement.Explained;
import org.airbytejdbc.calcite.RoutedStatement.Hinted;
import org.airbytejdbc.calcite.query.CalciteReader;
import org.airbytejdbc.calcite.query.ColumnOrigin;
import org.airbytejdbc.calcite.query.Engine;
import org.airbytejdbc.calcite.query.OriginReader;
import org.airbytejdbc.calcite.query.QueryReader;
import org.airbytejdbc.calcite.query.QueryReader.Explain;
import org.airbytejdbc.calcite.query.Relation;
import org.airbytejdbc.calcite.query.TableName;
import org.airbytejdbc.calcite.statement.Hints;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementKind;
import org.airbytejdbc.calcite.statement.StatementText;
import tools.jackson.databind.JsonNode;

/**
 * Turns the text of a statement into the way it runs, and remembers that by text, current schema
 * and catalog versions. Thread-safe; one per connection or shared, closed by whoever made it.
 */
public final class Statements implements AutoCloseable {
  /** Characters of text, about. */
  private static final long MOST_REMEMBERED = 4_000_000;

  private static final int WEIGHT_OF_ANY = 500;
  private static final int MOST_ORIGINS = 200;

  /** Its tree is walked with recursion, and nobody looks up the origins of a longer one. */
  private static final int MOST_TOKENS_WITH_ORIGINS = 2_000;

  private static final String WARM_UP = "SELECT count(*) FROM a JOIN b ON a.i = b.i WHERE a.i > 1";

  private final AtomicBoolean warm = new AtomicBoolean();
  private final Engine engine = new Engine(ScratchDuckDb::open);
  private final QueryReader queries = new QueryReader(engine);
  private final com.github.benmanes.caffeine.cache.Cache<Key, RoutedStatement> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_REMEMBERED)
          .weigher((Key key, RoutedStatement routed) -> WEIGHT_OF_ANY + 2 * key.sql.length())
          .executor(Runnable::run)
          .build();

  private final SystemSchema system;

  /** Statements that can name streams alone. */
  public Statements() {
    this(SystemSchema.NONE);
  }

  /**
   * @param system what they can name besides streams
   */
  public Statements(SystemSchema system) {
    this.system = requireNonNull(system, "system");
  }

  private final com.github.benmanes.caffeine.cache.Cache<Key, List<Optional<ColumnOrigin>>>
      origins = Caffeine.newBuilder().maximumSize(MOST_ORIGINS).executor(Runnable::run).build();

  private record Key(String sql, String currentSchema, List<Attachment> attachments) {}

  /** The version stands for the whole catalog, which would be long to compare. */
  private record Attachment(Source source, Cache cache, long version) {
    @Override
    public int hashCode() {
      return Long.hashCode(version);
    }
  }

  /**
   * Loads the parser at its first call, on a thread of its own: what would hold up the first
   * statement is done while the cache opens and connectors start.
   */
  public void warmUp() {
    if (!warm.getAndSet(true)) {
      Thread thread =
          new Thread(() -> CalciteReader.read(StatementText.of(WARM_UP)), "airbyte-parser");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * @param sql one statement, as the user wrote it
   * @param currentSchema where names without a schema are looked up
   * @throws StatementException if it is wrong, or names what is not there
   */
  public RoutedStatement route(String sql, String currentSchema, AttachedSources sources) {
    return route(sql, currentSchema, sources, OwnObjects.NONE);
  }

  /**
   * The same for statements that can name views and tables of the user's own; these are looked up
   * only for what is no stream.
   */
  public RoutedStatement route(
      String sql, String currentSchema, AttachedSources sources, OwnObjects own) {
    Key key = key(sql, currentSchema, sources);
    RoutedStatement known = remembered.getIfPresent(key);
    if (known != null) {
      return known;
    }
    RoutedStatement routed = read(sql, currentSchema, sources, own);
    if (routed.lasts()) {
      remembered.put(key, routed);
    }
    return routed;
  }

  private static Key key(String sql, String currentSchema, AttachedSources sources) {
    List<Attachment> attachments = new ArrayList<>(sources.sources().size());
    for (AttachedSource s : sources.sources()) {
      attachments.add(new Attachment(s.source(), s.cache(), s.catalog().version()));
    }
    return new Key(sql, currentSchema, attachments);
  }

  /**
   * For each column of the statement's result the stream's column that it is, if it is one; empty
   * where that is not known, or where the statement is no query. Never fails.
   */
  public List<Optional<ColumnOrigin>> origins(
      String sql, String currentSchema, AttachedSources sources) {
    return origins.get(
        key(sql, currentSchema, sources), key -> readOrigins(sql, currentSchema, sources));
  }

  private List<Optional<ColumnOrigin>> readOrigins(
      String sql, String currentSchema, AttachedSources sources) {
    try {
      StatementText text = StatementText.of(sql);
      if (StatementKind.of(text) != StatementKind.QUERY
          || text.tokens().size() > MOST_TOKENS_WITH_ORIGINS) {
        return List.of();
      }
      text.nesting().checkForEngine();
      JsonNode query = engine.syntaxTree(text.sql()).path("statements").path(0).path("node");
      return new OriginReader(name -> stream(name, currentSchema, sources))
          .read(query)
          .map(columns -> columns.stream().map(Relation.Column::origin).toList())
          .orElse(List.of());
    } catch (StatementException unreadable) {
      return List.of();
    }
  }

  private static Optional<StreamTable> stream(
      TableName name, String currentSchema, AttachedSources sources) {
    return sources
        .find(name.schema().orElse(currentSchema))
        .flatMap(source -> source.catalog().table(name.table()));
  }

  private RoutedStatement read(
      String sql, String currentSchema, AttachedSources sources, OwnObjects own) {
    StatementText text = StatementText.of(sql);
    Router router = new Router(sources, system, currentSchema, queries, engine, own);
    RoutedStatement routed = read(text, router, sources, currentSchema);
    Map<String, String> hints = Hints.of(text);
    return hints.isEmpty() ? routed : new Hinted(routed, hints);
  }

  private RoutedStatement read(
      StatementText text, Router router, AttachedSources sources, String currentSchema) {
    return switch (StatementKind.of(text)) {
      case CALL -> ProcedureCall.read(text);
      case EXPLAIN -> explained(QueryReader.readExplain(text), router);
      case QUERY -> router.route(text.sql(), queries.read(text));
      case WRITE -> new WriteRouter(router, queries, engine).route(WriteReader.read(text));
      case SETTING -> SettingReader.read(text);
      case SHOW ->
          ShowReader.read(text, sources, currentSchema)
              .orElseGet(
                  () -> {
                    StatementText described = ShowReader.described(text);
                    return router.route(described.sql(), queries.read(described));
                  });
    };
  }

  private Explained explained(Explain explain, Router router) {
    String sql = explain.query().sql();
    return new Explained(
        router.route(sql, queries.read(explain.query())), explain.prefix(), explain.run());
  }

  @Override
  public void close() {
    engine.close();
  }
}
