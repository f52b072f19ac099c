package org.airbytejdbc.declarative.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.Connections;
import org.airbytejdbc.declarative.http.HttpTransport;
import org.airbytejdbc.declarative.http.NetworkPolicy;
import org.airbytejdbc.declarative.http.TransportLimits;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Yaml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records before and after, as the CDK changes them. */
class TransformationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: AddFields, fields: [{path: [a, b], value: \"{{ record['x'] }}\"}]} | {\"x\": \"1\"} | {\"x\": \"1\", \"a\": {\"b\": 1}}",
        "{type: AddFields, fields: [{path: [a], value_type: string, value: \"{{ record['x'] }}\"}]} | {\"x\": 1} | {\"x\": 1, \"a\": \"1\"}",
        "{type: AddFields, fields: [{path: [l, 2], value: y}]} | {\"l\": [1]} | {\"l\": [1, null, \"y\"]}",
        "{type: AddFields, condition: \"{{ value == 2 }}\", fields: [{path: [a], value: \"1\"}, {path: [b], value: \"2\"}]} | {} | {\"b\": 2}",
        "{type: RemoveFields, field_pointers: [[a], [b, c], [none, x]]} | {\"a\": 1, \"b\": {\"c\": 1, \"d\": 2}} | {\"b\": {\"d\": 2}}",
        "{type: RemoveFields, field_pointers: [[l, '*', k], [x*]]} | {\"l\": [{\"k\": 1}, {\"k\": 2, \"m\": 3}], \"xy\": 1} | {\"l\": [{}, {\"m\": 3}]}",
        "{type: RemoveFields, condition: \"{{ property == 1 }}\", field_pointers: [['**']]} | {\"a\": 1, \"b\": {\"c\": 1, \"d\": 2}} | {\"b\": {\"d\": 2}}",
        "{type: KeysToLower} | {\"Ab\": {\"Cd\": 1}} | {\"ab\": {\"Cd\": 1}}",
        "{type: KeysReplace, old: ' ', new: _} | {\"a b\": {\"c d\": 1}} | {\"a_b\": {\"c_d\": 1}}",
        "{type: KeysToSnakeCase} | {\"FirstName\": 1, \"2nd\": {\"idA1\": 2}, \"Größe\": 3} | {\"first_name\": 1, \"_2_nd\": {\"id_a_1\": 2}, \"gro_e\": 3}",
        "{type: FlattenFields} | {\"a\": {\"b\": 1}, \"c\": 2} | {\"b\": 1, \"c\": 2}",
        "{type: DpathFlattenFields, field_path: [a], delete_origin_value: true} | {\"a\": {\"b\": 1}, \"c\": 2} | {\"b\": 1, \"c\": 2}",
        "{type: DpathFlattenFields, field_path: [a], replace_record: true, key_transformation: {prefix: p_}} | {\"a\": {\"b\": 1}, \"c\": 2} | {\"p_b\": 1}"
      })
  void aRecordIsChangedInPlace(String transformation, String before, String after) {
    Map<String, @Nullable Object> record = Json.readObject(before);
    try (var nowhere =
        new HttpTransport(
            new Connections(TransportLimits.standard()),
            NetworkPolicy.trusted(),
            Cancellation.none())) {
      var runtime = new Runtime(Map.of(), Clock.systemUTC(), nowhere, Cancellation.none());
      Transformations.read(Yaml.component(transformation, "transformation"), runtime)
          .apply(record, runtime.scope().with("record", record));
    }
    assertThat(record).isEqualTo(Json.readObject(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": [\"null\", \"string\"]} | 1     | \"1\"",
        "{\"type\": [\"null\", \"string\"]} | null  | null",
        "{\"type\": \"string\"}  | true   | \"True\"",
        "{\"type\": \"number\"}  | \"1.5\" | 1.5",
        "{\"type\": \"number\"}  | \"1d\"  | \"1d\"",
        "{\"type\": \"integer\"} | \"12\"  | 12",
        "{\"type\": \"integer\"} | 1.9    | 1",
        "{\"type\": \"integer\"} | \"1.9\" | \"1.9\"",
        "{\"type\": \"boolean\"} | \"off\" | false",
        "{\"type\": \"boolean\"} | \"x\"   | \"x\"",
        "{\"type\": \"array\", \"items\": {\"type\": \"string\"}} | 1 | [\"1\"]",
        "{\"type\": [\"string\", \"integer\"]} | 1.5 | 1.5",
        "{\"properties\": {\"n\": {\"type\": \"integer\"}}} | {\"n\": \"3\"} | {\"n\": 3}"
      })
  void aValueBecomesWhatItsSchemaWants(String schema, String before, String after) {
    Map<String, @Nullable Object> record = Json.readObject("{\"v\": " + before + "}");
    Normalization.read(
            Yaml.component("{type: RecordSelector, schema_normalization: Default}", "selector"),
            Json.readObject("{\"properties\": {\"v\": " + schema + "}}"))
        .apply(record, scope());
    assertThat(record.get("v")).isEqualTo(Json.read(after));
  }

  private static Scope scope() {
    return Scope.of(Map.of(), Clock.systemUTC());
  }
}
