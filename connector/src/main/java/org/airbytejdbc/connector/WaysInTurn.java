package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.lock.Identified;
import org.airbytejdbc.connector.lock.LockedPackages;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep;

/**
 * Several ways to run a connector. What is on this machine goes before what is not, and else the
 * more wanted before the less; the first that works is kept to. Where none does, the error tells of
 * each why not. Thread-safe.
 */
final class WaysInTurn implements Connector, Identified {
  /** What says that a way is not there, rather than that the connector failed on it. */
  private static final Set<Kind> NOT_THERE =
      EnumSet.of(
          Kind.UNKNOWN_CONNECTOR,
          Kind.NO_PYTHON,
          Kind.INSTALL_FAILED,
          Kind.NO_ENGINE,
          Kind.IMAGE_UNAVAILABLE);

  private record Taken(Attempt attempt, Connector connector) {}

  private final String name;
  private final String wanted;
  private final List<Attempt> attempts;
  private final Function<Cancellation, NoWay> noWay;
  private volatile Optional<Taken> taken = Optional.empty();
  private volatile Map<Attempt, String> passed = Map.of();

  /**
   * @param wanted the version, as far as it is known before any way is taken
   * @param attempts the most wanted first
   * @param noWay makes the error where none works
   */
  WaysInTurn(
      String name, String wanted, List<Attempt> attempts, Function<Cancellation, NoWay> noWay) {
    this.name = requireNonNull(name, "name");
    this.wanted = requireNonNull(wanted, "wanted");
    this.attempts = List.copyOf(attempts);
    this.noWay = requireNonNull(noWay, "noWay");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return likely().map(likely -> likely.connector().version()).orElse(wanted);
  }

  @Override
  public String identity() {
    return likely().map(way -> Identified.of(way.connector()).identity()).orElse(wanted);
  }

  @Override
  public Optional<LockedPackages> packages(RunOptions options) {
    return likely().flatMap(way -> Identified.of(way.connector()).packages(options));
  }

  @Override
  public boolean installed() {
    return likely().isPresent();
  }

  @Override
  public List<String> ways() {
    Optional<Taken> likely = likely();
    List<String> told = new ArrayList<>();
    likely.ifPresent(way -> told.addAll(way.connector().ways()));
    for (Attempt attempt : attempts) {
      if (likely.filter(way -> way.attempt().equals(attempt)).isPresent()) {
        break;
      }
      told.add(attempt.what() + ": " + passed.getOrDefault(attempt, attempt.outlook()));
    }
    return told;
  }

  @Override
  public ConnectorSpecification spec(RunOptions options) {
    return first(options, connector -> connector.spec(options));
  }

  @Override
  public ConnectionStatus check(ConnectorConfig config, RunOptions options) {
    return first(options, connector -> connector.check(config, options));
  }

  @Override
  public AirbyteCatalog discover(ConnectorConfig config, RunOptions options) {
    return first(options, connector -> connector.discover(config, options));
  }

  @Override
  public List<TraceStep> trace(TraceRequest request, RunOptions options) {
    return first(options, connector -> connector.trace(request, options));
  }

  @Override
  public MessageStream read(ReadRequest request, RunOptions options) {
    return first(options, connector -> connector.read(request, options));
  }

  private <T> T first(RunOptions options, Function<Connector, T> question) {
    if (taken.isPresent()) {
      return question.apply(taken.get().connector());
    }
    List<Attempt> inTurn = inTurn();
    if (inTurn.size() > 1 && inTurn.get(0).ready().isEmpty()) {
      noWay.apply(options.cancellation()).requireNoTypo();
    }
    Map<Attempt, String> told = new LinkedHashMap<>();
    List<ConnectorException> failures = new ArrayList<>();
    for (Attempt attempt : inTurn) {
      try {
        Attempt.Offer offer = attempt.offer(options);
        if (offer instanceof Attempt.Offer.Runs runs) {
          T answer = question.apply(runs.connector());
          passed = Map.copyOf(told);
          taken = Optional.of(new Taken(attempt, runs.connector()));
          return answer;
        }
        told.put(attempt, ((Attempt.Offer.Passed) offer).why());
      } catch (ConnectorException e) {
        if (!NOT_THERE.contains(e.kind())) {
          throw e;
        }
        told.put(attempt, String.valueOf(e.getMessage()));
        failures.add(e);
      }
    }
    List<String> reasons =
        told.entrySet().stream().map(way -> way.getKey().what() + ": " + way.getValue()).toList();
    throw noWay.apply(options.cancellation()).exception(reasons, failures);
  }

  private List<Attempt> inTurn() {
    List<Attempt> here = attempts.stream().filter(each -> each.ready().isPresent()).toList();
    return Stream.concat(here.stream(), attempts.stream().filter(each -> !here.contains(each)))
        .toList();
  }

  private Optional<Taken> likely() {
    return taken.or(
        () ->
            attempts.stream()
                .flatMap(each -> each.ready().map(it -> new Taken(each, it)).stream())
                .findFirst());
  }
}
