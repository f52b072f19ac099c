package org.airbytejdbc.clients;

import java.nio.file.Path;

/** {@code source-faker} from PyPI, with 200 users, 200 purchases or more, and 100 products. */
record Faker(String url) implements Source {
  static final int USERS = 200;

  static Faker in(Path folder) {
    return new Faker(
        "jdbc:airbyte:source-faker?config=%s&maxAge=1d&%s"
            .formatted(
                Source.encoded("{\"count\":" + USERS + ",\"seed\":7}"),
                Source.cache(folder, "faker")));
  }
}
