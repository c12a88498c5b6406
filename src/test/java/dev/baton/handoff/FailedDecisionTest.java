package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.message.NoticeKind;
import dev.baton.engine.asked.OutputLimits;
import dev.baton.handoff.notice.FailedDecisionIncidents;
import dev.baton.people.Role;
import dev.baton.score.Scores;
import dev.baton.signal.Rescoring;
import dev.baton.signal.SignalSender;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decision table in force fails: nothing is lost, and who can mend it hears of it. */
class FailedDecisionTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @BeforeEach
  void hire() {
    scenario.hire("dora", Role.DESIGNER, null);
    scenario.hire("ada", Role.ADMIN, null);
  }

  @Test
  void a_signal_is_recorded_and_scored_when_the_table_is_mended() {
    scenario.breaks("score-threshold", "\"two-axis\"", "\"no-axis\"");

    LeadActor lead = scenario.lead("lee@acme.example").whoFits().requestsDemo();

    assertThat(lead.warnings())
        .singleElement()
        .asString()
        .startsWith("Recorded; its score waits until this is mended: The decision table")
        .contains("score-threshold gives no answer for profile = \"two-axis\"");
    assertThat(lead.stage()).isEqualTo(Stage.LEAD);
    assertThat(waiting()).isOne();

    scenario.passes(Duration.ofHours(2));
    rescore();
    assertThat(waiting()).isOne();

    scenario.mends();
    rescore();
    scenario.passes(Duration.ZERO);

    assertThat(waiting()).isZero();
    assertThat(lead.stage()).isEqualTo(Stage.MQL);
    assertThat(lead.handoff().owner()).isEqualTo("ben");
    assertThat(lead.deadline("review").dueAt()).isEqualTo(scenario.now().plus(Duration.ofHours(4)));
  }

  @ParameterizedTest
  @CsvSource({
    "score-two-axis, <text>30</text>, <text>\"many\"</text>",
    "score-two-axis, <text>30</text>, <text>2.5</text>",
    "score-two-axis, <text>30</text>, <text></text>",
    "score-two-axis, \"each\", \"sometimes\"",
    "score-band, <text>total</text>, <text>count(for i in 1..9000000 return i)</text>",
    "score-band, <text>\"hot\"</text>, <text>hot hot (</text>",
    "score-decay, <text>90</text>, <text></text>",
    "job-level, <text>lower case(jobTitle)</text>, <text>count(for i in 1..9000000 return i)</text>",
    "hand-raiser, <text>true</text>, <text></text>",
    "lead-stage, \"mql\", \"mqll\"",
    "lead-segment, <text>[50..500]</text>, <text>[5)..(</text>",
    "handoff-policy, <text>\"HUMAN\"</text>, <text>hot hot (</text>",
    "sla-policy, <text>5</text>, <text></text>",
    "lead-segment, \"mid\", \"a segment whose name is longer than the sixty characters kept of it\"",
    "lead-territory, <text>\"other\"</text>, <text>\"a territory whose name is longer than the sixty characters kept\"</text>",
    "score-band, \"hot\", \"a band that is longer than twenty\"",
    "score-two-axis, <text>20</text>, <text>2000000000</text>"
  })
  void whatever_fails_costs_no_signal(String table, String from, String to) {
    scenario.breaks(table, from, to);

    LeadActor lead = scenario.lead("lee@acme.example").whoFits().requestsDemo();
    lead.does("webinar_attended");

    assertThat(scenario.db().sql("select count(*) as n from signal").query(Long.class).single())
        .isEqualTo(2);
    assertThat(scenario.bean(Scores.class).shown(lead.id(), scenario.now())).isNotNull();
    scenario.mends();
    rescore();
    assertThat(waiting()).isZero();
    assertThat(lead.stage()).isEqualTo(Stage.MQL);
  }

  @Test
  void a_value_that_cannot_be_kept_names_its_table_row_and_limit() {
    scenario.breaks("lead-segment", "\"mid\"", "\"%s\"".formatted("m".repeat(61)));

    LeadActor lead = scenario.lead("lee@acme.example").whoFits().requestsDemo();

    assertThat(lead.warnings())
        .singleElement()
        .asString()
        .contains(
            "The decision table lead-segment in its row 'segment-mid' needs a shorter text in the"
                + " column 'segment': it has 61 characters, of which at most 60 are kept");
    assertThat(waiting()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "lead-segment, segment, handoff, SEGMENT",
    "lead-segment, segment, funnel_entry, SEGMENT",
    "lead-territory, territory, handoff, TERRITORY",
    "score-band, band, handoff, BAND",
    "lead-routing, rule, routing_entry, RULE",
    "lead-routing, skill, routing_entry, SKILL",
    "lead-routing, team, handoff, TEAM",
    "sla-policy, calendar, deadline, CALENDAR",
    "rejection-reasons, code, rejection, REASON",
    "review-cadence, title, handoff_review, TITLE",
    "review-agenda, question, review_point, QUESTION"
  })
  void the_longest_text_of_an_output_is_what_its_column_keeps(
      String table, String output, String row, String column) {
    assertThat(
            scenario
                .db()
                .sql(
                    """
                    select character_maximum_length from information_schema.columns
                    where lower(table_name) = :row and upper(column_name) = :column
                    """)
                .param("row", row)
                .param("column", column)
                .query(Integer.class)
                .single())
        .isEqualTo(OutputLimits.longest(table, output).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "high-intent, asked for a demo",
    "lead-stage, Asked to talk to sales",
    "score-two-axis, Requested a demo",
    "playbook, Call today and offer two demo slots.",
    "playbook, You asked for a demo. What should we show you so that the half hour is worth it?",
    "signal-type, Requested a demo"
  })
  void a_sentence_of_any_length_costs_no_signal(String table, String sentence) {
    scenario.breaks(table, sentence, "A long sentence. ".repeat(580));

    LeadActor lead = scenario.lead("lee@acme.example").whoFits().requestsDemo();
    scenario.passes(Duration.ofMinutes(5));
    lead.does("contact_sales");
    scenario.passes(Duration.ofMinutes(5));

    assertThat(lead.warnings()).isEmpty();
    assertThat(waiting()).isZero();
    assertThat(lead.told(lead.handoff().owner())).contains("assigned");
  }

  @Test
  void what_follows_from_a_signal_and_cannot_be_kept_costs_no_signal() {
    scenario
        .db()
        .sql("alter table handoff add constraint no_mid check (segment <> 'mid')")
        .update();
    try {
      LeadActor lead = scenario.lead("lee@acme.example").whoFits().requestsDemo();

      assertThat(lead.warnings())
          .singleElement()
          .asString()
          .contains("its score waits until this is mended");
      assertThat(waiting()).isOne();
      scenario.bean(FailedDecisionIncidents.class).follow();
      assertThat(incidents()).hasSize(1);
      rescore();
      assertThat(waiting()).isOne();
      scenario.db().sql("alter table handoff drop constraint no_mid").update();
      scenario.passes(Duration.ofMinutes(1));
      rescore();
      assertThat(waiting()).isZero();
      assertThat(lead.stage()).isEqualTo(Stage.MQL);
    } finally {
      scenario.db().sql("alter table handoff drop constraint if exists no_mid").update();
    }
  }

  @Test
  void a_failing_row_keeps_nobody_elses_signal_back() {
    scenario.breaks("score-band", "<text>\"cold\"</text>", "<text></text>");

    List<SignalSender.Receipt> receipts =
        scenario
            .bean(SignalSender.class)
            .send(
                "tests",
                List.of(
                    Map.of("type", "page_view", "lead", Map.of("email", "cold@acme.example")),
                    Map.of(
                        "type",
                        "demo_requested",
                        "lead",
                        Map.of(
                            "email",
                            "hot@acme.example",
                            "companySize",
                            120,
                            "industry",
                            "SaaS",
                            "jobTitle",
                            "VP Sales"))));

    assertThat(receipts.get(0).warnings()).hasSize(1);
    assertThat(receipts.get(1).warnings()).isEmpty();
    assertThat(waiting()).isOne();
  }

  @Test
  void one_incident_names_the_table_and_who_can_mend_it_is_told_once() {
    scenario.breaks("score-band", "<text>\"hot\"</text>", "<text></text>");
    scenario.lead("lee@acme.example").whoFits().requestsDemo();
    scenario.lead("kim@acme.example").whoFits().requestsDemo();
    scenario.bean(FailedDecisionIncidents.class).follow();

    assertThat(incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.getConfiguration()).isEqualTo("score-band");
              assertThat(incident.getIncidentMessage())
                  .contains("score-band in its row '", "says nothing in the column 'band'");
            });
    assertThat(told()).containsExactlyInAnyOrder("ada", "dora");

    scenario.mends();
    rescore();
    scenario.bean(FailedDecisionIncidents.class).follow();
    assertThat(incidents()).isEmpty();
  }

  @Test
  void of_a_burst_that_waited_one_tells() {
    LeadActor lead = scenario.lead("lee@acme.example").whoFits().requestsDemo();
    String owner = lead.handoff().owner();
    scenario.passes(Duration.ofMinutes(5));
    scenario.breaks("score-band", "<text>\"hot\"</text>", "<text></text>");
    Instant first = scenario.now().minusSeconds(10);
    lead.does("demo_requested", Map.of("occurredAt", first.toString()));
    lead.does("demo_requested", Map.of("occurredAt", first.plusMillis(300).toString()));
    assertThat(waiting()).isEqualTo(2);

    scenario.mends();
    scenario.passes(Duration.ofMinutes(1));
    rescore();

    assertThat(waiting()).isZero();
    assertThat(lead.told(owner)).containsExactly("assigned", "intent");
  }

  @Test
  void what_fails_of_something_else_keeps_nobody_back() {
    scenario.breaks("score-band", "<text>\"hot\"</text>", "<text></text>");
    for (int at = 0; at < 5; at++) {
      scenario.lead("lee%d@acme.example".formatted(at)).whoFits().requestsDemo();
    }
    scenario.db().sql("update signal set properties = 'broken'").update();
    scenario.passes(Duration.ofMinutes(1));
    scenario.lead("kim@acme.example").whoFits().requestsDemo();
    scenario.mends();

    for (int round = 0; round < 2; round++) {
      scenario.passes(Duration.ofMinutes(1));
      rescore();
    }

    assertThat(waiting()).isEqualTo(5);
  }

  @Test
  void who_reads_a_score_sees_the_last_known_one() {
    LeadActor lead = scenario.lead("lee@acme.example").whoFits().does("page_view");
    int total = lead.score().total();
    scenario.breaks(
        "score-band", "<text>total</text>", "<text>count(for i in 1..9000000 return i)</text>");

    var shown = scenario.bean(Scores.class).shown(lead.id(), scenario.now());

    assertThat(shown.total()).isEqualTo(total);
    assertThat(shown.contributions())
        .singleElement()
        .satisfies(
            why ->
                assertThat(why.reason())
                    .startsWith("The last known score. The decision table score-band"));
  }

  private void rescore() {
    scenario.bean(Rescoring.class).scoreWhatWaits();
  }

  private long waiting() {
    return scenario
        .db()
        .sql("select count(*) as n from unscored_signal")
        .query(Long.class)
        .single();
  }

  private List<Incident> incidents() {
    return scenario
        .bean(RuntimeService.class)
        .createIncidentQuery()
        .incidentType("failedDecision")
        .list();
  }

  private List<String> told() {
    return scenario
        .db()
        .sql("select distinct recipient from notice where kind = :kind")
        .param("kind", NoticeKind.FAILURE.word())
        .query(String.class)
        .list();
  }
}
