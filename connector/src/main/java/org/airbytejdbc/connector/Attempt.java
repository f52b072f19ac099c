package org.airbytejdbc.connector;

import java.util.Optional;

/** One way to run a connector, which is taken or passed over in its turn. Thread-safe. */
interface Attempt {
  /** What of, in messages: {@code package}. */
  String what();

  /** The connector, where it would run with nothing fetched. Asks nobody. */
  Optional<Connector> ready();

  /** The connector run in this way, or why it is not. May ask the registry, and fetches little. */
  Offer offer(RunOptions options);

  /** What is known of this way, for people. Asks nobody. */
  String outlook();

  /** What comes of a way. */
  sealed interface Offer {
    /** It may do; what it needs is fetched when it first runs. */
    record Runs(Connector connector) implements Offer {}

    /** It will not do, and why. */
    record Passed(String why) implements Offer {}
  }
}
