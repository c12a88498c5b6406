package dev.baton.insight;

import static dev.baton.insight.FigureScenario.MONA;
import static dev.baton.insight.FigureScenario.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelCounts;
import dev.baton.insight.funnel.FunnelDrillDown;
import dev.baton.insight.funnel.FunnelEntryRow;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.DrillDownPage;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.RowFilter;
import dev.baton.insight.sla.SlaCounts;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaDrillDown;
import dev.baton.insight.sla.SlaEntryRow;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import org.springframework.security.core.Authentication;

class DrillDownTest {
  private static final String NOW = "2026-12-01T00:00:00Z";
  private static final String MONDAY = "2026-11-02T09:00:00Z";
  private static final String TUESDAY = "2026-11-03T09:00:00Z";

  @OnBothDatabases
  void there_are_as_many_rows_as_the_figure_says(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      for (int i = 0; i < 130; i++) {
        FigureScenario.Handoff handoff = scenario.mql("h" + i, i < 120 ? "organic" : null, MONDAY);
        if (i % 2 == 0) {
          handoff.reached(Stage.SAL, i);
        }
        if (i == 60) {
          scenario.fold();
        }
      }
      DrillDownPage<FunnelEntryRow> first = reached(scenario, "MQL", "organic", 0, MONA);
      assertThat(first.items()).hasSize(50);
      assertThat(first.total())
          .isEqualTo(120)
          .isEqualTo(scenario.funnel("source").rows().get(0).mql());
      assertThat(first.next()).isEqualTo(1);
      assertThat(reached(scenario, "MQL", "organic", 2, MONA).items()).hasSize(20);
      assertThat(reached(scenario, "MQL", "organic", 2, MONA).next()).isNull();
      assertThat(reached(scenario, "SAL", null, 0, MONA).total()).isEqualTo(65);
      assertThat(reached(scenario, "MQL", "(none)", 0, MONA).items())
          .hasSize(10)
          .allSatisfy(row -> assertThat(row.dimensions().source()).isNull());
    }
  }

  @OnBothDatabases
  void every_measure_of_the_funnel_has_as_many_rows_behind_it_as_it_counts(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.lead("lead-a", "x", null, MONDAY);
      scenario
          .mql("a", "x", MONDAY)
          .reached(Stage.SAL, 1)
          .reached(Stage.SQL, 2)
          .reached(Stage.OPPORTUNITY, 3)
          .reached(Stage.CUSTOMER, 4);
      scenario.fold();
      scenario.mql("b", "x", MONDAY).reached(Stage.SAL, 1).closed("lost", "opportunity", null, 2);

      FunnelCounts counts = scenario.funnel("source").rows().get(0).counts();
      for (FunnelMeasure measure : FunnelMeasure.values()) {
        DrillDownPage<FunnelEntryRow> page = reached(scenario, measure.name(), "x", 0, MONA);
        assertThat(measure.in(counts)).as(measure.label()).isPositive().isEqualTo(page.total());
        assertThat(page.items()).hasSize((int) page.total());
      }
    }
  }

  @OnBothDatabases
  void every_verdict_has_as_many_deadlines_behind_it_as_it_counts(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, TUESDAY)) {
      String due = "2026-11-02T12:00:00Z";
      scenario.watch(1, "a", "review", "rita", MONDAY, due).met(MONDAY);
      scenario.watch(2, "b", "review", "rita", MONDAY, due).answeredLate(TUESDAY);
      scenario.fold();
      scenario.watch(3, "c", "review", "rita", MONDAY, due);
      scenario.watch(4, "d", "review", "rita", MONDAY, due).voided(MONDAY);
      scenario.watch(5, "e", "review", "rita", MONDAY, "2026-11-04T12:00:00Z");
      scenario.watch(6, "f", "review", "rita", MONDAY, "2026-11-04T12:00:00Z").met(MONDAY);

      SlaCounts counts = scenario.sla("rep").total().counts();
      RowFilter all = new RowFilter(InstantRange.EVERYTHING, null, 0, 50);
      for (SlaMeasure verdict : SlaMeasure.values()) {
        DrillDownPage<SlaEntryRow> page =
            scenario
                .bean(SlaDrillDown.class)
                .deadlines("review", verdict, SlaDimension.REP, all, FigureViewer.of(MONA));
        assertThat(verdict.in(counts)).as(verdict.label()).isPositive().isEqualTo(page.total());
        assertThat(page.items()).hasSize((int) page.total());
        assertThat(page.items()).extracting(SlaEntryRow::verdict).containsOnly(verdict.word());
      }
    }
  }

  @OnBothDatabases
  void a_no_says_what_it_was_said_to_and_why(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("a", "x", MONDAY).closed("rejected", "review", "low_intent", 1);
      scenario.mql("b", "x", MONDAY).closed("lost", "opportunity", "no_budget", 2);

      FunnelDrillDown drillDown = scenario.bean(FunnelDrillDown.class);
      RowFilter all = new RowFilter(InstantRange.EVERYTHING, null, 0, 50);
      assertThat(
              drillDown
                  .rejections(null, null, Dimension.SOURCE, all, FigureViewer.of(MONA))
                  .items())
          .extracting(
              FunnelEntryRow::handoffId,
              row -> row.rejection().question(),
              row -> row.rejection().reason())
          .containsExactly(
              tuple("b", "opportunity", "no_budget"), tuple("a", "review", "low_intent"));
      DrillDownPage<FunnelEntryRow> one =
          drillDown.rejections(
              "review", "low_intent", Dimension.SOURCE, all, FigureViewer.of(MONA));
      assertThat(one.total()).isEqualTo(1);
      assertThat(one.items()).extracting(FunnelEntryRow::leadId).containsExactly("lead-a");
    }
  }

  @OnBothDatabases
  void deadlines_carry_their_verdict_and_are_as_many_as_the_report_says(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, TUESDAY)) {
      scenario.watch(1, "a", "review", "rita", MONDAY, "2026-11-02T12:00:00Z").met(MONDAY);
      scenario.watch(2, "b", "review", "rita", MONDAY, "2026-11-02T12:00:00Z");
      scenario.watch(3, "c", "route", null, MONDAY, "2026-11-04T12:00:00Z");
      scenario.fold();

      SlaDrillDown drillDown = scenario.bean(SlaDrillDown.class);
      RowFilter all = new RowFilter(InstantRange.EVERYTHING, null, 0, 50);
      DrillDownPage<SlaEntryRow> missed =
          drillDown.deadlines(
              "review", SlaMeasure.MISSED, SlaDimension.REP, all, FigureViewer.of(MONA));
      assertThat(missed.items()).extracting(SlaEntryRow::handoffId).containsExactly("b");
      assertThat(missed.total()).isEqualTo(1);
      assertThat(
              drillDown.deadlines(null, null, SlaDimension.REP, all, FigureViewer.of(MONA)).items())
          .extracting(SlaEntryRow::verdict)
          .as("of people's clocks")
          .containsExactly("met", "missed");
      assertThat(
              drillDown.deadlines(null, null, SlaDimension.REP, all, FigureViewer.of(MONA)).total())
          .isEqualTo(2);
      assertThat(
              drillDown
                  .deadlines("route", null, SlaDimension.REP, all, FigureViewer.of(MONA))
                  .total())
          .isEqualTo(1);
    }
  }

  @OnBothDatabases
  void a_rep_sees_the_leads_that_are_theirs_or_their_teams_and_by_owner_only_their_own(
      Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      known(scenario, "mine", "rita", "south");
      known(scenario, "pool", "ben", "default");
      known(scenario, "other", "nora", "north");

      assertThat(reached(scenario, "MQL", null, 0, RITA).items())
          .extracting(FunnelEntryRow::handoffId)
          .containsExactlyInAnyOrder("mine", "pool");
      assertThat(reached(scenario, "MQL", null, 0, RITA).total()).isEqualTo(2);
      RowFilter all = new RowFilter(InstantRange.EVERYTHING, null, 0, 50);
      FigureViewer rita = FigureViewer.of(RITA);
      assertThat(
              scenario
                  .bean(FunnelDrillDown.class)
                  .funnel(FunnelMeasure.MQL, Dimension.OWNER, FunnelBasis.COHORT, all, rita)
                  .items())
          .extracting(FunnelEntryRow::handoffId)
          .containsExactly("mine");
      assertThat(reached(scenario, "MQL", null, 0, MONA).total()).isEqualTo(3);
    }
  }

  private static void known(FigureScenario scenario, String handoff, String owner, String team) {
    scenario.lead("lead-" + handoff, "x", null, MONDAY);
    scenario.mql(handoff, "x", MONDAY).ownedBy(owner);
    scenario
        .db()
        .sql(
            """
            insert into handoff (id, lead_id, is_open, cycle, channel, hand_raise, state, since,
              owner, team, model, mql_at)
            values (:id, :lead, true, 1, 'inbound', false, 'REVIEW', :at, :owner, :team, 'm', :at)
            """)
        .param("id", handoff)
        .param("lead", "lead-" + handoff)
        .param("at", Sql.timestamp(FigureScenario.at(MONDAY)))
        .param("owner", owner)
        .param("team", team)
        .update();
  }

  private static DrillDownPage<FunnelEntryRow> reached(
      FigureScenario scenario, String stage, String key, int page, Authentication who) {
    RowFilter which = new RowFilter(InstantRange.EVERYTHING, key, page, DrillDown.PAGE);
    return scenario
        .bean(FunnelDrillDown.class)
        .funnel(
            FunnelMeasure.valueOf(stage),
            Dimension.SOURCE,
            FunnelBasis.COHORT,
            which,
            FigureViewer.of(who));
  }
}
