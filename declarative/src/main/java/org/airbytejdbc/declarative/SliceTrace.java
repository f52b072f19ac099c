package org.airbytejdbc.declarative;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep.Kind;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.retrieve.DeclarativeStream;
import org.airbytejdbc.declarative.retrieve.Streams;
import org.airbytejdbc.declarative.trace.Trace;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads one slice of a stream, on this thread, for what is heard of it. */
record SliceTrace(Streams streams, Trace trace) {
  void read(Component component, TraceRequest request) {
    DeclarativeStream stream =
        streams.open(component, request.state().map(SliceTrace::state).orElse(Map.of()));
    Iterator<StreamSlice> slices = stream.slices();
    for (long slice = 1; slices.hasNext(); slice++) {
      StreamSlice next = slices.next();
      if (slice == request.slice()) {
        trace.add(Kind.SLICE, component.path(), Json.write(next));
        read(stream, next, component, request.pages());
        return;
      }
    }
    trace.add(Kind.ERROR, component.path(), "The stream has no slice number " + request.slice());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> state(String json) {
    try {
      if (Json.read(json) instanceof Map<?, ?> state) {
        return (Map<String, @Nullable Object>) state;
      }
    } catch (JacksonException e) {
      throw new DeclarativeException(Failure.CONFIG_ERROR, "The state is no JSON", e);
    }
    throw new DeclarativeException(Failure.CONFIG_ERROR, "The state is no JSON object");
  }

  private void read(DeclarativeStream stream, StreamSlice slice, Component component, long most) {
    Iterator<List<Map<String, @Nullable Object>>> pages = stream.pages(slice);
    for (long page = 0; page < most && pages.hasNext(); page++) {
      pages.next();
    }
    if (pages.hasNext()) {
      trace.add(Kind.LEFT_OUT, component.path(), "more pages than " + most);
    } else {
      stream
          .cursor()
          .close(slice)
          .or(stream.cursor()::reached)
          .ifPresent(state -> trace.add(Kind.STATE, component.path(), Json.write(state)));
    }
  }
}
