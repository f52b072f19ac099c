package org.airbytejdbc.connector.install;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment variables that installers run with: the user's, without those that would have
 * them install elsewhere or leave Python's byte code out, and with the index settings of pip in
 * uv's words and the other way round.
 */
final class ToolEnvironment {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "PYTHONDONTWRITEBYTECODE",
          "PYTHONUNBUFFERED",
          "PYTHONHOME",
          "PYTHONPATH",
          "VIRTUAL_ENV",
          "CONDA_PREFIX",
          "PIP_TARGET",
          "PIP_PREFIX",
          "PIP_USER",
          "PIP_REQUIRE_VIRTUALENV",
          "UV_PYTHON",
          "UV_SYSTEM_PYTHON");

  /** {@code global.index-url='https://…'}, as {@code pip config list} prints it. */
  private static final Pattern SETTING =
      Pattern.compile("(?m)^(:env:|install|global)\\.([a-z-]+)='(.*)'\\s*$");

  /** Which settings win over which. */
  private static final List<String> SECTIONS = List.of(":env:", "install", "global");

  private static final Map<String, String> UV_NAMES =
      Map.of(
          "index-url", "UV_DEFAULT_INDEX",
          "extra-index-url", "UV_INDEX",
          "find-links", "UV_FIND_LINKS",
          "no-index", "UV_NO_INDEX",
          "trusted-host", "UV_INSECURE_HOST",
          "cert", "SSL_CERT_FILE");

  private static final Map<String, String> OLDER_NAMES =
      Map.of("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL");

  private ToolEnvironment() {}

  static Map<String, String> of(Map<String, String> users) {
    Map<String, String> variables = new HashMap<>(users);
    variables.keySet().removeAll(LEFT_OUT);
    variables.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
    variables.put("PIP_NO_INPUT", "1");
    variables.put("UV_PYTHON_DOWNLOADS", "never");
    variables.put("UV_NO_PROGRESS", "1");
    variables.put("NO_COLOR", "1");
    Stream.of("UV_DEFAULT_INDEX", "UV_INDEX_URL")
        .flatMap(name -> Optional.ofNullable(users.get(name)).stream())
        .findFirst()
        .ifPresent(index -> variables.putIfAbsent("PIP_INDEX_URL", withoutName(index)));
    return variables;
  }

  /**
   * Adds what pip is set to, so that a private index need be named once only; uv's own settings
   * win.
   *
   * @param pipConfig the output of {@code pip config list}
   */
  static Map<String, String> withPipSettings(Map<String, String> variables, String pipConfig) {
    Map<String, String> added = new HashMap<>();
    for (String section : SECTIONS) {
      SETTING
          .matcher(pipConfig)
          .results()
          .filter(setting -> setting.group(1).equals(section))
          .filter(setting -> UV_NAMES.containsKey(setting.group(2)))
          .forEach(
              setting ->
                  added.putIfAbsent(UV_NAMES.get(setting.group(2)), spaced(setting.group(3))));
    }
    added.keySet().removeIf(name -> variables.containsKey(OLDER_NAMES.getOrDefault(name, name)));
    added.putAll(variables);
    return added;
  }

  /** Uv lets an index have a name, as in {@code ours=https://…}. */
  private static String withoutName(String index) {
    return index.replaceFirst("^[\\w-]+=", "");
  }

  /** Pip keeps several values on lines of their own, and prints the line ends escaped. */
  private static String spaced(String values) {
    return values.replace("\\n", " ").strip();
  }
}
