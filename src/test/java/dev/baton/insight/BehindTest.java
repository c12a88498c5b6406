package dev.baton.insight;

import static dev.baton.insight.Story.MONA;
import static dev.baton.insight.Story.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.insight.DrillDown.Page;
import dev.baton.insight.DrillDown.Which;
import dev.baton.insight.FunnelDrillDown.Reached;
import dev.baton.insight.SlaDrillDown.Owed;
import dev.baton.stage.Stage;
import java.sql.Timestamp;
import org.springframework.security.core.Authentication;

class BehindTest {
  private static final String NOW = "2026-12-01T00:00:00Z";
  private static final String MONDAY = "2026-11-02T09:00:00Z";
  private static final String TUESDAY = "2026-11-03T09:00:00Z";

  @OnBothDatabases
  void there_are_as_many_rows_as_the_figure_says(Database database) {
    try (Story story = new Story(database, NOW)) {
      for (int i = 0; i < 130; i++) {
        Story.Handoff handoff = story.mql("h" + i, i < 120 ? "organic" : null, MONDAY);
        if (i % 2 == 0) {
          handoff.reached(Stage.SAL, i);
        }
        if (i == 60) {
          story.seal();
        }
      }
      Page<Reached> first = reached(story, "MQL", "organic", 0, MONA);
      assertThat(first.items()).hasSize(50);
      assertThat(first.total())
          .isEqualTo(120)
          .isEqualTo(story.funnel("source").rows().get(0).mql());
      assertThat(first.next()).isEqualTo(1);
      assertThat(reached(story, "MQL", "organic", 2, MONA).items()).hasSize(20);
      assertThat(reached(story, "MQL", "organic", 2, MONA).next()).isNull();
      assertThat(reached(story, "SAL", null, 0, MONA).total()).isEqualTo(65);
      assertThat(reached(story, "MQL", "(none)", 0, MONA).items())
          .hasSize(10)
          .allSatisfy(row -> assertThat(row.source()).isNull());
    }
  }

  @OnBothDatabases
  void every_measure_of_the_funnel_has_as_many_rows_behind_it_as_it_counts(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.lead("lead-a", "x", null, MONDAY);
      story
          .mql("a", "x", MONDAY)
          .reached(Stage.SAL, 1)
          .reached(Stage.SQL, 2)
          .reached(Stage.OPPORTUNITY, 3)
          .reached(Stage.CUSTOMER, 4);
      story.seal();
      story.mql("b", "x", MONDAY).reached(Stage.SAL, 1).closed("lost", "opportunity", null, 2);

      FunnelCounts counts = story.funnel("source").rows().get(0).counts();
      for (FunnelMeasure measure : FunnelMeasure.values()) {
        Page<Reached> page = reached(story, measure.name(), "x", 0, MONA);
        assertThat(measure.in(counts)).as(measure.label()).isPositive().isEqualTo(page.total());
        assertThat(page.items()).hasSize((int) page.total());
      }
    }
  }

  @OnBothDatabases
  void every_verdict_has_as_many_deadlines_behind_it_as_it_counts(Database database) {
    try (Story story = new Story(database, TUESDAY)) {
      String due = "2026-11-02T12:00:00Z";
      story.watch(1, "a", "review", "rita", MONDAY, due).met(MONDAY);
      story.watch(2, "b", "review", "rita", MONDAY, due).answeredLate(TUESDAY);
      story.seal();
      story.watch(3, "c", "review", "rita", MONDAY, due);
      story.watch(4, "d", "review", "rita", MONDAY, due).voided(MONDAY);
      story.watch(5, "e", "review", "rita", MONDAY, "2026-11-04T12:00:00Z");

      SlaCounts counts = story.sla("rep").total().counts();
      Which all = new Which(Range.EVERYTHING, null, 0, 50);
      for (SlaMeasure verdict : SlaMeasure.values()) {
        Page<Owed> page =
            story
                .ask(SlaDrillDown.class)
                .deadlines("review", verdict, SlaDimension.REP, all, Viewer.of(MONA));
        assertThat(verdict.in(counts)).as(verdict.label()).isPositive().isEqualTo(page.total());
        assertThat(page.items()).hasSize((int) page.total());
        assertThat(page.items()).extracting(Owed::verdict).containsOnly(verdict.word());
      }
    }
  }

  @OnBothDatabases
  void a_no_says_what_it_was_said_to_and_why(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.mql("a", "x", MONDAY).closed("rejected", "review", "low_intent", 1);
      story.mql("b", "x", MONDAY).closed("lost", "opportunity", "no_budget", 2);

      FunnelDrillDown drillDown = story.ask(FunnelDrillDown.class);
      Which all = new Which(Range.EVERYTHING, null, 0, 50);
      assertThat(drillDown.rejections(null, null, Dimension.SOURCE, all, Viewer.of(MONA)).items())
          .extracting(Reached::handoffId, Reached::question, Reached::reason)
          .containsExactly(
              tuple("b", "opportunity", "no_budget"), tuple("a", "review", "low_intent"));
      Page<Reached> one =
          drillDown.rejections("review", "low_intent", Dimension.SOURCE, all, Viewer.of(MONA));
      assertThat(one.total()).isEqualTo(1);
      assertThat(one.items()).extracting(Reached::leadId).containsExactly("lead-a");
    }
  }

  @OnBothDatabases
  void deadlines_carry_their_verdict_and_are_as_many_as_the_report_says(Database database) {
    try (Story story = new Story(database, TUESDAY)) {
      story.watch(1, "a", "review", "rita", MONDAY, "2026-11-02T12:00:00Z").met(MONDAY);
      story.watch(2, "b", "review", "rita", MONDAY, "2026-11-02T12:00:00Z");
      story.watch(3, "c", "route", null, MONDAY, "2026-11-04T12:00:00Z");
      story.seal();

      SlaDrillDown drillDown = story.ask(SlaDrillDown.class);
      Which all = new Which(Range.EVERYTHING, null, 0, 50);
      Page<Owed> missed =
          drillDown.deadlines("review", SlaMeasure.MISSED, SlaDimension.REP, all, Viewer.of(MONA));
      assertThat(missed.items()).extracting(Owed::handoffId).containsExactly("b");
      assertThat(missed.total()).isEqualTo(1);
      assertThat(drillDown.deadlines(null, null, SlaDimension.REP, all, Viewer.of(MONA)).items())
          .extracting(Owed::verdict)
          .containsExactly("open", "met", "missed");
      assertThat(drillDown.deadlines(null, null, SlaDimension.REP, all, Viewer.of(MONA)).total())
          .isEqualTo(3);
    }
  }

  @OnBothDatabases
  void a_rep_sees_the_leads_that_are_theirs_or_their_teams_and_by_owner_only_their_own(
      Database database) {
    try (Story story = new Story(database, NOW)) {
      known(story, "mine", "rita", "south");
      known(story, "pool", "ben", "default");
      known(story, "other", "nora", "north");

      assertThat(reached(story, "MQL", null, 0, RITA).items())
          .extracting(Reached::handoffId)
          .containsExactlyInAnyOrder("mine", "pool");
      assertThat(reached(story, "MQL", null, 0, RITA).total()).isEqualTo(2);
      Which all = new Which(Range.EVERYTHING, null, 0, 50);
      Viewer rita = Viewer.of(RITA);
      assertThat(
              story
                  .ask(FunnelDrillDown.class)
                  .funnel(FunnelMeasure.MQL, Dimension.OWNER, Basis.COHORT, all, rita)
                  .items())
          .extracting(Reached::handoffId)
          .containsExactly("mine");
      assertThat(reached(story, "MQL", null, 0, MONA).total()).isEqualTo(3);
    }
  }

  private static void known(Story story, String handoff, String owner, String team) {
    story.lead("lead-" + handoff, "x", null, MONDAY);
    story.mql(handoff, "x", MONDAY).ownedBy(owner);
    story
        .db()
        .sql(
            """
            insert into handoff (id, lead_id, open_one, cycle, channel, hand_raise, state, since,
              owner, team, model, mql_at)
            values (:id, :lead, true, 1, 'inbound', false, 'REVIEW', :at, :owner, :team, 'm', :at)
            """)
        .param("id", handoff)
        .param("lead", "lead-" + handoff)
        .param("at", Timestamp.from(Story.at(MONDAY)))
        .param("owner", owner)
        .param("team", team)
        .update();
  }

  private static Page<Reached> reached(
      Story story, String stage, String key, int page, Authentication who) {
    Which which = new Which(Range.EVERYTHING, key, page, DrillDown.PAGE);
    return story
        .ask(FunnelDrillDown.class)
        .funnel(
            FunnelMeasure.valueOf(stage), Dimension.SOURCE, Basis.COHORT, which, Viewer.of(who));
  }
}
