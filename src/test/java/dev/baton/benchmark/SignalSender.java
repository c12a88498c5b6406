package dev.baton.benchmark;

import dev.baton.HttpCaller;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Page views of 5,000 people, one by one or a thousand a request, to Baton and to the bare
 * endpoint.
 */
final class SignalSender {
  private static final int PEOPLE = 5_000;
  private static final int BATCH = 1_000;

  private final MeasuredBaton baton;
  private final HttpCaller bare;

  SignalSender(MeasuredBaton baton, int bare) {
    this.baton = baton;
    this.bare = HttpCaller.at(bare);
  }

  void single(int round, int many) throws Exception {
    baton.all(
        many,
        i -> baton.admin().post("/api/signals", signal("s%d-%d".formatted(round, i), i)).is(200));
  }

  void bareRow(int round, int many) throws Exception {
    baton.all(many, i -> bare.post("/rows", List.of(row("s%d-%d".formatted(round, i), i))).is(200));
  }

  void batches(int round, int many) {
    for (int from = 0; from < many; from += BATCH) {
      String lines =
          IntStream.range(from, from + BATCH)
              .mapToObj(i -> HttpCaller.json(signal("b%d-%d".formatted(round, i), i)))
              .collect(Collectors.joining("\n"));
      baton.admin().send("POST", "/api/signals", HttpCaller.LINES, lines).is(200);
    }
  }

  void bareBatches(int round, int many) {
    for (int from = 0; from < many; from += BATCH) {
      bare.post(
              "/rows",
              IntStream.range(from, from + BATCH)
                  .mapToObj(i -> row("b%d-%d".formatted(round, i), i))
                  .toList())
          .is(200);
    }
  }

  private static Map<String, Object> signal(String id, int i) {
    return Map.of(
        "id",
        id,
        "type",
        "page_view",
        "lead",
        Map.of("email", email(i)),
        "properties",
        Map.of("page", "/p" + i % 7));
  }

  private static Map<String, String> row(String id, int i) {
    return Map.of("id", id, "type", "page_view", "email", email(i), "page", "/p" + i % 7);
  }

  private static String email(int i) {
    return "q%1$d@d%1$d.example".formatted(i % PEOPLE);
  }
}
