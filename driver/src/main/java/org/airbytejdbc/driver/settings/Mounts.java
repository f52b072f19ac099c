package org.airbytejdbc.driver.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.airbytejdbc.connector.container.Mount;

/** What a container sees of its host, as it is written with commas between. */
record Mounts(List<Mount> all) {
  static final Mounts NONE = new Mounts(List.of());

  Mounts {
    all = List.copyOf(all);
  }

  /** A path that begins with a dot or {@code ~/} is the user's, any other the engine's. */
  static Mounts parse(String text, Path base) {
    return new Mounts(
        Arrays.stream(text.split(",", -1))
            .map(Mount::parse)
            .map(mount -> located(mount, base))
            .toList());
  }

  private static Mount located(Mount mount, Path base) {
    boolean here = mount.host().startsWith(".") || mount.host().startsWith("~/");
    return here
        ? new Mount(
            LocalPath.of(mount.host(), base).toString(), mount.container(), mount.readOnly())
        : mount;
  }

  @Override
  public String toString() {
    return all.stream().map(Mount::toString).collect(Collectors.joining(","));
  }
}
