package org.airbytejdbc.connector.protocol;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.protocol.LogMessage.Level;
import org.airbytejdbc.connector.protocol.TraceMessage.StreamStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final StreamName USERS = StreamName.of("users");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'RECORD','record':{'stream':'users','data':{'a':1},'emitted_at':1}}",
        "{'type': 'RECORD', 'record': {'namespace': null, 'stream': 'users', 'data': {'a':1}}}",
        "  {\t'record' : {'data':{'a':1} ,'emitted_at':1.5,'stream':'users'},'type':'RECORD' } ",
        "{'type':'RECORD','record':{'namespace':'','stream':'users','meta':{'x':[{}]},'data':{'a':1}}}",
        "{'sent':[1,{'type':'}'}],'type':'RECORD','record':{'stream':'users','data':{'a':1}},'x':null}",
        "{'type':'RECORD','record':{'stream':'\\u0075sers','data':{'a':1}}}",
        "{'typ\\u0065':'RECORD','record':{'stream':'users','d\\u0061ta':{'a':1},'emitted_at':1}}",
        "\uFEFF{'type':'RECORD','record':{'stream':'users','data':{'a':1}}}",
        "{'type':'LOG','type':'RECORD','record':{'data':{},'stream':'users','data':{'a':1}}}"
      })
  void findsStreamAndDataOfARecordHoweverItIsWritten(String line) {
    RecordMessage record = (RecordMessage) only(json(line));

    assertThat(record.stream()).isEqualTo(USERS);
    assertThat(record.data()).isEqualTo(json("{'a':1}"));
    var tree = ProtocolJson.MAPPER.readTree(record.line());
    assertThat(tree.path("type").asString()).isEqualTo("RECORD");
    assertThat(tree.path("record").path("data").path("a").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'a':'}'}",
        "{'a':'\\\\'}",
        "{'a':'\\'}\\\\\\''}",
        "{ 'a' : [ { } , [ ']' ] ] }",
        "{'a':1.10,'b':1e400,'c':123456789012345678901234567890}",
        "{'ключ':'значение 😀'}"
      })
  void keepsTheDataByteForByte(String data) {
    String plain = json("{'type':'RECORD','record':{'stream':'users','data':" + data + "}}");
    String escaped = plain.replace("\"data\"", "\"\\u0064ata\"");

    assertThat(((RecordMessage) only(plain)).data()).isEqualTo(json(data));
    assertThat(((RecordMessage) only(plain)).line()).isEqualTo(plain.getBytes(UTF_8));
    assertThat(((RecordMessage) only(escaped)).data()).isEqualTo(json(data));
  }

  @Test
  void tellsStreamsOfOneNameApartByTheirNamespaces() {
    String line = "{'type':'RECORD','record':{'stream':'%s','namespace':%s,'data':{}}}\n";
    List<Message> messages =
        all(
            json(
                line.formatted("users", "'b'")
                    + line.formatted("users", "null")
                    + line.formatted("usersb", "null")
                    + line.formatted("users", "'b'")));

    assertThat(messages)
        .extracting(message -> ((RecordMessage) message).stream())
        .containsExactly(
            StreamName.of("b", "users"),
            USERS,
            StreamName.of("usersb"),
            StreamName.of("b", "users"));
  }

  @Test
  void readsStatesOfAllTypes() {
    String stream =
        "{'type':'STREAM','stream':{'stream_descriptor':{'name':'users'},'stream_state':{'x':1.10}}}";
    String global =
        "{'type':'GLOBAL','global':{'shared_state':{'lsn':1},'stream_states':[{'stream_descriptor':{'name':'users','namespace':'b'}}]}}";

    assertThat(only(json("{'type':'STATE','state':" + stream + "}")))
        .isEqualTo(new StateMessage.OfStream(USERS, json(stream)));
    assertThat(only(json("{'type':'STATE','state':" + global + "}")))
        .isEqualTo(new StateMessage.Global(Set.of(StreamName.of("b", "users")), json(global)));
    assertThat(only(json("{'type':'STATE','state':{'type':'LEGACY','data':{'users':{'x':1}}}}")))
        .isEqualTo(new StateMessage.Legacy(json("{'users':{'x':1}}")));
    assertThat(only(json("{'type':'STATE','state':{'data':{'x':1e400},'stream':null}}")))
        .isEqualTo(new StateMessage.Legacy(json("{'x':1E+400}")));
  }

  @Test
  void readsTracesWithFloatsWhereIntegersBelong() {
    assertThat(
            only(
                json(
                    "{'type':'TRACE','trace':{'type':'STREAM_STATUS','emitted_at':1795359625238.013,'stream_status':{'stream_descriptor':{'name':'users','namespace':null},'status':'COMPLETE'}}}")))
        .isEqualTo(new TraceMessage.Status(USERS, StreamStatus.COMPLETE));
    assertThat(
            only(
                json(
                    "{'type':'TRACE','trace':{'type':'ESTIMATE','estimate':{'name':'users','type':'STREAM','row_estimate':1000.0}}}")))
        .isEqualTo(new TraceMessage.Estimate(USERS, OptionalLong.of(1000), OptionalLong.empty()));
    assertThat(
            only(
                json(
                    "{'type':'TRACE','trace':{'type':'ERROR','error':{'message':'no','internal_message':null,'stream_descriptor':{'name':'users'}}}}")))
        .isEqualTo(new TraceMessage.Failure("no", "", "", Optional.of(USERS)));
    assertThat(
            only(
                json(
                    "{'type':'TRACE','trace':{'type':'ANALYTICS','analytics':{'type':'a','value':'b'}}}")))
        .isEqualTo(new TraceMessage.Analytics("a", "b"));
  }

  @Test
  void readsTheAnswersToSpecAndCheckAndTheControlMessage() {
    assertThat(
            only(
                json(
                    "{'type':'SPEC','spec':{'documentationUrl':null,'connectionSpecification':{'type':'object'}}}")))
        .isEqualTo(
            new SpecMessage(
                new ConnectorSpecification(json("{'type':'object'}"), Optional.empty())));
    assertThat(
            only(
                json(
                    "{'type':'CONNECTION_STATUS','connectionStatus':{'status':'FAILED','message':'401'}}")))
        .isEqualTo(new ConnectionStatus(false, "401"));
    assertThat(
            only(
                json(
                    "{'type':'CONTROL','control':{'type':'CONNECTOR_CONFIG','emitted_at':1,'connectorConfig':{'config':{'token':'t'}}}}")))
        .isEqualTo(new ControlMessage(json("{'token':'t'}")));
  }

  @ParameterizedTest
  @CsvSource({"warn, WARN", "FATAL, FATAL", "LOUD, INFO"})
  void readsLogLevels(String written, Level level) {
    assertThat(only(json("{'type':'LOG','log':{'level':'" + written + "','message':'hm'}}")))
        .isEqualTo(new LogMessage(level, "hm"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Traceback:",
        "{'a': None}",
        "[1]",
        "12",
        "{\"level\":\"info\"}",
        "{\"a\" b}",
        "é\u0001"
      })
  void takesALineThatIsNoMessageForALog(String line) {
    assertThat(only(line + "\n")).isEqualTo(new LogMessage(Level.INFO, line));
  }

  @Test
  void leavesOutEmptyLinesAndUnknownTypes() {
    String later = "{\"type\":\"TRACE\",\"trace\":{\"type\":\"LATER\"}}\n";

    assertThat(all("\n  \r\n{\"type\":\"LATER\",\"later\":{}}\n" + later)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'RECORD'}",
        "{'type':'RECORD','record':{'data':{}}}",
        "{'type':'RECORD','record':{'stream':'users'}}",
        "{'type':'RECORD','record':{'stream':'users','data':[1]}}",
        "{'type':'RECORD','record':{'stream':7,'data':{}}}",
        "{'type':'RECORD','record':{'stream':'users','data':{'a':1}}",
        "{'type':'RECORD','record':{'stream':'us{'type':'LOG'}",
        "{'type':'RECORD','record':{'stream':'users','data':{}}} x",
        "{'type':'STATE','state':{'type':'STREAM'}}",
        "{'type':'STATE','state':{'type':'LATER'}}",
        "{'type':'STATE','state':{}}",
        "{'type':'CATALOG','catalog':{}}",
        "{'type':'SPEC','spec':{}}",
        "{'type':'TRACE','trace':{'type':'ERROR'}}"
      })
  void refusesAMessageWithoutItsParts(String line) {
    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> all("a log line\n" + json(line) + "\n"))
        .withMessageStartingWith("source-x broke the Airbyte protocol: line 2 ")
        .extracting(ConnectorException::kind)
        .isEqualTo(Kind.PROTOCOL_VIOLATION);
  }

  @Test
  void takesAWholeMessageWithoutALineEnd() {
    assertThat(all(json("{'type':'RECORD','record':{'stream':'users','data':{}}}"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"ty", "{\"type\":\"RECORD\",\"record\":{\"stream\":\"users\""})
  void refusesAMessageCutShort(String end) {
    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> all("log\n" + end))
        .withMessageContaining("cut short after " + end.length() + " bytes");
  }

  @Test
  void readsLinesUpToTheLimitAndNotBeyond() {
    String head = "{\"type\":\"RECORD\",\"record\":{\"stream\":\"users\",\"data\":{\"a\":\"";
    String line = head + "x".repeat(300_000 - head.length() - 4) + "\"}}}";
    String output = "log\n" + line + "\n" + line + "\n";

    assertThat(read(output, 300_000)).hasSize(3);
    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> read(output, 299_999))
        .withMessageContaining("longer than the limit of 299999 bytes")
        .matches(e -> e.kind() == Kind.PROTOCOL_VIOLATION)
        .matches(e -> e.guidance().orElse("").contains("raise maxRecordSize"));
  }

  @Test
  void refusesARecordInAnotherEncoding() {
    byte[] utf16 =
        json("{'type':'RECORD','record':{'stream':'users','data':{'a':1}}}").getBytes(UTF_16LE);
    MessageReader reader = new MessageReader("source-x", new ByteArrayInputStream(utf16), 1_000);

    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(reader::next)
        .withMessageContaining("is not written in UTF-8");
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  private static Message only(String line) {
    List<Message> messages = all(line);
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private static List<Message> all(String output) {
    return read(output, MessageReader.DEFAULT_LINE_LIMIT);
  }

  private static List<Message> read(String output, int lineLimit) {
    try (var bytes = new ByteArrayInputStream(output.getBytes(UTF_8))) {
      MessageReader reader = new MessageReader("source-x", bytes, lineLimit);
      List<Message> messages = new ArrayList<>();
      for (Optional<Message> m = reader.next(); m.isPresent(); m = reader.next()) {
        messages.add(m.get());
      }
      return messages;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
