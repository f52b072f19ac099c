package org.airbytejdbc.secrets.aws;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.airbytejdbc.connector.secret.SecretSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The secrets of a region, asked for one by one when they are needed. Credentials and endpoint are
 * those that the SDK finds.
 *
 * @param region without it the SDK's usual one
 * @param prefix stands before each secret's name
 */
record AwsSecrets(Optional<Region> region, String prefix) implements SecretSource {
  AwsSecrets {
    requireNonNull(region, "region");
    requireNonNull(prefix, "prefix");
  }

  /** The text of a secret; one that is bytes is none. */
  @Override
  public Optional<String> find(String name) {
    try (SecretsManagerClient client = client()) {
      GetSecretValueRequest request =
          GetSecretValueRequest.builder().secretId(prefix + name).build();
      return Optional.ofNullable(client.getSecretValue(request).secretString());
    } catch (ResourceNotFoundException notThere) {
      return Optional.empty();
    } catch (SdkException e) {
      throw unanswered(
          prefix + name,
          "Check region, credentials and the right secretsmanager:GetSecretValue",
          e);
    }
  }

  @Override
  public String description() {
    return "AWS Secrets Manager" + region.map(it -> " (" + it + ")").orElse("");
  }

  private SecretsManagerClient client() {
    SecretsManagerClientBuilder builder = SecretsManagerClient.builder();
    region.ifPresent(builder::region);
    return builder.build();
  }
}
