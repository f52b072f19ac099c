package org.airbytejdbc.cache.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;
import org.airbytejdbc.connector.protocol.StreamName;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.JacksonIOException;

/**
 * A batch rewritten so that every value is exactly what its column holds.
 *
 * @param longestLine bytes of the longest line with its end
 * @param widened INTEGER columns with values that need more than 64 bits
 * @param nulled names of columns with a value of which nothing could be held
 */
record StrictFile(
    Path path,
    List<Column> columns,
    int longestLine,
    long changed,
    Set<Column> widened,
    Set<String> nulled,
    Set<String> undeclared) {

  /** Rewrites a file of RECORD messages. */
  static StrictFile rewrite(Path from, Path to, StreamName stream, List<Column> columns) {
    Set<Column> widened = new LinkedHashSet<>();
    StrictRecord record = new StrictRecord(columns, widened);
    try (InputStream in = Files.newInputStream(from);
        JsonParser parser = StrictJson.parser(in);
        BatchFile out = new BatchFile(to)) {
      while (parser.nextToken() != null) {
        out.line(record.rewrite(parser));
      }
      return new StrictFile(
          to,
          columns,
          out.longestLine(),
          record.changed(),
          widened,
          record.nulled(),
          record.undeclared());
    } catch (JacksonIOException e) {
      throw DuckDbErrors.exception(e.getCause(), from);
    } catch (JacksonException e) {
      // Its message would show what is in the record.
      throw new CacheException(
          Kind.BAD_RECORD,
          "A record of stream "
              + stream
              + " is not valid JSON at its character "
              + e.getLocation().getColumnNr(),
          "Report it to the connector's makers; what was committed before it is kept.");
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, from);
    }
  }
}
