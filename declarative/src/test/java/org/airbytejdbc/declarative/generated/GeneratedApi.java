package org.airbytejdbc.declarative.generated;

import static org.airbytejdbc.declarative.generated.Parts.object;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airbytejdbc.declarative.http.LocalApi;
import org.airbytejdbc.declarative.http.LocalApi.Answer;
import org.airbytejdbc.declarative.json.Json;

/**
 * The API of a scenario. What it answers depends on the request alone, but for what it refuses
 * once.
 */
record GeneratedApi(
    Pages pages,
    Times times,
    Refusals refusals,
    Shapes.Format format,
    int total,
    boolean descends) {
  private static final int LAST = 1000;
  private static final LocalDate NEWEST = LocalDate.parse("2026-01-11");

  /** One read's behaviour; there is more to read the second time. */
  LocalApi.Behaviour behaviour(int round) {
    List<String> refused = new ArrayList<>();
    return asked -> {
      var request = new AskedApi(asked);
      String path = request.path();
      if (path.startsWith("/grandparents")) {
        return Answer.json(Json.write(parents("g", 2, round)));
      }
      if (path.startsWith("/parents")) {
        return Answer.json(Json.write(parents(path.replaceAll("\\D", ""), 2 + round, round)));
      }
      String partition = request.first("pid", "part", "other").orElse(path);
      synchronized (refused) {
        if (isRefused(request, partition, refused)) {
          return refusal();
        }
      }
      return items(request, partition, round);
    };
  }

  private boolean isRefused(AskedApi request, String partition, List<String> refused) {
    return switch (refusals.kind()) {
      case NONE -> false;
      case PARTITION -> partition.endsWith("1") || partition.endsWith("b");
      case SECOND_PAGE -> page(request) == 1;
      case ONCE -> {
        boolean isNew = !refused.contains(request.text());
        refused.add(request.text());
        yield isNew && request.text().hashCode() % 4 == 0;
      }
    };
  }

  private Answer refusal() {
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "Gone",
            "yes",
            "Wait",
            "0.02",
            "Wait-Text",
            "wait 0.02 s");
    String body = Json.write(object("gone", true, "error", object("message", "nope, it is not")));
    return new Answer(refusals.status(), headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Object> parents(String of, int count, int round) {
    List<Object> parents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = of.equals("g") || of.isEmpty() ? "" + i : of + i;
      Object time = LocalDate.parse("2026-01-04").plusDays(i + 3L * round).toString();
      parents.add(
          object(
              "id",
              of.equals("g") ? i : (Object) id,
              "t",
              time,
              "name",
              "n" + i,
              "obj",
              object("uid", "u" + id)));
    }
    return parents;
  }

  /** Which page is asked for, from 0. */
  private int page(AskedApi request) {
    return request
        .first("page_of")
        .map(Integer::parseInt)
        .or(() -> request.first("at_P").map(at -> Integer.parseInt(at) - pages.first()))
        .or(() -> request.first("at_O").map(at -> Integer.parseInt(at) / pages.size()))
        .or(
            () ->
                request
                    .first("at_C")
                    .map(at -> at.startsWith("c") ? Integer.parseInt(at.substring(1)) : after(at)))
        .orElse(0);
  }

  private int after(String id) {
    return id.matches("[\\d.]+") ? (int) Double.parseDouble(id) / pages.size() + 1 : LAST;
  }

  private Answer items(AskedApi request, String partition, int round) {
    List<Map<String, Object>> all =
        IntStream.range(0, total == 0 ? 0 : total + 2 * round - 2)
            .mapToObj(n -> item(n, partition, round))
            .filter(item -> !times.honoured() || request.isWithin((LocalDate) item.get("day")))
            .toList();
    int page = page(request);
    List<Map<String, Object>> items =
        all.stream().skip((long) page * pages.size()).limit(pages.size()).toList();
    boolean more = (page + 1) * pages.size() < all.size();
    items.forEach(item -> item.remove("day"));
    return answer(items, more, "c" + (page + 1), request.url("page_of=" + (page + 1)));
  }

  private Map<String, Object> item(int n, String partition, int round) {
    LocalDate day = NEWEST.plusDays(round).minusDays(descends ? n : (total - n));
    var item = object("id", n, "n", n, "day", day, "t", time(day, n), "flag", n % 2 == 0);
    item.put("Key", partition);
    if (format == Shapes.Format.JSON || format == Shapes.Format.GZIP) {
      item.put("obj", object("a", "0" + n, "isOld", null, "list", List.of(n)));
      item.put("nul", null);
    }
    if (n == 3) {
      item.put("Extra", "");
    }
    return item;
  }

  private Object time(LocalDate day, int n) {
    LocalDateTime time = day.atTime(n % 24, 30);
    return switch (times.form()) {
      case DAY -> day.toString();
      case ZULU -> time + ":00Z";
      case OFFSET -> time + ":00+02:00";
      case FRACTION -> time + ":00.250000Z";
      case SECONDS -> time.toEpochSecond(ZoneOffset.UTC);
      case MILLISECONDS -> time.toEpochSecond(ZoneOffset.UTC) * 1000 + 250;
    };
  }

  private Answer answer(List<Map<String, Object>> items, boolean more, String token, String url) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", format.type);
    if (more) {
      headers.put("Next", token);
      headers.put("Link", "<" + url + ">; rel=\"next\"");
    }
    byte[] text = text(items, more, token, url).getBytes(StandardCharsets.UTF_8);
    return new Answer(200, headers, format == Shapes.Format.GZIP ? LocalApi.gzip(text) : text);
  }

  private String text(List<Map<String, Object>> items, boolean more, String token, String url) {
    return switch (format) {
      case JSON, GZIP -> {
        var body = object("items", items, "data", object("items", items), "more", more);
        body.put("list", List.of(object("items", items)));
        body.put("meta", more ? object("next", token) : object());
        if (more) {
          body.put("next", token);
          body.put("url", url);
        }
        yield Json.write(body);
      }
      case LINES ->
          items.stream().map(item -> Json.write(item) + "\n").collect(Collectors.joining());
      case CSV ->
          "id,n,t,flag,Key\n"
              + items.stream()
                  .map(
                      i ->
                          "%s,%s,%s,%s,\"%s\"\n"
                              .formatted(
                                  i.get("id"), i.get("n"), i.get("t"), i.get("flag"), i.get("Key")))
                  .collect(Collectors.joining());
      case XML ->
          items.stream()
              .map(
                  i ->
                      "<item id=\"%s\"><n>%s</n><t>%s</t></item>"
                          .formatted(i.get("id"), i.get("n"), i.get("t")))
              .collect(Collectors.joining("", "<items>", "</items>"));
    };
  }
}
