package org.airbytejdbc.connector.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ConfigTemplateTest {
  @Test
  void requiredFieldsStandThereAndOthersAreCommentedOut() {
    assertThat(
            template(
                """
                {"type": "object", "required": ["host", "login"], "properties": {
                  "host": {"type": "string", "title": "Host", "description": "Where it is."},
                  "port": {"type": "integer", "default": 5432},
                  "mode": {"type": "string", "enum": ["fast", "safe"], "default": "fast"},
                  "login": {"type": "object", "required": ["token"], "properties": {
                    "user": {"type": "string"},
                    "token": {"type": "string", "airbyte_secret": true}}},
                  "proxy": {"type": "object", "properties": {"url": {"type": "string"}}}}}
                """))
        .isEqualTo(
            """
            ## Host. Where it is. (Required)
            host:
            ## (Optional)
            # port: 5432
            ## (One of: fast, safe) (Optional)
            # mode: "fast"
            login:
              ## (Optional)
              # user:
              ## A secret (Required)
              token: "${TOKEN}"
            # proxy:
            #   ## (Optional)
            #   # url:
            """);
  }

  @Test
  void aTemplateWithItsRequiredFieldsFilledInIsAConfig() {
    String filled =
        template(
                """
                {"type": "object", "required": ["a b"], "properties": {
                  "a b": {"type": "string", "description": "says \\"x: y\\" # and so on"},
                  "c": {"type": "string", "default": "yes"}}}
                """)
            .replace("\"a b\":", "\"a b\": 1")
            .replace("# c:", "c:");

    assertThat(new YAMLMapper().readTree(filled).toString()).isEqualTo("{\"a b\":1,\"c\":\"yes\"}");
  }

  @Test
  void aConnectorThatNeedsNothingGetsAnEmptyConfig() {
    assertThat(template("{\"type\": \"object\"}")).isEqualTo("{}\n");
  }

  private static String template(String spec) {
    return SpecFormat.TEMPLATE.write(new ConnectorSpecification(spec, Optional.empty()));
  }
}
