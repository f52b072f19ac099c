package org.airbytejdbc.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real connector that does little by itself, with what it is given to read.
 *
 * @param documents the folder of its config and catalog
 */
record HardcodedRecords(Path program, Path documents, String config) {
  static final String NAME = "source-hardcoded-records";
  static final String STREAM = "dummy_fields";

  /** Installs it, to read so many records. */
  static HardcodedRecords of(WorkFolder work, int count) throws Exception {
    Path program = work.python("airbyte-" + NAME).resolve(NAME);
    Path documents = Files.createDirectories(work.path("hardcoded-" + count));
    String config = "{\"count\":" + count + "}";
    Files.writeString(documents.resolve("config.json"), config);
    Files.writeString(
        documents.resolve("catalog.json"),
        """
        {"streams":[{"stream":{"name":"dummy_fields","json_schema":{},
        "supported_sync_modes":["full_refresh"]},
        "sync_mode":"full_refresh","destination_sync_mode":"overwrite"}]}
        """);
    return new HardcodedRecords(program, documents, config);
  }

  /** The shell's command, which writes to nowhere. */
  String command(String verb) {
    return "exec '%s' %s > /dev/null".formatted(program, arguments(verb, documents.toString()));
  }

  /**
   * What follows the program's name in a shell.
   *
   * @param folder where the program finds the documents
   */
  static String arguments(String verb, String folder) {
    return switch (verb) {
      case "spec" -> verb;
      case "read" ->
          "read --config '%1$s/config.json' --catalog '%1$s/catalog.json'".formatted(folder);
      default -> "%s --config '%s/config.json'".formatted(verb, folder);
    };
  }
}
