package dev.baton.insight;

import static dev.baton.insight.Story.MONA;
import static dev.baton.insight.Story.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.baton.handoff.OwnerAssigned;
import dev.baton.insight.Habits.LastMinute;
import dev.baton.insight.Habits.Parts;
import dev.baton.insight.Lifts.Lift;
import dev.baton.insight.Sitting.Pile;
import dev.baton.stage.Stage;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static final String NOW = "2026-11-20T00:00:00Z";
  private static final String START = "2026-11-02T00:00:00Z";
  private static final String DUE = "2026-11-02T10:00:00Z";

  @OnBothDatabases
  void who_answers_in_the_last_tenth_is_said_from_twenty_answers_on(Database database) {
    try (Story story = new Story(database, NOW)) {
      for (int i = 0; i < 20; i++) {
        String answer = i < 5 ? "2026-11-02T09:00:00Z" : "2026-11-02T08:59:59Z";
        story.watch(i, "r" + i, "review", "rita", START, DUE).met(answer);
      }
      for (int i = 0; i < 19; i++) {
        story.watch(100 + i, "b" + i, "review", "ben", START, DUE).met("2026-11-02T09:59:00Z");
      }
      story.watch(200, "late", "review", "ben", START, DUE).answeredLate("2026-11-02T10:01:00Z");
      story.seal();

      Habits habits = story.ask(Habits.class);
      assertThat(habits.lastMinute(Range.EVERYTHING, Viewer.of(MONA)))
          .containsExactly(new LastMinute("ben", 19, null), new LastMinute("rita", 20, 0.25));
      assertThat(habits.lastMinute(Range.EVERYTHING, Viewer.of(RITA)))
          .extracting(LastMinute::owner)
          .containsExactly("rita");
    }
  }

  @OnBothDatabases
  void where_the_time_of_an_answer_went_is_kept_when_it_comes(Database database) {
    try (Story story = new Story(database, NOW)) {
      story.watch(1, "a", "review", "rita", START, DUE).met("2026-11-02T04:00:00Z");
      story.seal();
      story.watch(2, "b", "review", "rita", START, DUE).met("2026-11-02T08:00:00Z");
      story.watch(3, "c", "review", "rita", START, DUE).voided("2026-11-02T09:00:00Z");

      Parts parts = story.ask(Habits.class).parts(SlaDimension.CLOCK, Range.EVERYTHING).get(0);

      assertThat(parts.clock()).isEqualTo("review");
      assertThat(parts.answered()).isEqualTo(2);
      assertThat(parts.business()).isCloseTo(6.0, within(0.06));
      assertThat(parts.system()).isZero();
      assertThat(parts.afterHours()).isZero();
    }
  }

  @OnBothDatabases
  void accepted_leads_sit_with_their_owner_until_they_are_an_opportunity_or_closed(
      Database database) {
    try (Story story = new Story(database, NOW)) {
      story.mql("a", "x", START).ownedBy("rita").reached(Stage.SAL, 24);
      story.mql("b", "x", START).ownedBy("rita").reached(Stage.SAL, 48);
      story.mql("c", "x", START).ownedBy("ben").reached(Stage.SAL, 1).reached(Stage.SQL, 2);
      story
          .mql("d", "x", START)
          .reached(Stage.SAL, 1)
          .reached(Stage.SQL, 2)
          .reached(Stage.OPPORTUNITY, 3);
      story
          .mql("e", "x", START)
          .reached(Stage.SAL, 1)
          .closed("rejected", "qualification", "no_budget", 2);

      assertThat(story.ask(Sitting.class).piles(Viewer.of(MONA)))
          .extracting(Pile::owner, Pile::stage, Pile::n, Pile::oldestHours)
          .containsExactly(
              tuple("ben", "SQL", 1L, 18 * 24.0 - 2), tuple("rita", "SAL", 2L, 17 * 24.0));

      story.tell(new OwnerAssigned("c", "lead-c", "rita", "default", "mona", Story.at(NOW)));
      assertThat(story.ask(Sitting.class).piles(Viewer.of(RITA)))
          .extracting(Pile::stage)
          .containsExactly("SQL", "SAL");
    }
  }

  @OnBothDatabases
  void lift_compares_those_who_went_on_with_those_who_did_not(Database database) {
    try (Story story = new Story(database, NOW)) {
      for (int i = 0; i < 100; i++) {
        String lead = "lead-" + i;
        story.lead(lead, "x", null, START);
        if (i < 30 || i >= 90) {
          signal(story, lead, "demo_requested");
        }
        signal(story, lead, "page_view");
        Story.Handoff handoff = story.mql(String.valueOf(i), "x", START);
        if (i < 40) {
          handoff.reached(Stage.SAL, 1).reached(Stage.SQL, 2);
        }
        // What comes after the MQL is no cause of it.
        signal(story, lead, "trial_started");
        if (i == 50) {
          story.seal();
        }
      }
      Lift lift = story.ask(Lifts.class).between(Stage.MQL, Stage.SQL, Range.EVERYTHING);

      assertThat(lift.converters()).isEqualTo(40);
      assertThat(lift.others()).isEqualTo(60);
      assertThat(lift.rows())
          .extracting(
              Lifts.Row::signal,
              Lifts.Row::converters,
              Lifts.Row::others,
              Lifts.Row::shareOfConverters,
              Lifts.Row::lift)
          .containsExactly(
              tuple("demo_requested", 30L, 10L, 0.75, 0.75 / (10.0 / 60)),
              tuple("page_view", 40L, 60L, 1.0, 1.0));
      assertThat(story.ask(Lifts.class).between(Stage.SAL, Stage.SQL, Range.EVERYTHING).rows())
          .as("nobody stayed behind, so there is nothing to compare with")
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.lift()).isNull());
    }
  }

  @Test
  void thirty_percent_is_what_most_report_and_forty_one_is_too_strict() {
    try (Story story = new Story(Database.H2, NOW)) {
      Benchmark benchmark = story.ask(Benchmark.class);
      assertThat(benchmark.standing(200, 60).orElseThrow().rate()).isEqualTo(0.3);
      assertThat(code(benchmark, 200, 60)).isEqualTo("25_to_30");
      assertThat(code(benchmark, 100, 14)).isEqualTo("under_15");
      assertThat(code(benchmark, 100, 15)).isEqualTo("15_to_25");
      assertThat(code(benchmark, 100, 40)).isEqualTo("35_to_40");
      assertThat(code(benchmark, 1000, 401)).isEqualTo("over_40");
      assertThat(benchmark.standing(19, 6)).isEmpty();
      assertThat(benchmark.bands())
          .isNotEmpty()
          .allSatisfy(band -> assertThat(band.causes()).isNotEmpty());
    }
  }

  private static String code(Benchmark benchmark, long mql, long sql) {
    return benchmark.standing(mql, sql).orElseThrow().band().code();
  }

  private static void signal(Story story, String lead, String type) {
    story
        .db()
        .sql(
            """
            insert into signal (sender, signal_id, lead_id, type, occurred_at, recorded_at,
              known_at, properties, content_hash)
            values ('test', :id, :lead, :type, :at, :at, :at, '{}', '-')
            """)
        .param("id", lead + type)
        .param("lead", lead)
        .param("type", type)
        .param("at", Timestamp.from(Story.at(START)))
        .update();
  }
}
