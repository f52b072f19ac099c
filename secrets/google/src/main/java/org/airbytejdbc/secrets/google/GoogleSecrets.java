package org.airbytejdbc.secrets.google;

import static java.util.Objects.requireNonNull;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.NotFoundException;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import com.google.cloud.secretmanager.v1.SecretManagerServiceSettings;
import com.google.cloud.secretmanager.v1.SecretVersionName;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.secret.SecretSource;

/**
 * The newest versions of a project's secrets, asked for one by one when they are needed.
 * Credentials are those that Google's tools find.
 *
 * @param prefix stands before each secret's name
 * @param endpoint a regional or private one; without it Google's
 */
record GoogleSecrets(String project, String prefix, Optional<String> endpoint)
    implements SecretSource {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  GoogleSecrets {
    requireNonNull(project, "project");
    requireNonNull(prefix, "prefix");
    requireNonNull(endpoint, "endpoint");
  }

  /** The text of a secret; one that is bytes is none. */
  @Override
  public Optional<String> find(String name) {
    if (!NAME.matcher(prefix + name).matches()) {
      return Optional.empty();
    }
    try (SecretManagerServiceClient client = SecretManagerServiceClient.create(settings())) {
      ByteString bytes =
          client
              .accessSecretVersion(SecretVersionName.of(project, prefix + name, "latest"))
              .getPayload()
              .getData();
      return bytes.isValidUtf8() ? Optional.of(bytes.toStringUtf8()) : Optional.empty();
    } catch (NotFoundException notThere) {
      return Optional.empty();
    } catch (ApiException | IOException e) {
      throw unanswered(prefix + name, "Check the credentials and their role of Secret Accessor", e);
    }
  }

  @Override
  public String description() {
    return "Google Secret Manager (" + project + ")";
  }

  /** Of a client that speaks REST. */
  SecretManagerServiceSettings settings() throws IOException {
    SecretManagerServiceSettings.Builder builder =
        SecretManagerServiceSettings.newHttpJsonBuilder();
    endpoint.ifPresent(builder::setEndpoint);
    // Its own retries go on for a minute.
    builder
        .accessSecretVersionSettings()
        .setRetrySettings(
            builder.accessSecretVersionSettings().getRetrySettings().toBuilder()
                .setMaxAttempts(2)
                .build());
    return builder.build();
  }
}
