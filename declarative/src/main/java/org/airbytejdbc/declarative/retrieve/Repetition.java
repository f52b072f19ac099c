package org.airbytejdbc.declarative.retrieve;

import java.util.Optional;
import java.util.zip.CRC32C;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;

/**
 * Notices pages that repeat, so that a paginator which never stops fails. A token alone may stay
 * the same: some APIs move on with each request. For one slice and thread.
 */
final class Repetition {
  private static final int TIMES = 10;
  private static final long MOST_PAGES = 1_000_000;

  private long pages;
  private long next = 1;
  private long remembered;
  private int times;

  /** Throws once the same pages have come again and again, or more than any API has. */
  void note(Optional<Object> token, byte[] body) {
    var sum = new CRC32C();
    sum.update(body);
    long page = 31L * token.hashCode() + sum.getValue();
    times = pages > 0 && page == remembered ? times + 1 : times;
    pages++;
    if (times == TIMES || pages == MOST_PAGES) {
      throw new DeclarativeException(
          Failure.SYSTEM_ERROR,
          "The manifest's paginator does not stop: after "
              + pages
              + " pages "
              + (times == TIMES ? "the same ones come again and again" : "there are still more"));
    }
    if (pages == next) { // However long the cycle is, one of these positions lies in it.
      next *= 2;
      remembered = page;
      times = 0;
    }
  }
}
