package dev.baton.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.RunningJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The packaged application with 20 reps, and four callers who send and answer. */
final class MeasuredBaton implements AutoCloseable {
  private static final int REPS = 20;
  private static final int LINES = 500;
  private static final String MET = "{\"met\": true, \"evidence\": \"call\"}";
  private static final String NO_BUDGET =
      """
      {"framework": "bant", "decision": "disqualify", "reason": "no_budget",
       "criteria": {"budget": %1$s, "authority": %1$s, "need": %1$s, "timing": %1$s}}"""
          .formatted(MET);

  private final ExecutorService callers = Executors.newFixedThreadPool(4);
  private final RunningJar jar;
  private final HttpCaller admin;

  MeasuredBaton(Path folder, String... settings) throws Exception {
    jar = new RunningJar(folder, settings);
    admin = jar.start();
    jar.hire(REPS);
  }

  RunningJar jar() {
    return jar;
  }

  HttpCaller admin() {
    return admin;
  }

  /** So many signals whose numbers begin so, by lines of JSON. */
  void send(List<Map<String, Object>> signals) {
    for (int from = 0; from < signals.size(); from += LINES) {
      List<Map<String, Object>> some =
          signals.subList(from, Math.min(from + LINES, signals.size()));
      String lines = some.stream().map(HttpCaller::json).collect(Collectors.joining("\n"));
      assertThat(
              admin
                  .send("POST", "/api/signals", HttpCaller.LINES, lines)
                  .is(200)
                  .at("/accepted")
                  .asInt())
          .isEqualTo(some.size());
    }
  }

  /** People of as many companies who want to be called. */
  static List<Map<String, Object>> handRaisers(String tag, int many) {
    return IntStream.range(0, many).mapToObj(i -> handRaiser(tag + i)).toList();
  }

  static Map<String, Object> handRaiser(String name) {
    return Map.of(
        "id",
        name,
        "type",
        "demo_requested",
        "channel",
        "inbound",
        "source",
        "web",
        "lead",
        Map.of(
            "email",
            "%1$s@%1$s.example".formatted(name),
            "firstName",
            "P",
            "lastName",
            name,
            "jobTitle",
            "VP Sales",
            "companySize",
            120,
            "industry",
            "SaaS",
            "country",
            "DE"));
  }

  int waiting(String question) {
    return admin
        .get(
            "/engine-rest/task/count?processDefinitionKey=lead-handoff&taskDefinitionKey="
                + question)
        .is(200)
        .at("/count")
        .asInt();
  }

  void awaitWaiting(String question, int many) throws InterruptedException {
    while (waiting(question) != many) {
      Thread.sleep(300);
    }
  }

  void accept(List<String> handoffs) throws Exception {
    all(
        handoffs.size(),
        i ->
            admin
                .post(
                    "/api/handoffs/%s/review".formatted(handoffs.get(i)),
                    Map.of("decision", "accept"))
                .is(200));
  }

  void disqualify(List<String> handoffs) throws Exception {
    all(
        handoffs.size(),
        i ->
            admin
                .post("/api/handoffs/%s/qualification".formatted(handoffs.get(i)), NO_BUDGET)
                .is(200));
  }

  /** One of many calls. */
  interface Call {
    Object number(int i);
  }

  void all(int many, Call call) throws Exception {
    List<Callable<Object>> acts = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      int number = i;
      acts.add(() -> call.number(number));
    }
    for (Future<Object> act : callers.invokeAll(acts)) {
      act.get();
    }
  }

  @Override
  public void close() {
    callers.shutdownNow();
    jar.close();
  }
}
