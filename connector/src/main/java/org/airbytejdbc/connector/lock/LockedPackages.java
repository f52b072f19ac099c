package org.airbytejdbc.connector.lock;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.airbytejdbc.connector.Sha256;

/**
 * All packages of an environment, for every operating system.
 *
 * @param python the oldest that they are for, such as {@code 3.11}
 * @param hashes the SHA-256 of each file that may be installed, by requirement: {@code
 *     name==version}, with a marker behind it where it is not for all
 */
public record LockedPackages(String python, SortedMap<String, List<String>> hashes) {
  private static final String HASH = "--hash=sha256:";

  public LockedPackages {
    requireNonNull(python, "python");
    hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
  }

  /** Those of a requirements file with hashes, as uv writes it. */
  public static LockedPackages read(String python, String requirements) {
    SortedMap<String, List<String>> hashes = new TreeMap<>();
    for (String line : requirements.replace("\\\n", " ").split("\n")) {
      List<String> parts = Arrays.stream(line.strip().split("\\s+(?=--hash=)")).toList();
      if (!parts.get(0).isEmpty() && !parts.get(0).startsWith("#")) {
        List<String> values = new ArrayList<>();
        parts.stream().skip(1).forEach(hash -> values.add(hash.replace(HASH, "").strip()));
        hashes.put(parts.get(0).strip(), List.copyOf(values));
      }
    }
    return new LockedPackages(python, hashes);
  }

  /** The first that cannot be known again, such as a package from a repository. */
  public Optional<String> withoutHash() {
    return hashes.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The requirement {@code name==version} of a package. */
  public Optional<String> requirement(String name) {
    return hashes.keySet().stream()
        .filter(text -> text.startsWith(name + "=="))
        .map(text -> text.replaceFirst("\\s*;.*", ""))
        .findFirst();
  }

  /** As a requirements file with hashes, for pip and uv. */
  public String requirements() {
    return hashes.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + entry.getValue().stream()
                        .map(hash -> " \\\n    " + HASH + hash)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Tells one set of packages from another. */
  public String fingerprint() {
    return Sha256.shortOf(python + "\n" + requirements());
  }
}
