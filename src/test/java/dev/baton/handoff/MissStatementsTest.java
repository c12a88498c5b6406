package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.SentStatements;
import dev.baton.engine.job.GroupedJobs;
import dev.baton.engine.job.JobPreparation;
import dev.baton.handoff.lifecycle.MissedDeadlines;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.RowCallbackHandler;

/** How many statements a missed deadline costs where many are missed at once. */
class MissStatementsTest {
  private static final int MANY = 500;
  private static final int SOME = 200;
  private static final int FEW = 12;
  private static final int GROUP = 50;

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void hundreds_of_misses_at_once_are_recorded_and_told_by_set() {
    HandRaisers.arrive(scenario, MANY);
    scenario.passesWithoutTimers(Duration.ofHours(5));

    List<String> sent = sent(() -> scenario.bean(MissedDeadlines.class).notice());

    assertThat(misses()).isEqualTo(MANY);
    assertThat(told()).isEqualTo(MANY);
    assertThat(sent.size()).as(shown(sent)).isLessThanOrEqualTo(22);
  }

  @Test
  void what_the_engine_does_of_a_miss_is_done_for_many_at_once() {
    HandRaisers.arrive(scenario, SOME);
    scenario.passesWithoutTimers(Duration.ofMinutes(210));
    runTimers();
    scenario.passesWithoutTimers(Duration.ofMinutes(60));

    List<String> sent = sent(this::runTimers);

    assertThat(misses()).isEqualTo(SOME);
    assertThat(scenario.runningLadders()).isEqualTo(SOME);
    assertThat(sent.size() / (double) SOME).as(shown(sent)).isLessThanOrEqualTo(19.3);
  }

  @Test
  void many_that_climb_the_ladder_together_get_where_each_alone_gets() {
    HandRaisers.arrive(scenario, FEW);
    scenario.passes(Duration.ofHours(15));
    Map<String, Long> alone = state();

    scenario.begins();
    HandRaisers.arrive(scenario, FEW);
    for (int half = 0; half < 30; half++) {
      scenario.passesWithoutTimers(Duration.ofMinutes(30));
      runTimers();
    }

    assertThat(state()).isEqualTo(alone).hasSizeGreaterThan(10);
  }

  /** How much there is of what. */
  private Map<String, Long> state() {
    Map<String, Long> state = new TreeMap<>();
    for (String counted :
        List.of(
            "select concat('notice ', kind, ' ', recipient), count(*) from notice"
                + " where kind <> 'digest' group by 1",
            "select concat('deadline ', clock, ' ', round, ' ', is_running, ' ', missed_at is null,"
                + " ' ', reassigned_at is null), count(*) from deadline group by 1",
            "select concat('sla ', clock, ' ', missed_at is null, ' ', ended_at is null, ' ',"
                + " running is null), count(*) from sla_entry group by 1",
            "select concat('execution ', ACT_ID_), count(*) from ACT_RU_EXECUTION group by 1",
            "select concat('job ', HANDLER_CFG_), count(*) from ACT_RU_JOB"
                + " where HANDLER_TYPE_ <> 'history-cleanup' group by 1",
            "select concat('variable ', NAME_), count(*) from ACT_RU_VARIABLE group by 1",
            "select concat('waits ', ACTIVITY_ID_), count(*) from ACT_RU_EVENT_SUBSCR group by 1")) {
      scenario
          .db()
          .sql(counted)
          .query((RowCallbackHandler) row -> state.put(row.getString(1), row.getLong(2)));
    }
    return state;
  }

  private void runTimers() {
    new GroupedJobs(
            scenario.bean(ProcessEngine.class), List.of(scenario.bean(JobPreparation.class)), GROUP)
        .run(Date.from(scenario.now()));
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
