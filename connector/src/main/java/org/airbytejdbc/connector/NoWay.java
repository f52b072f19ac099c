package org.airbytejdbc.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException.Kind;

/**
 * What there is to say of a connector that runs in none of the ways there are.
 *
 * @param unlisted whether there is a registry that knows of no such connector
 * @param didYouMean the one that was probably meant
 */
record NoWay(String name, boolean unlisted, Optional<String> didYouMean) {
  /**
   * Fails for a name that is close to one that is listed: what is called so by chance, at an index
   * that anybody may publish at, is not what was meant.
   */
  void requireNoTypo() {
    didYouMean.ifPresent(
        near -> {
          throw new ConnectorException(
              Kind.UNKNOWN_CONNECTOR,
              "There is no connector " + name + " in the registry",
              "Did you mean %s? If it is one of your own, say how it is run, as in run=python"
                  .formatted(near));
        });
  }

  /**
   * One error for all, with the advice of each.
   *
   * @param reasons one for each way
   * @param failures of the ways that were tried
   */
  ConnectorException exception(List<String> reasons, List<ConnectorException> failures) {
    if (reasons.size() == 1 && failures.size() == 1) {
      return failures.get(0);
    }
    List<String> advice = new ArrayList<>();
    failures.stream().flatMap(each -> each.guidance().stream()).distinct().forEach(advice::add);
    ConnectorException all =
        new ConnectorException(
            unlisted || failures.isEmpty() ? Kind.UNKNOWN_CONNECTOR : failures.get(0).kind(),
            "%s runs in no way that there is:\n%s".formatted(name, String.join("\n", reasons)),
            String.join("; or: ", advice),
            failures.stream().findFirst().orElse(null));
    failures.stream().skip(1).forEach(all::addSuppressed);
    return all;
  }
}
