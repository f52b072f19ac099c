package org.airbytejdbc.calcite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.calcite.WriteText.Verb;
import org.airbytejdbc.calcite.query.TableName;
import org.airbytejdbc.calcite.statement.Clause;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;
import org.airbytejdbc.calcite.statement.StatementKind;
import org.airbytejdbc.calcite.statement.StatementText;
import org.airbytejdbc.calcite.statement.Token;

/**
 * Reads what is written to, and cuts out what is read for it: the engine gives a syntax tree of
 * queries alone.
 */
final class WriteReader {
  private static final Set<String> ALTERATIONS = Set.of("RENAME", "ADD", "DROP", "ALTER");

  private final StatementText text;
  private final List<Token> tokens;
  private int at = 1;
  private boolean temporary;
  private boolean missingAllowed;

  private WriteReader(StatementText text) {
    this.text = text;
    this.tokens = text.tokens();
  }

  /**
   * @throws StatementException SYNTAX, or UNSUPPORTED for what cannot be made or changed here
   */
  static WriteText read(StatementText text) {
    WriteReader reader = new WriteReader(text);
    return switch (text.first().text().toUpperCase(Locale.ROOT)) {
      case "CREATE" -> reader.create();
      case "INSERT" -> reader.insert();
      case "UPDATE" -> reader.update();
      case "DELETE" -> reader.delete();
      case "TRUNCATE" -> reader.truncate();
      default -> reader.define();
    };
  }

  private WriteText create() {
    if (takes("OR")) {
      expect("REPLACE");
    }
    takes("LOCAL");
    temporary = takes("TEMP") || takes("TEMPORARY");
    Verb verb = kind();
    if (takes("IF")) {
      expect("NOT");
      expect("EXISTS");
    }
    Name name = name();
    if (verb == Verb.CREATE_VIEW) {
      int query = ViewText.query(tokens, at);
      refuseParameters(query);
      return write(verb, name, Optional.of(text.from(query)), false);
    }
    int as = clause(at, "AS");
    if (as + 1 >= tokens.size()) {
      return plain(verb, name, at);
    }
    int end = tokens.size();
    boolean noData = isWord(end - 1, "DATA") && isWord(end - 2, "NO") && isWord(end - 3, "WITH");
    boolean data = isWord(end - 1, "DATA") && isWord(end - 2, "WITH");
    end -= noData ? 3 : data ? 2 : 0;
    return write(verb, name, Optional.of(part(as + 1, end)), !noData);
  }

  private Verb kind() {
    if (takes("TABLE")) {
      return Verb.CREATE_TABLE;
    }
    if (takes("VIEW")) {
      return Verb.CREATE_VIEW;
    }
    throw unsupported("Only views and tables can be created, altered and dropped");
  }

  private void refuseParameters(int from) {
    for (Token token : tokens.subList(from, tokens.size())) {
      if (token.isSign("?") || (token.kind() == Token.Kind.SIGN && token.text().startsWith("$"))) {
        throw unsupported("A view cannot have parameters");
      }
    }
  }

  /** What has no query is read by the engine alone, and so has no query in it. */
  private WriteText plain(Verb verb, Name name, int from) {
    if (asks(from, tokens.size())) {
      throw unsupported("There is a query where none can be run");
    }
    return write(verb, name, Optional.empty(), false);
  }

  private WriteText insert() {
    if (takes("OR") && !takes("REPLACE")) {
      expect("IGNORE");
    }
    expect("INTO");
    Name name = name();
    int query = Clause.find(tokens, at, this::isQuery);
    int end = Clause.find(tokens, at, this::isBehindQuery);
    plain(Verb.CHANGE, name, end);
    boolean values = query >= end || isWord(query, "DEFAULT") || isWord(query, "VALUES");
    if (values && !asks(query, end)) {
      return write(Verb.CHANGE, name, Optional.empty(), false);
    }
    return write(Verb.CHANGE, name, Optional.of(part(query, end)), true);
  }

  private boolean isQuery(int index) {
    boolean inParentheses =
        isSign(index, "(")
            && index + 1 < tokens.size()
            && StatementKind.QUERY.isBegunBy(tokens.get(index + 1));
    return inParentheses
        || StatementKind.QUERY.isBegunBy(tokens.get(index))
        || isWord(index, "DEFAULT");
  }

  private boolean isBehindQuery(int index) {
    boolean conflict = isWord(index, "ON") && isWord(index + 1, "CONFLICT");
    return isWord(index, "RETURNING")
        || (conflict && (isSign(index + 2, "(") || isWord(index + 2, "DO")));
  }

  /** Whether there is a query in parentheses. */
  private boolean asks(int from, int end) {
    for (int i = from; i + 1 < end; i++) {
      if (tokens.get(i).isSign("(") && StatementKind.QUERY.isBegunBy(tokens.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private WriteText update() {
    Name name = name();
    int set = clause(at, "SET");
    int from = clause(set, "FROM");
    int where = clause(set, "WHERE");
    int returning = clause(set, "RETURNING");
    plain(Verb.CHANGE, name, returning);
    if (from == tokens.size() && !asks(set, tokens.size())) {
      return write(Verb.CHANGE, name, Optional.empty(), false);
    }
    String relations = from < where ? ", " + texts(from + 1, Math.min(where, returning)) : "";
    return write(
        Verb.CHANGE,
        name,
        Optional.of(
            StatementText.of(
                "SELECT "
                    + texts(set + 1, Math.min(from, Math.min(where, returning)))
                    + " FROM "
                    + texts(name.first, set)
                    + relations
                    + texts(where, returning))),
        true);
  }

  private WriteText delete() {
    expect("FROM");
    Name name = name();
    int using = clause(at, "USING");
    int where = clause(at, "WHERE");
    int returning = clause(at, "RETURNING");
    plain(Verb.CHANGE, name, returning);
    if (using == tokens.size() && !asks(at, tokens.size())) {
      return write(Verb.CHANGE, name, Optional.empty(), false);
    }
    String relations = using < where ? ", " + texts(using + 1, Math.min(where, returning)) : "";
    return write(
        Verb.CHANGE,
        name,
        Optional.of(
            StatementText.of(
                "SELECT 1 FROM "
                    + texts(name.first, Math.min(using, Math.min(where, returning)))
                    + relations
                    + texts(where, returning))),
        true);
  }

  private WriteText truncate() {
    takes("TABLE");
    return plain(Verb.CHANGE, name(), at);
  }

  private WriteText define() {
    boolean alters = text.first().isWord("ALTER");
    kind();
    if (takes("IF")) {
      expect("EXISTS");
      missingAllowed = true;
    }
    Name name = name();
    if (alters
        && (at == tokens.size()
            || !ALTERATIONS.contains(tokens.get(at).text().toUpperCase(Locale.ROOT)))) {
      throw unsupported("That cannot be altered");
    }
    if (!alters && isSign(at, ",")) {
      throw unsupported("One statement drops one view or table");
    }
    return plain(Verb.DEFINE, name, at);
  }

  /** A name, with the place of its first token. */
  private record Name(TableName table, int first, int last) {}

  private Name name() {
    int first = at;
    List<String> path = new ArrayList<>();
    do {
      if (at == tokens.size() || !tokens.get(at).isName()) {
        throw new StatementException(Kind.SYNTAX, "The name of a view or table is missing", "");
      }
      path.add(tokens.get(at++).text());
    } while (isSign(at, ".") && at++ > 0);
    return new Name(new TableName(path), first, at - 1);
  }

  private WriteText write(Verb verb, Name name, Optional<StatementText> reads, boolean needsRows) {
    return new WriteText(
        verb,
        text.sql(),
        temporary,
        missingAllowed,
        name.table,
        tokens.get(name.first).start(),
        tokens.get(name.last).end(),
        reads,
        needsRows,
        verb == Verb.CHANGE && clause(at, "RETURNING") < tokens.size());
  }

  /** A clause of an UPDATE or DELETE; the FROM of a comparison begins none. */
  private int clause(int from, String word) {
    int found = Clause.find(tokens, from, index -> isWord(index, word));
    return found < tokens.size() && word.equals("FROM") && isWord(found - 1, "DISTINCT")
        ? clause(found + 1, word)
        : found;
  }

  private StatementText part(int from, int to) {
    return StatementText.of(texts(from, to));
  }

  /** The text of some tokens; a DEFAULT is no value that a query knows. */
  private String texts(int from, int to) {
    StringBuilder part = new StringBuilder(" ");
    int done = from < to ? tokens.get(from).start() : 0;
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      part.append(text.uncommented(), done, token.start());
      part.append(
          token.isWord("DEFAULT") ? "NULL" : text.sql().substring(token.start(), token.end()));
      done = token.end();
    }
    return part.append(' ').toString();
  }

  private boolean takes(String word) {
    boolean here = isWord(at, word);
    at += here ? 1 : 0;
    return here;
  }

  private void expect(String word) {
    if (!takes(word)) {
      throw new StatementException(
          Kind.SYNTAX, text.first().text() + " expects " + word, "Write it as the engine does.");
    }
  }

  private boolean isWord(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isWord(word);
  }

  private boolean isSign(int index, String sign) {
    return index < tokens.size() && tokens.get(index).isSign(sign);
  }

  private static StatementException unsupported(String message) {
    return new StatementException(
        Kind.UNSUPPORTED,
        message,
        "Views and tables of your own are made with CREATE VIEW and CREATE TABLE.");
  }
}
