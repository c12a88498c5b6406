package dev.baton.know.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.know.scorecard.DriftReport.DriftMonth;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether scores still tell, in worlds of which it is known. */
class DriftMonthsTest {
  private static final YearMonth FIRST = YearMonth.of(2026, 1);
  private final List<YearMonth> months = new ArrayList<>();
  private final List<Double> scores = new ArrayList<>();
  private final List<Boolean> outcomes = new ArrayList<>();

  /** A month of cases with scores of 0 to 100, where 20 points double the odds times the slope. */
  private void month(Random random, int n, double slope, double shift) {
    YearMonth month = months.isEmpty() ? FIRST : months.get(months.size() - 1).plusMonths(1);
    for (int i = 0; i < n; i++) {
      double score = random.nextInt(101);
      double odds = slope * (score - 50) / 20 + shift;
      months.add(month);
      scores.add(score);
      outcomes.add(random.nextDouble() < 1 / (1 + Math.exp(-odds)));
    }
  }

  private List<DriftMonth> report() {
    boolean[] went = new boolean[outcomes.size()];
    for (int i = 0; i < went.length; i++) {
      went[i] = outcomes.get(i);
    }
    return new DriftMonths(months, scores.stream().mapToDouble(Double::doubleValue).toArray(), went)
        .report();
  }

  private static List<DriftVerdict> verdicts(List<DriftMonth> report) {
    return report.stream().map(DriftMonth::verdict).toList();
  }

  @Test
  void scores_that_tell_the_same_each_month_are_steady_in_nearly_all_worlds() {
    int alarms = 0;
    for (int seed = 0; seed < 100; seed++) {
      months.clear();
      scores.clear();
      outcomes.clear();
      Random random = new Random(seed);
      for (int i = 0; i < 7; i++) {
        month(random, 150, 0.7, 0);
      }
      List<DriftVerdict> verdicts = verdicts(report());
      assertThat(verdicts.get(0)).isEqualTo(DriftVerdict.THIN);
      alarms += verdicts.stream().skip(1).allMatch(DriftVerdict.STEADY::equals) ? 0 : 1;
    }
    assertThat(alarms).isLessThanOrEqualTo(12);
  }

  @Test
  void a_month_in_which_the_same_score_is_worth_less_is_told_with_what_was_foretold() {
    Random random = new Random(1);
    month(random, 300, 0.7, 0);
    month(random, 300, 0.7, 0);
    month(random, 300, 0.7, -1);
    List<DriftMonth> report = report();
    assertThat(verdicts(report))
        .containsExactly(DriftVerdict.THIN, DriftVerdict.STEADY, DriftVerdict.FEWER);
    assertThat(report.get(2).expected()).isBetween(0.45, 0.55);
    assertThat(report.get(2).high()).isLessThan(report.get(2).expected());
  }

  @Test
  void a_month_in_which_more_went_on_is_told_too() {
    Random random = new Random(2);
    month(random, 300, 0.7, 0);
    month(random, 300, 0.7, 1);
    assertThat(verdicts(report())).containsExactly(DriftVerdict.THIN, DriftVerdict.MORE);
  }

  @Test
  void a_month_in_which_scores_tell_nothing_any_more_ranks_worse() {
    Random random = new Random(3);
    month(random, 400, 1, 0);
    month(random, 400, 0, 0);
    List<DriftMonth> report = report();
    assertThat(verdicts(report)).containsExactly(DriftVerdict.THIN, DriftVerdict.RANKS_WORSE);
    assertThat(report.get(1).auc().value()).isBetween(0.4, 0.6);
  }

  @Test
  void a_later_month_changes_nothing_that_was_said_of_an_earlier_one_but_how_sure_one_must_be() {
    Random random = new Random(4);
    month(random, 300, 0.7, 0);
    month(random, 300, 0.7, 0);
    DriftMonth before = report().get(1);
    month(random, 300, 0.7, -3);
    DriftMonth after = report().get(1);
    assertThat(after.expected()).isEqualTo(before.expected());
    assertThat(after.auc()).isEqualTo(before.auc());
  }

  @Test
  void few_cases_have_no_verdict() {
    Random random = new Random(5);
    month(random, 300, 0.7, 0);
    month(random, DriftMonths.ENOUGH - 1, 0.7, 0);
    assertThat(verdicts(report())).containsExactly(DriftVerdict.THIN, DriftVerdict.THIN);
    assertThat(new DriftMonths(List.of(), new double[0], new boolean[0]).report()).isEmpty();
  }
}
