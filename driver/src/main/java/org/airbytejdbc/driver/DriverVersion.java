package org.airbytejdbc.driver;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that this driver was built as, such as {@code 0.1.0}. */
public record DriverVersion(String text) {
  /** As the build wrote it down. */
  public static DriverVersion built() {
    try (InputStream file = DriverVersion.class.getResourceAsStream("driver.properties")) {
      Properties properties = new Properties();
      properties.load(requireNonNull(file, "driver.properties"));
      return new DriverVersion(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int major() {
    return number(0);
  }

  int minor() {
    return number(1);
  }

  private int number(int index) {
    return Integer.parseInt(text.split("[.-]")[index]);
  }
}
