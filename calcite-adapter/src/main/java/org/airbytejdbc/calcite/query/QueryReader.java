package org.airbytejdbc.calcite.query;

import java.util.List;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;
import org.airbytejdbc.calcite.statement.StatementKind;
import org.airbytejdbc.calcite.statement.StatementText;
import org.airbytejdbc.calcite.statement.Token;

/** Reads the text of a query: by Calcite's parser, and by the engine's where Calcite has none. */
public final class QueryReader {
  private final Engine engine;

  public QueryReader(Engine engine) {
    this.engine = engine;
  }

  /**
   * @throws StatementException SYNTAX or UNSUPPORTED
   */
  public QueryShape read(StatementText text) {
    return CalciteReader.read(text).orElseGet(() -> EngineReader.read(text, engine));
  }

  /**
   * What an EXPLAIN explains.
   *
   * @param prefix EXPLAIN and its options
   * @param run whether it is run, and so needs rows
   */
  public record Explain(StatementText query, String prefix, boolean run) {}

  /**
   * Reads what an EXPLAIN explains.
   *
   * @throws StatementException SYNTAX or UNSUPPORTED
   */
  public static Explain readExplain(StatementText text) {
    int options = options(text.tokens());
    StatementText explained = text.from(options);
    if (StatementKind.of(explained) != StatementKind.QUERY) {
      throw new StatementException(Kind.UNSUPPORTED, "Only queries can be explained", "");
    }
    boolean run = text.tokens().stream().limit(options).anyMatch(QueryReader::isAnalyze);
    String prefix = text.sql().substring(0, text.tokens().get(options).start());
    return new Explain(explained, prefix, run);
  }

  /** How many tokens EXPLAIN and its options are. */
  private static int options(List<Token> tokens) {
    int at = 1;
    while (at < tokens.size() && isOption(tokens.get(at))) {
      at++;
    }
    if (at + 1 < tokens.size() && tokens.get(at).isSign("(") && isOption(tokens.get(at + 1))) {
      while (at < tokens.size() && !tokens.get(at).isSign(")")) {
        at++;
      }
      at++;
    }
    if (at >= tokens.size()) {
      throw new StatementException(Kind.SYNTAX, "EXPLAIN needs a query behind it", "");
    }
    return at;
  }

  private static boolean isOption(Token token) {
    return isAnalyze(token) || token.isWord("VERBOSE") || token.isWord("FORMAT");
  }

  private static boolean isAnalyze(Token token) {
    return token.isWord("ANALYZE") || token.isWord("ANALYSE");
  }
}
