package org.airbytejdbc.secrets.vault;

import static java.util.Objects.requireNonNull;

import io.github.jopenlibs.vault.Vault;
import io.github.jopenlibs.vault.VaultException;
import io.github.jopenlibs.vault.json.JsonObject;
import io.github.jopenlibs.vault.json.JsonValue;
import io.github.jopenlibs.vault.response.LogicalResponse;
import io.github.jopenlibs.vault.rest.RestResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.airbytejdbc.connector.secret.SecretSource;

/**
 * The fields of one entry of a key-value engine, asked for when they are needed.
 *
 * @param path with the engine's own in front, such as {@code secret/shop}
 */
record VaultSecrets(String path) implements SecretSource {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  VaultSecrets {
    requireNonNull(path, "path");
  }

  /** The text of a field; of one that is no text, its JSON. */
  @Override
  public Optional<String> find(String name) {
    try {
      return Optional.ofNullable(fields(Vault.create(new VaultSettings().config())).get(name))
          .map(value -> value.isString() ? value.asString() : value.toString());
    } catch (VaultException e) {
      if (e.getHttpStatusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw unanswered(
          name, "Check VAULT_ADDR, VAULT_TOKEN and the token's right to read " + path, e);
    }
  }

  @Override
  public String description() {
    return "Vault (" + path + ")";
  }

  /** The server knows the version of the engine, which differ in where they keep an entry. */
  private JsonObject fields(Vault vault) throws VaultException {
    JsonObject engine = data(vault, "sys/internal/ui/mounts/" + path);
    JsonValue options = engine.get("options");
    if (!options.isObject() || !options.asObject().getString("version", "1").equals("2")) {
      return data(vault, path);
    }
    int end = engine.getString("path", "").length();
    JsonValue newest =
        data(vault, path.substring(0, end) + "data/" + path.substring(end)).get("data");
    return newest.isNull() ? new JsonObject() : newest.asObject();
  }

  private static JsonObject data(Vault vault, String path) throws VaultException {
    LogicalResponse answer = vault.logical().read(path);
    RestResponse response = answer.getRestResponse();
    if (response.getStatus() != OK) {
      String body = new String(response.getBody(), StandardCharsets.UTF_8).strip();
      throw new VaultException(response.getStatus() + " " + body, response.getStatus());
    }
    return answer.getDataObject();
  }
}
