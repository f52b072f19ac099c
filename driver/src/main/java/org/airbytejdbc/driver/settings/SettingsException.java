package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The URL, a property or the workspace file is not as it must be. Holds no value of a config. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String guidance;

  /**
   * @param message what is wrong, with the property's name or the place in the file
   * @param guidance what to do about it; may be empty
   */
  public SettingsException(String message, String guidance) {
    super(requireNonNull(message, "message"));
    this.guidance = requireNonNull(guidance, "guidance");
  }

  /** What to do about it. */
  public Optional<String> guidance() {
    return guidance.isEmpty() ? Optional.empty() : Optional.of(guidance);
  }
}
