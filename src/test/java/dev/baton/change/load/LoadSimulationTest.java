package dev.baton.change.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.baton.change.load.AnswerHistory.Answered;
import dev.baton.change.load.LoadReport.ClockLoad;
import dev.baton.change.load.LoadReport.Figures;
import dev.baton.change.load.LoadReport.RepLoad;
import dev.baton.routing.SkipReason;
import dev.baton.sla.SlaTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A dry run of routing and answers says what a simulation by hand says. */
class LoadSimulationTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Map<String, SlaTarget> TARGETS =
      targets(Duration.ofHours(24), Duration.ofHours(120));

  private static Map<String, SlaTarget> targets(Duration review, Duration qualification) {
    Map<String, SlaTarget> targets = new LinkedHashMap<>();
    targets.put("review", new SlaTarget(review, Duration.ZERO));
    targets.put("qualification", new SlaTarget(qualification, Duration.ZERO));
    return targets;
  }

  private static RepOnDuty rep(String id, Integer dailyCap, Integer openCap) {
    return new RepOnDuty(id, 1, BERLIN, true, false, dailyCap, openCap, null);
  }

  private static Arrival arrival(Instant at, List<RepOnDuty> reps) {
    return new Arrival(at, "default", null, false, reps, TARGETS);
  }

  /** Half of the reviews take 10 hours and half 30; a third of them is asked on. */
  private static AnswerHistory history() {
    List<Answered> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(answered(i, "review", i % 2 == 0 ? 10 : 30));
      if (i % 3 == 0) {
        answers.add(answered(i, "qualification", 60 + i * 2));
      }
    }
    return new AnswerHistory(answers);
  }

  private static Answered answered(int handoff, String clock, int hours) {
    return new Answered("h" + handoff, clock, "default", false, Duration.ofHours(hours));
  }

  @Test
  void turns_and_a_daily_cap_give_each_rep_what_they_would_get() {
    List<RepOnDuty> reps = List.of(rep("ann", 2, null), rep("bob", null, null));
    List<Arrival> arrivals = new ArrayList<>();
    for (int hour = 8; hour < 18; hour++) {
      arrivals.add(arrival(MONDAY.plus(Duration.ofHours(hour)), reps));
    }

    Figures figures = new LoadSimulation(arrivals, history(), 5).run(1, 20);

    assertThat(figures.leads()).isEqualTo(10);
    assertThat(figures.unrouted()).isEqualByComparingTo("0");
    assertThat(figures.reps()).extracting(RepLoad::rep).containsExactly("ann", "bob");
    assertThat(figures.reps().get(0).leads()).isEqualByComparingTo("2");
    assertThat(figures.reps().get(1).leads()).isEqualByComparingTo("8");
    assertThat(figures.reps().get(1).perDay()).isEqualByComparingTo("1.6");
    assertThat(figures.reps().get(1).busiestDay()).isEqualTo(8);
  }

  @Test
  void a_day_ends_at_the_reps_own_midnight() {
    List<RepOnDuty> reps = List.of(rep("ann", 1, null));

    Figures figures =
        new LoadSimulation(
                List.of(
                    arrival(MONDAY.plus(Duration.ofHours(22)), reps),
                    arrival(MONDAY.plus(Duration.ofMinutes(22 * 60 + 30)), reps),
                    arrival(MONDAY.plus(Duration.ofHours(23)), reps)),
                history(),
                1)
            .run(1, 3);

    // 22:30 is the same evening in Berlin, 23:00 the next day
    assertThat(figures.unrouted()).isEqualByComparingTo("1");
    assertThat(figures.reps().get(0).leads()).isEqualByComparingTo("2");
  }

  @Test
  void who_is_away_gets_nothing_and_with_nobody_there_a_lead_stays_where_it_is() {
    RepOnDuty away =
        new RepOnDuty("ann", 1, ZoneOffset.UTC, true, false, null, null, SkipReason.ABSENT);

    Figures figures =
        new LoadSimulation(
                List.of(
                    arrival(MONDAY, List.of(away, rep("bob", null, null))),
                    arrival(MONDAY.plusSeconds(60), List.of(away))),
                history(),
                1)
            .run(1, 5);

    assertThat(figures.reps()).extracting(RepLoad::rep).containsExactly("bob");
    assertThat(figures.unrouted()).isEqualByComparingTo("1");
  }

  @Test
  void the_same_seed_gives_the_same_and_a_clock_without_a_past_is_left_out() {
    List<Arrival> arrivals = many(200, List.of(rep("ann", null, 5), rep("bob", null, null)));

    Figures one = new LoadSimulation(arrivals, history(), 7).run(15, 50);
    Figures other = new LoadSimulation(arrivals, history(), 7).run(15, 50);

    assertThat(other).isEqualTo(one);
    assertThat(one.clocks())
        .extracting(ClockLoad::clock)
        .containsExactly("review", "qualification");
    assertThat(new LoadSimulation(arrivals, new AnswerHistory(List.of()), 7).run(15, 5).clocks())
        .isEmpty();
  }

  private static List<Arrival> many(int leads, List<RepOnDuty> reps) {
    Random random = new Random(7);
    List<Arrival> arrivals = new ArrayList<>();
    Instant at = MONDAY;
    for (int i = 0; i < leads; i++) {
      at = at.plus(Duration.ofMinutes(20 + random.nextInt(120)));
      arrivals.add(arrival(at, reps));
    }
    return arrivals;
  }

  @Test
  void a_simulation_by_hand_agrees() {
    List<RepOnDuty> reps = List.of(rep("ann", 4, null), rep("bob", null, 6), rep("cem", 7, 9));
    List<Arrival> arrivals = many(300, reps);
    int runs = 400;

    Figures figures = new LoadSimulation(arrivals, history(), 14).run(3, runs);
    ByHand byHand = new ByHand(arrivals, runs);

    for (RepLoad rep : figures.reps()) {
      double expected = byHand.given.get(rep.rep()) / (double) runs;
      assertThat(rep.leads().doubleValue())
          .as(rep.rep())
          .isCloseTo(expected, within(0.03 * expected + 0.5));
    }
    assertThat(figures.unrouted().doubleValue())
        .isCloseTo(byHand.unrouted / (double) runs, within(1.5));
    for (ClockLoad clock : figures.clocks()) {
      double missed = byHand.missed.get(clock.clock()) / (double) runs;
      assertThat(clock.missed().doubleValue())
          .as(clock.clock())
          .isCloseTo(missed, within(0.05 * missed + 0.5));
      assertThat(clock.low()).isLessThanOrEqualTo((long) Math.ceil(missed));
      assertThat(clock.high()).isGreaterThanOrEqualTo((long) Math.floor(missed));
    }
  }

  /** The plainest way: everybody in turn who may, minute by minute, answers by the dice. */
  private static final class ByHand {
    private final Map<String, Integer> given = new HashMap<>();
    private final Map<String, Integer> missed = new HashMap<>();
    private int unrouted;

    ByHand(List<Arrival> arrivals, int runs) {
      Random dice = new Random(99);
      for (int run = 0; run < runs; run++) {
        run(arrivals, dice);
      }
    }

    private void run(List<Arrival> arrivals, Random dice) {
      Map<String, List<Instant>> ends = new HashMap<>();
      Map<String, List<Instant>> starts = new HashMap<>();
      // who waited longest is next; who couldn't is level with the others again
      Map<String, Integer> turns = new HashMap<>();
      Map<String, Integer> last = new HashMap<>();
      int place = 0;
      int number = 0;
      for (Arrival arrival : arrivals) {
        List<RepOnDuty> free = new ArrayList<>();
        for (RepOnDuty rep : arrival.reps()) {
          long today =
              starts.getOrDefault(rep.rep(), List.of()).stream()
                  .filter(
                      at ->
                          at.atZone(BERLIN)
                              .toLocalDate()
                              .equals(arrival.at().atZone(BERLIN).toLocalDate()))
                  .count();
          long open =
              ends.getOrDefault(rep.rep(), List.of()).stream()
                  .filter(end -> end.isAfter(arrival.at()))
                  .count();
          if ((rep.dailyCap() == null || today < rep.dailyCap())
              && (rep.openCap() == null || open < rep.openCap())) {
            free.add(rep);
          }
        }
        if (free.isEmpty()) {
          unrouted++;
          continue;
        }
        RepOnDuty next = null;
        for (RepOnDuty rep : free) {
          if (next == null || before(rep, next, turns, last, place)) {
            next = rep;
          }
        }
        int earliest = Integer.MAX_VALUE;
        for (RepOnDuty rep : free) {
          earliest = Math.min(earliest, Math.max(turns.getOrDefault(rep.rep(), 0), place));
        }
        turns.put(next.rep(), Math.max(turns.getOrDefault(next.rep(), 0), place) + 1);
        last.put(next.rep(), ++number);
        place = earliest;
        given.merge(next.rep(), 1, Integer::sum);
        starts.computeIfAbsent(next.rep(), any -> new ArrayList<>()).add(arrival.at());
        int review = dice.nextBoolean() ? 10 : 30;
        missed.merge("review", review > 24 ? 1 : 0, Integer::sum);
        int hours = review;
        if (dice.nextInt(3) == 0) {
          int qualification = 60 + 6 * dice.nextInt(20);
          missed.merge("qualification", qualification > 120 ? 1 : 0, Integer::sum);
          hours += qualification;
        }
        ends.computeIfAbsent(next.rep(), any -> new ArrayList<>())
            .add(arrival.at().plus(Duration.ofHours(hours)));
      }
    }

    private static boolean before(
        RepOnDuty rep,
        RepOnDuty other,
        Map<String, Integer> turns,
        Map<String, Integer> last,
        int place) {
      int one = Math.max(turns.getOrDefault(rep.rep(), 0), place);
      int two = Math.max(turns.getOrDefault(other.rep(), 0), place);
      if (one != two) {
        return one < two;
      }
      return last.getOrDefault(rep.rep(), 0) < last.getOrDefault(other.rep(), 0);
    }
  }
}
