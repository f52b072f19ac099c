package org.airbytejdbc.declarative.failure;

import java.util.List;
import java.util.Optional;
import org.airbytejdbc.declarative.manifest.Component;

/** Reads the error handler of a manifest. */
public final class ErrorHandlers {
  private ErrorHandlers() {}

  public static ErrorHandler read(Component handler) {
    return switch (handler.type()) {
      case "DefaultErrorHandler" -> DefaultErrorHandler.read(handler);
      case "CompositeErrorHandler" -> CompositeErrorHandler.read(handler);
      default -> throw handler.unknown();
    };
  }

  /** The error handler of a manifest that names none. */
  public static ErrorHandler usual() {
    return new DefaultErrorHandler(List.of(), List.of(), Optional.empty());
  }
}
