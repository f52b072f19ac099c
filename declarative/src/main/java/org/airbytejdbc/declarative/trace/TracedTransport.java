package org.airbytejdbc.declarative.trace;

import java.time.Duration;
import org.airbytejdbc.declarative.http.Request;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.http.Transport;

/** Tells a trace of the requests that are sent, and of how they are answered. */
record TracedTransport(Transport transport, String place, Trace trace) implements Transport {
  @Override
  public Response send(Request request) {
    trace.sending(place, request);
    long start = System.nanoTime();
    try {
      Response response = transport.send(request);
      trace.answered(place, response, Duration.ofNanos(System.nanoTime() - start));
      return response;
    } catch (RuntimeException e) {
      trace.unanswered(place, e, Duration.ofNanos(System.nanoTime() - start));
      throw e;
    }
  }

  @Override
  public void close() {}
}
