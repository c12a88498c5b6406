package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.SentStatements;
import dev.baton.engine.job.GroupedJobs;
import dev.baton.handoff.lifecycle.MissedDeadlines;
import dev.baton.signal.SignalSender;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many statements a missed deadline costs where many are missed at once. */
class MissStatementsTest {
  private static final int MANY = 1000;
  private static final int GROUP = 50;

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_thousand_misses_at_once_are_recorded_and_told_by_set() {
    handRaisers();
    scenario.passesWithoutTimers(Duration.ofHours(5));

    List<String> sent = sent(() -> scenario.bean(MissedDeadlines.class).notice());

    assertThat(misses()).isEqualTo(MANY);
    assertThat(told()).isEqualTo(MANY);
    assertThat(sent.size()).as(shown(sent)).isLessThanOrEqualTo(21);
  }

  @Test
  void what_the_engine_does_of_a_miss_is_done_for_many_at_once() {
    handRaisers();
    scenario.passesWithoutTimers(Duration.ofMinutes(210));
    runTimers();
    scenario.passesWithoutTimers(Duration.ofMinutes(60));

    List<String> sent =
        sent(
            () -> {
              scenario.bean(MissedDeadlines.class).notice();
              runTimers();
            });

    assertThat(misses()).isEqualTo(MANY);
    assertThat(scenario.runningLadders()).isEqualTo(MANY);
    assertThat(sent.size() / (double) MANY).as(shown(sent)).isLessThanOrEqualTo(31.5);
  }

  private void runTimers() {
    new GroupedJobs(scenario.bean(ProcessEngine.class), GROUP).run(Date.from(scenario.now()));
  }

  private long told() {
    return scenario
        .db()
        .sql("select count(*) as told from notice where kind = 'escalation' and recipient = 'mona'")
        .query(Long.class)
        .single();
  }

  private long misses() {
    return scenario
        .db()
        .sql("select count(*) as missed from deadline where missed_at = due_at")
        .query(Long.class)
        .single();
  }

  private void handRaisers() {
    for (int from = 0; from < MANY; from += 100) {
      scenario
          .bean(SignalSender.class)
          .send(
              "tests",
              IntStream.range(from, Math.min(MANY, from + 100))
                  .mapToObj(MissStatementsTest::signal)
                  .toList());
    }
    scenario.runSavePoints();
  }

  private static Map<String, Object> signal(int n) {
    return Map.of(
        "type", "demo_requested", "lead", Map.of("email", "p%d@p%d.example".formatted(n, n)));
  }

  private List<String> sent(Runnable act) {
    SentStatements statements = scenario.bean(SentStatements.class);
    statements.listen();
    act.run();
    return statements.heard(Thread.currentThread().getName());
  }

  /** Each statement with how often it was sent. */
  private static String shown(List<String> sent) {
    Map<String, Long> times =
        sent.stream()
            .map(sql -> sql.replaceAll("\\s+", " "))
            .map(sql -> sql.substring(0, Math.min(sql.length(), 140)))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return times.entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .map(e -> "%4d %s".formatted(e.getValue(), e.getKey()))
        .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
