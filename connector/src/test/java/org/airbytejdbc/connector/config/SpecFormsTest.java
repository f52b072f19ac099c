package org.airbytejdbc.connector.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Objects of several forms, told apart by a constant, as published specs have them. */
class SpecFormsTest {
  private static final String SPEC =
      """
      {"type": "object", "properties": {
         "start_date": {"type": "string", "format": "date",
           "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "pattern_descriptor": "YYYY-MM-DD",
           "examples": ["2021-01-25"]},
         "code": {"type": "string", "pattern": "^[a-z]{2}$", "examples": ["de"]},
         "end_date": {"type": "string", "title": "End", "format": "date-time",
           "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$"},
         "credentials": {"type": "object", "oneOf": [
           {"title": "OAuth", "required": ["auth_type", "client_id", "refresh_token"], "properties": {
             "auth_type": {"type": "string", "const": "OAuth2.0"},
             "client_id": {"type": "string"},
             "refresh_token": {"type": "string", "airbyte_secret": true}}},
           {"title": "Key", "required": ["auth_type", "api_key"], "properties": {
             "auth_type": {"type": "string", "enum": ["Key"]},
             "api_key": {"type": "string", "airbyte_secret": true},
             "rate": {"type": "integer"}}}]},
         "files": {"type": "array", "items": {"type": "object", "properties": {
           "format": {"oneOf": [
             {"title": "CSV", "properties": {
               "filetype": {"const": "csv"}, "delimiter": {"type": "string"}}},
             {"title": "Parquet", "properties": {
               "filetype": {"const": "parquet"}, "floats": {"type": "boolean"}}}]}}}}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'credentials':{'auth_type':'OAuth2.0','client_id':'c'}}"
            + "| $.credentials: refresh_token is required (with auth_type OAuth2.0)",
        "{'credentials':{'auth_type':'Key','api_key':'k','rate':'x'}}"
            + "| $.credentials.rate: integer expected, string found (with auth_type Key)",
        "{'files':[{'format':{'filetype':'parquet','floats':1}}]}"
            + "| $.files[0].format.floats: boolean expected, integer found (with filetype parquet)",
        "{'start_date':'yesterday'}"
            + "| $.start_date: the form YYYY-MM-DD expected, such as 2021-01-25",
        "{'end_date':'1.2.2024'} | $.end_date: the form YYYY-MM-DDTHH:MM:SSZ expected",
        "{'credentials':{'api_key':'k','refresh_token':'t'}}"
            + "| $.credentials: auth_type is required: one of OAuth2.0, Key",
        "{'code':'x1'} | $.code: the form ^[a-z]{2}$ expected, such as de",
      })
  void aViolationNamesTheFormThatIsMeant(String config, String violation) {
    assertThatThrownBy(() -> fit(config.replace('\'', '"')))
        .isInstanceOf(ConnectorException.class)
        .hasMessage("The config of source-test is not valid: " + violation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'credentials':{'client_id':'c','refresh_token':'t'}}"
            + "|{'credentials':{'client_id':'c','refresh_token':'t','auth_type':'OAuth2.0'}}",
        "{'credentials':{'api_key':'k'}}|{'credentials':{'api_key':'k','auth_type':'Key'}}",
        "{'files':[{'format':{'delimiter':','}}]}"
            + "|{'files':[{'format':{'delimiter':',','filetype':'csv'}}]}",
        "{'files':[{'format':{}}]}|{'files':[{'format':{}}]}",
        "{'credentials':{'auth_type':'Key','api_key':'k'}}"
            + "|{'credentials':{'auth_type':'Key','api_key':'k'}}",
      })
  void aConstantThatOnlyOneFormAllowsIsAdded(String config, String fitting) {
    assertThat(new SpecForm(config).completed()).isEqualTo(fitting.replace('\'', '"'));
  }

  /** A config on its way to the connector, whether or not it is valid there. */
  private record SpecForm(String config) {
    String completed() {
      var root = (ObjectNode) ConfigDocument.JSON.readTree(config.replace('\'', '"'));
      new SpecCompletion(ConfigDocument.JSON.readTree(SPEC)).complete(root);
      return root.toString();
    }
  }

  @Test
  void aFieldTellsItsFormAndWhatItBelongsTo() {
    assertThat(ConfigFields.of(spec()))
        .extracting(field -> field.path() + ": " + field.description())
        .containsExactly(
            "start_date: As YYYY-MM-DD, such as 2021-01-25",
            "code: Such as de",
            "end_date: End. As YYYY-MM-DDTHH:MM:SSZ",
            "credentials.auth_type: ",
            "credentials.client_id: With auth_type OAuth2.0",
            "credentials.refresh_token: With auth_type OAuth2.0. A secret",
            "credentials.api_key: With auth_type Key. A secret",
            "credentials.rate: With auth_type Key",
            "files: A list of objects with: format");
  }

  private static void fit(String config) {
    new ConfigValidator("source-test", spec()).fit(new ConnectorConfig(config));
  }

  private static ConnectorSpecification spec() {
    return new ConnectorSpecification(SPEC, Optional.empty());
  }
}
