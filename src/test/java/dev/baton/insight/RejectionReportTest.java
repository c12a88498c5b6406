package dev.baton.insight;

import static dev.baton.insight.FigureScenario.MONA;
import static dev.baton.insight.FigureScenario.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.insight.rejection.RejectionReasonRow;
import dev.baton.insight.rejection.RejectionReport;
import dev.baton.stage.Stage;

class RejectionReportTest {
  private static final String NOW = "2026-12-01T00:00:00Z";
  private static final String MONDAY = "2026-11-02T09:00:00Z";

  @OnBothDatabases
  void reasons_are_counted_by_question_with_their_share_of_the_key(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      for (int i = 0; i < 3; i++) {
        scenario.mql("p" + i, "paid", MONDAY).closed("rejected", "review", "low_intent", 1);
      }
      scenario
          .mql("q", "paid", MONDAY)
          .reached(Stage.SAL, 1)
          .closed("rejected", "qualification", "no_budget", 2);
      scenario.mql("o", "organic", MONDAY).closed("disqualified", "review", "wrong_icp", 1);
      scenario.mql("open", "organic", MONDAY);
      scenario.mql("merged", "organic", MONDAY).closed("merged", null, null, 1);
      scenario.mql("won", "organic", MONDAY).closed("won", "opportunity", null, 1);

      RejectionReport report = scenario.controller().rejections(null, null, null, MONA);

      assertThat(report.rows())
          .extracting(
              RejectionReasonRow::key,
              RejectionReasonRow::stage,
              RejectionReasonRow::reason,
              RejectionReasonRow::count,
              RejectionReasonRow::share)
          .containsExactly(
              tuple("paid", "review", "low_intent", 3L, 0.75),
              tuple("organic", "review", "wrong_icp", 1L, 1.0),
              tuple("paid", "qualification", "no_budget", 1L, 0.25));
      assertThat(report.total().count()).isEqualTo(5);
    }
  }

  @OnBothDatabases
  void a_no_counts_in_the_range_in_which_it_was_said(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario
          .mql("h", "paid", "2026-11-01T00:00:00Z")
          .closed("rejected", "review", "low_intent", 24);

      assertThat(total(scenario, "2026-11-02", "2026-11-03")).isEqualTo(1);
      assertThat(total(scenario, "2026-11-01", "2026-11-02")).isZero();
    }
  }

  @OnBothDatabases
  void a_rep_sees_by_owner_their_own_rows_and_the_total_of_all(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario
          .mql("a", "x", MONDAY)
          .ownedBy("rita")
          .closed("lost", "first_touch", "unreachable", 1);
      scenario.mql("b", "x", MONDAY).ownedBy("ben").closed("rejected", "review", "duplicate", 1);

      RejectionReport own = scenario.controller().rejections(null, null, "owner", RITA);

      assertThat(own.rows())
          .extracting(RejectionReasonRow::key, RejectionReasonRow::stage)
          .containsExactly(tuple("rita", "first_touch"));
      assertThat(own.total().count()).isEqualTo(2);
    }
  }

  @OnBothDatabases
  void without_any_no_there_are_no_rows_and_no_share(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      RejectionReport none = scenario.controller().rejections(null, null, "band", MONA);
      assertThat(none.rows()).isEmpty();
      assertThat(none.total().count()).isZero();
      assertThat(none.total().share()).isNull();
    }
  }

  private static long total(FigureScenario scenario, String from, String to) {
    return scenario.controller().rejections(from, to, "source", MONA).total().count();
  }
}
