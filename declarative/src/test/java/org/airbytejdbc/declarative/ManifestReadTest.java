package org.airbytejdbc.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.DestinationSyncMode;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.connector.protocol.TraceMessage;
import org.airbytejdbc.declarative.http.LocalApi;
import org.airbytejdbc.declarative.http.LocalApi.Answer;
import org.airbytejdbc.declarative.http.LocalApi.Asked;
import org.airbytejdbc.declarative.http.NetworkPolicy;
import org.airbytejdbc.declarative.manifest.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams and slices are read side by side, within bounds, and stop when they are told to. */
@Timeout(60)
class ManifestReadTest {
  private static final Answer PAGE = Answer.json("[{\"id\": 1}, {\"id\": 2}]");

  @Test
  void asManySlicesAreReadAtOnceAsTheManifestAllows() {
    CountDownLatch atOnce = new CountDownLatch(4);
    AtomicInteger underway = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (var api =
        new LocalApi(
            asked -> {
              most.accumulateAndGet(underway.incrementAndGet(), Math::max);
              atOnce.countDown();
              await(atOnce);
              underway.decrementAndGet();
              return PAGE;
            })) {
      List<Message> messages = all(read(api, concurrency(4) + stream("a", 6) + stream("b", 6)));
      assertThat(messages.stream().filter(RecordMessage.class::isInstance)).hasSize(24);
      assertThat(most).hasValue(4);
    }
  }

  @Test
  void aManifestThatAllowsOneRequestIsReadSliceBySlice() {
    AtomicInteger underway = new AtomicInteger();
    try (var api =
        new LocalApi(
            asked -> {
              if (underway.incrementAndGet() > 1) {
                fail("two requests at once");
              }
              underway.decrementAndGet();
              return PAGE;
            })) {
      assertThat(all(read(api, concurrency(1) + stream("a", 3) + stream("b", 3)))).isNotEmpty();
      assertThat(api.asked()).hasSize(6);
    }
  }

  @Test
  void streamsOfAGroupAreReadOneAfterTheOther() {
    String group =
        """
        stream_groups:
          one:
            action: {type: BlockSimultaneousSyncsAction}
            streams: [{$ref: "#/streams/0"}, {$ref: "#/streams/2"}]
        """;
    try (var api = new LocalApi(asked -> PAGE)) {
      assertThat(
              all(
                  read(
                      api,
                      concurrency(4) + stream("a", 4) + stream("b", 4) + stream("c", 4) + group)))
          .isNotEmpty();
      assertThat(api.asked().stream().map(Asked::url).filter(url -> !url.startsWith("/b")))
          .extracting(url -> url.substring(0, 2))
          .containsExactly("/a", "/a", "/a", "/a", "/c", "/c", "/c", "/c");
    }
  }

  @Test
  void aStreamThatFailsLeavesTheOthersToTheirEndAndFailsTheRead() {
    try (var api =
        new LocalApi(asked -> asked.url().startsWith("/a/1") ? Answer.status(400, "no") : PAGE)) {
      List<Message> messages = new ArrayList<>();
      assertThatThrownBy(
              () -> drain(read(api, concurrency(2) + stream("a", 3) + stream("b", 3)), messages))
          .isInstanceOf(ConnectorException.class)
          .hasMessageContaining("400");
      assertThat(statuses(messages, "a")).containsExactly("STARTED", "RUNNING", "INCOMPLETE");
      assertThat(statuses(messages, "b")).containsExactly("STARTED", "RUNNING", "COMPLETE");
      assertThat(messages.stream().filter(TraceMessage.Failure.class::isInstance)).hasSize(1);
    }
  }

  @Test
  void aStateComesAfterTheRecordsThatItStandsFor() {
    try (var api = new LocalApi(asked -> PAGE)) {
      List<Message> messages = all(read(api, concurrency(4) + stream("a", 9)));
      int state = messages.indexOf(last(messages, StateMessage.class));
      assertThat(messages.subList(state, messages.size()))
          .noneMatch(RecordMessage.class::isInstance);
    }
  }

  @Test
  void whatNobodyTakesIsNotAskedFor() {
    try (var api = new LocalApi(asked -> PAGE);
        MessageStream messages = read(api, concurrency(3) + stream("a", 100))) {
      messages.next();
      int before = -1;
      while (before < api.asked().size()) { // Until all have come to wait.
        before = api.asked().size();
        pause(300);
      }
      assertThat(before).isLessThan(10);
    }
  }

  @Test
  void closingEndsRequestsAndThreadsAtOnce() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch asking = new CountDownLatch(3);
    try (var api =
        new LocalApi(
            asked -> {
              asking.countDown();
              await(never);
              return PAGE;
            })) {
      MessageStream messages = read(api, concurrency(3) + stream("closed", 100));
      messages.next();
      await(asking);
      messages.close();
      for (Thread thread : threads()) {
        thread.join(Duration.ofSeconds(20).toMillis());
      }
      assertThat(threads()).isEmpty();
      assertThat(api.asked()).hasSize(3);
      never.countDown();
    }
  }

  @Test
  void theBudgetIsSharedByAllStreamsAndWaitingForItCanBeCancelled() throws InterruptedException {
    String budget =
        """
        api_budget:
          type: HTTPAPIBudget
          policies:
            - type: MovingWindowCallRatePolicy
              rates: [{limit: 3, interval: PT10H}]
              matchers: [{url_path_pattern: ^/limited}]
            - {type: UnlimitedCallRatePolicy, matchers: []}
        """;
    var cancellation = new Cancellation();
    try (var api = new LocalApi(asked -> PAGE)) {
      MessageStream messages =
          read(
              api,
              concurrency(6)
                  + budget
                  + stream("limited_a", 4)
                  + stream("limited_b", 4)
                  + stream("free", 8),
              cancellation);
      var watcher =
          new Thread(
              () -> {
                while (api.asked().size() < 11) {
                  pause(20);
                }
                cancellation.cancel(Cancellation.Cause.CANCELLED);
              });
      watcher.start();
      assertThatThrownBy(() -> drain(messages, new ArrayList<>()))
          .isInstanceOfSatisfying(
              ConnectorException.class,
              e -> assertThat(e.kind()).isEqualTo(ConnectorException.Kind.CANCELLED));
      watcher.join();
      assertThat(api.asked()).filteredOn(asked -> asked.url().startsWith("/limited")).hasSize(3);
      messages.close();
    }
  }

  @Test
  void aPaginatorThatNeverStopsFails() {
    try (var api =
        new LocalApi(
            asked -> Answer.json(asked.url().endsWith("1") ? "[{\"id\": 2}]" : "[{\"id\": 1}]"))) {
      String paged =
          stream("a", 1)
              + """
                    paginator:
                      type: DefaultPaginator
                      page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: n}
                      pagination_strategy: {type: CursorPagination, cursor_value: "{{ last_record['id'] }}"}
              """;
      assertThatThrownBy(() -> drain(read(api, concurrency(1) + paged), new ArrayList<>()))
          .hasMessageContaining("paginator does not stop");
    }
  }

  private static String concurrency(int level) {
    return "concurrency_level: {type: ConcurrencyLevel, default_concurrency: " + level + "}\n";
  }

  /** One with so many slices. */
  private static String stream(String name, int slices) {
    String values =
        IntStream.range(0, slices).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
    return """
      - type: DeclarativeStream
        name: NAME
        schema_loader: {type: InlineSchemaLoader, schema: {}}
        retriever:
          type: SimpleRetriever
          requester: {type: HttpRequester, url: "API/NAME/{{ stream_partition.part }}"}
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
          partition_router: {type: ListPartitionRouter, cursor_field: part, values: [VALUES]}
    """
        .replace("NAME", name)
        .replace("VALUES", values);
  }

  private static MessageStream read(LocalApi api, String yaml) {
    return read(api, yaml, Cancellation.none());
  }

  private static MessageStream read(LocalApi api, String yaml, Cancellation cancellation) {
    int streams = yaml.indexOf("  - type: DeclarativeStream");
    String manifest = yaml.substring(0, streams) + "streams:\n" + yaml.substring(streams);
    var connector =
        new DeclarativeConnector(
            "source-test",
            Manifest.read(manifest.replace("API/", api.url() + "/")),
            Clock.systemUTC(),
            config -> NetworkPolicy.trusted());
    var config = new ConnectorConfig("{}");
    RunOptions options = RunOptions.defaults().endedBy(cancellation);
    List<ConfiguredStream> configured =
        connector.discover(config, options).streams().stream()
            .map(
                stream ->
                    new ConfiguredStream(stream, SyncMode.FULL_REFRESH, DestinationSyncMode.APPEND))
            .toList();
    return connector.read(
        new ReadRequest(config, new ConfiguredCatalog(configured), new StateInput.None()), options);
  }

  private static List<Message> all(MessageStream stream) {
    List<Message> messages = new ArrayList<>();
    drain(stream, messages);
    return messages;
  }

  private static void drain(MessageStream stream, List<Message> messages) {
    try (stream) {
      for (var next = stream.next(); next.isPresent(); next = stream.next()) {
        messages.add(next.get());
      }
    }
  }

  private static <T> T last(List<Message> messages, Class<T> type) {
    List<T> found = messages.stream().filter(type::isInstance).map(type::cast).toList();
    return found.get(found.size() - 1);
  }

  private static List<String> statuses(List<Message> messages, String stream) {
    return messages.stream()
        .filter(TraceMessage.Status.class::isInstance)
        .map(TraceMessage.Status.class::cast)
        .filter(status -> status.stream().name().equals(stream))
        .map(status -> status.status().name())
        .toList();
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("airbyte-slice"))
        .toList();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
