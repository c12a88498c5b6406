package dev.baton.stage;

import static dev.baton.score.TestLeads.IDEAL;
import static dev.baton.score.TestLeads.NOW;
import static dev.baton.score.TestLeads.did;
import static dev.baton.score.TestLeads.downloaded;
import static dev.baton.score.TestLeads.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.FileDecisions;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scoring;
import dev.baton.score.TestLeads;
import dev.baton.stage.ScoreAssessment.Kind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule R5 and the {@code missing} of rule R12. */
class StageRulesTest {
  private static final Map<String, String> GOOD_FIT =
      Map.of("companySize", "200", "industry", "mining", "jobTitle", "Head of IT");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo_requested",
        "demo_booked",
        "contact_sales",
        "pricing_requested",
        "quote_requested"
      })
  void r5_these_five_raise_a_hand(String type) {
    assertThat(room("two-axis").verdicts().isHandRaiser(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"page_view", "meeting_booked", "comparison_requested", "unheard_of"})
  void r5_nothing_else_raises_a_hand(String type) {
    assertThat(room("two-axis").verdicts().isHandRaiser(type)).isFalse();
  }

  @Test
  void r5_an_unknown_type_is_not_a_raised_hand() {
    assertThat(room("two-axis").verdicts().isHandRaiser(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-axis", "additive"})
  void r5_a_hand_raise_makes_an_mql_whatever_the_score(String profile) {
    assertThat(room(profile).judge(facts(Map.of()), true)).isEqualTo(Kind.MQL);
    assertThat(room(profile).judge(facts(Map.of()), false)).isEqualTo(Kind.NONE);
  }

  @Test
  void r5_gate_asks_for_fit_too_and_tells_marketing_otherwise() {
    Room gate = room("gate");
    assertThat(gate.judge(facts(GOOD_FIT), true)).isEqualTo(Kind.MQL);
    assertThat(gate.judge(facts(Map.of("companySize", "200")), true))
        .isEqualTo(Kind.TELL_MARKETING);
    assertThat(gate.judge(facts(GOOD_FIT), false)).isEqualTo(Kind.NONE);
    assertThat(gate.judge(facts(GOOD_FIT, downloaded("roi_calculator", 3)), false))
        .isEqualTo(Kind.MQL);
    assertThat(gate.judge(facts(Map.of(), downloaded("roi_calculator", 3)), false))
        .isEqualTo(Kind.NONE);
  }

  @ParameterizedTest
  @CsvSource({"8, NONE", "7, MQL"})
  void two_axis_makes_an_mql_at_sixty(double age, Kind kind) {
    // 50 for fit, and 10 for three product pages in seven days.
    ScoreFacts facts =
        facts(
            IDEAL,
            did("product_page_view", 0),
            did("product_page_view", 0),
            did("product_page_view", age));
    assertThat(room("two-axis").judge(facts, false)).isEqualTo(kind);
  }

  @Test
  void two_axis_is_sales_ready_at_eighty() {
    ScoreFacts facts = facts(IDEAL, did("demo_requested", 0));
    assertThat(room("two-axis").judge(facts, false)).isEqualTo(Kind.SALES_READY);
    assertThat(room("two-axis").judge(facts, true)).isEqualTo(Kind.SALES_READY);
  }

  @Test
  void additive_needs_the_fit_of_thirty_beside_its_points() {
    Room additive = room("additive");
    assertThat(
            additive.judge(
                facts(GOOD_FIT, did("demo_requested", 0), did("demo_requested", 1)), false))
        .isEqualTo(Kind.MQL);
    assertThat(
            additive.judge(
                facts(
                    Map.of("companySize", "200"),
                    did("demo_requested", 0),
                    did("demo_requested", 1),
                    did("demo_requested", 2)),
                false))
        .isEqualTo(Kind.NONE);
  }

  @Test
  void a_verdict_has_a_reason_that_a_person_reads() {
    Room room = room("two-axis");
    assertThat(room.verdicts().verdict(room.scoring().score(facts(Map.of()), NOW), true).reason())
        .isEqualTo("Asked to talk to sales");
  }

  @Test
  void r12_missing_names_unknown_fit_fields_then_each_act_that_alone_would_do() {
    // 45 points: what gives 15 or more is enough.
    ScoreFacts facts =
        facts(Map.of("companySize", "200", "jobTitle", "CEO"), did("webinar_attended", 0));
    assertThat(room("two-axis").verdicts().missing(facts, NOW))
        .containsExactly(
            "industry",
            "content_downloaded:roi_calculator",
            "demo_requested",
            "email_replied",
            "rep_engaged");
  }

  @Test
  void r12_missing_counts_what_completes_a_window() {
    ScoreFacts facts = facts(IDEAL, did("product_page_view", 1), did("product_page_view", 2));
    assertThat(room("two-axis").verdicts().missing(facts, NOW))
        .contains("product_page_view")
        .doesNotContain("page_view", "companySize");
  }

  @Test
  void r12_nothing_is_missing_over_the_line() {
    ScoreFacts facts = facts(IDEAL, did("demo_requested", 0));
    assertThat(room("two-axis").verdicts().missing(facts, NOW)).isEmpty();
  }

  @Test
  void r12_in_gate_an_act_is_missing_only_when_the_fit_is_there() {
    assertThat(room("gate").verdicts().missing(facts(GOOD_FIT), NOW))
        .containsExactly("content_downloaded:roi_calculator", "demo_requested");
    assertThat(room("gate").verdicts().missing(facts(Map.of()), NOW))
        .containsExactly("companySize", "industry", "jobTitle");
  }

  private record Room(Scoring scoring, StageRules verdicts) {
    Kind judge(ScoreFacts facts, boolean handRaise) {
      return verdicts.verdict(scoring.score(facts, NOW), handRaise).kind();
    }
  }

  private static Room room(String profile) {
    Scoring scoring = TestLeads.scoring(profile);
    Set<String> types =
        Set.of(
            "page_view",
            "product_page_view",
            "content_downloaded",
            "demo_requested",
            "email_replied",
            "rep_engaged",
            "unsubscribed");
    return new Room(scoring, new StageRules(FileDecisions.shipped(), scoring, () -> types));
  }
}
