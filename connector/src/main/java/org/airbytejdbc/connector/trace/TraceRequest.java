package org.airbytejdbc.connector.trace;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.airbytejdbc.connector.config.ConnectorConfig;

/**
 * What is to be traced.
 *
 * @param stream its name in the catalog
 * @param state the state of the stream to go on from, as JSON; from the beginning without it
 * @param slice which slice, from 1
 * @param pages the most pages of it that are read
 * @param records the most records that are shown
 */
public record TraceRequest(
    ConnectorConfig config,
    String stream,
    Optional<String> state,
    long slice,
    long pages,
    long records) {
  public TraceRequest {
    requireNonNull(config, "config");
    requireNonNull(stream, "stream");
    requireNonNull(state, "state");
  }

  /** The same with another config. */
  public TraceRequest with(ConnectorConfig other) {
    return new TraceRequest(other, stream, state, slice, pages, records);
  }
}
