package dev.baton.score;

import static dev.baton.score.TestLeads.IDEAL;
import static dev.baton.score.TestLeads.NOW;
import static dev.baton.score.TestLeads.did;
import static dev.baton.score.TestLeads.downloaded;
import static dev.baton.score.TestLeads.facts;
import static dev.baton.score.TestLeads.scoring;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.FileDecisions;
import dev.baton.lead.Profile;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules R2, R12 and R16 and the numbers of the scoring profiles. */
class ScoringTest {
  private final Scoring twoAxis = scoring("two-axis");
  private final Scoring additive = scoring("additive");
  private final Scoring gate = scoring("gate");

  @Test
  void nothing_known_scores_nothing() {
    Score score = score();
    assertThat(score.total()).isZero();
    assertThat(score.contributions()).isEmpty();
    assertThat(score.band()).isEqualTo("cold");
    assertThat(score.model()).isEqualTo("two-axis v1");
  }

  @Test
  void every_point_has_a_rule_a_reason_and_its_evidence() {
    Signal demo = did("demo_requested", 0);
    assertThat(score(demo).contributions())
        .containsExactly(
            new Contribution(
                "demo-requested", "behaviour", 30, "Requested a demo", List.of(demo.id())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-axis", "additive", "gate"})
  void r12_the_sum_of_the_contributions_is_the_score_always(String profile) {
    Scoring scoring = scoring(profile);
    Random random = new Random(12);
    for (int lead = 0; lead < 200; lead++) {
      Score score = scoring.score(anyLead(random), NOW);
      assertThat(sum(score, "fit") + sum(score, "behaviour") + sum(score, "act"))
          .isEqualTo(score.total());
      assertThat(sum(score, "behaviour"))
          .isEqualTo(score.behaviour())
          .isLessThanOrEqualTo(profile.equals("two-axis") ? 50 : Integer.MAX_VALUE);
      if (!profile.equals("additive")) {
        assertThat(sum(score, "fit")).isEqualTo(score.fit());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,30", "7,30", "7.99,30", "8,30", "9,29", "48,15", "49,15", "50,14", "89,0", "90,0"})
  void r12_points_are_full_for_seven_days_then_fade_to_nothing_at_day_ninety(
      double age, int points) {
    assertThat(score(did("demo_requested", age)).total()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"7,10", "8,10", "48,5", "49,5", "84,1", "86,0", "90,0"})
  void r12_negative_points_of_a_signal_fade_alike(double age, int points) {
    assertThat(score(did("unsubscribed", age)).total()).isEqualTo(-points);
  }

  @ParameterizedTest
  @CsvSource({"3,2", "2,1", "1,1", "0,0", "-1,-1", "-2,-1", "-3,-2"})
  void r12_halves_are_rounded_up(int points, int half) {
    assertThat(new Decay(0, 10).points(points, 5)).isEqualTo(half);
  }

  @Test
  void r12_each_contribution_fades_and_is_rounded_by_itself() {
    Score score = score(did("newsletter_signup", 0), did("newsletter_signup", 48));
    assertThat(score.contributions()).extracting(Contribution::points).containsExactly(2, 1);
  }

  @Test
  void r12_what_has_faded_to_nothing_is_no_reason_any_more() {
    assertThat(score(did("newsletter_signup", 89)).contributions()).isEmpty();
  }

  @Test
  void r12_the_profile_does_not_fade() {
    Score score = twoAxis.score(facts(Map.of("jobTitle", "Student")), NOW);
    assertThat(points(score)).isEqualTo(Map.of("student", -20));
    assertThat(score.behaviour()).isEqualTo(-20);
    assertThat(score.total()).isEqualTo(-20);
  }

  @Test
  void r12_caps_are_contributions_of_their_own() {
    Score score = score(did("demo_requested", 0), did("contact_sales", 0), did("trial_started", 0));
    assertThat(points(score))
        .isEqualTo(
            Map.of(
                "demo-requested",
                30,
                "contact-sales",
                25,
                "trial-started",
                20,
                "behaviour-cap",
                -25));
    assertThat(score.total()).isEqualTo(50);
  }

  @Test
  void r12_a_floor_would_be_a_contribution_of_its_own() {
    String limits =
        FileDecisions.xml("score-limits")
            .replaceAll("(<outputEntry id=\"limit-two-axis-behaviour-out-2\">\\s*<text>)", "$1-5");
    Scoring scoring =
        new Scoring(
            FileDecisions.shippedBut(Map.of("score-limits", limits)),
            new ScoringSettings("two-axis"));
    Score score = scoring.score(facts(Map.of(), did("unsubscribed", 0)), NOW);
    assertThat(points(score)).isEqualTo(Map.of("unsubscribed", -10, "behaviour-floor", 5));
    assertThat(score.total()).isEqualTo(-5);
  }

  @ParameterizedTest
  @CsvSource({
    "comparison_page_view, 1, 5, 0",
    "email_clicked, 2, 4, 0",
    "comparison_page_view, 2, 10, 0",
    "comparison_page_view, 3, 10, -5",
    "email_clicked, 3, 6, 0",
    "email_clicked, 5, 6, -4",
    "email_opened, 3, 3, 0",
    "email_opened, 4, 3, -1",
    "trial_activity, 5, 15, 0",
    "trial_activity, 7, 15, -6"
  })
  void some_acts_count_only_so_much(String type, int times, int points, int cap) {
    Signal[] daily = IntStream.range(0, times).mapToObj(d -> did(type, d)).toArray(Signal[]::new);
    Score score = score(daily);
    assertThat(score.total()).isEqualTo(points);
    assertThat(score.contributions())
        .filteredOn(contribution -> contribution.rule().endsWith("-cap"))
        .extracting(Contribution::points)
        .isEqualTo(cap == 0 ? List.of() : List.of(cap));
  }

  @Test
  void a_page_counts_once_a_utc_day() {
    Signal morning = did("page_view", 0.4);
    Signal noon = did("page_view", 0);
    Signal yesterdayLate = did("page_view", 0.51);
    assertThat(score(morning, noon, yesterdayLate).contributions())
        .extracting(Contribution::evidence)
        .containsExactlyInAnyOrder(List.of(noon.id(), morning.id()), List.of(yesterdayLate.id()));
    assertThat(score(morning, noon, yesterdayLate).total()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 10",
    "7, 7, 7, 10",
    "0, 1, 7.9, 10",
    "0, 1, 8, 0",
  })
  void product_pages_count_from_three_in_seven_days(double a, double b, double c, int points) {
    assertThat(
            score(
                    did("product_page_view", a),
                    did("product_page_view", b),
                    did("product_page_view", c))
                .total())
        .isEqualTo(points);
  }

  @Test
  void the_pricing_page_counts_by_its_highest_band_alone() {
    Signal today = did("pricing_page_view", 0);
    Signal weekAgo = did("pricing_page_view", 7);
    Signal monthAgo = did("pricing_page_view", 30);
    Signal before = did("pricing_page_view", 31);
    assertThat(points(score(today))).isEqualTo(Map.of("pricing-page-once", 5));
    assertThat(points(score(today, weekAgo))).isEqualTo(Map.of("pricing-page-twice", 15));
    assertThat(points(score(today, weekAgo, before))).isEqualTo(Map.of("pricing-page-twice", 15));
    assertThat(points(score(today, weekAgo, monthAgo)))
        .isEqualTo(Map.of("pricing-page-thrice", 25));
    assertThat(score(today, weekAgo, before).contributions().get(0).evidence())
        .containsExactly(today.id(), weekAgo.id());
  }

  @Test
  void fit_comes_from_size_industry_and_title_and_is_at_most_fifty() {
    Score score = twoAxis.score(facts(IDEAL), NOW);
    assertThat(points(score))
        .isEqualTo(Map.of("size-core", 20, "industry-core", 15, "title-vp", 15));
    assertThat(score.fit()).isEqualTo(50);
    assertThat(score.band()).isEqualTo("cool");
  }

  @Test
  void an_unknown_signal_is_kept_and_scores_nothing() {
    assertThat(score(did("carrier_pigeon", 0), downloaded("poster", 0)).contributions()).isEmpty();
  }

  @Test
  void additive_adds_points_and_keeps_fit_as_a_gate_outside_the_sum() {
    Score score =
        additive.score(
            facts(
                Map.of("companySize", "30", "industry", "software", "jobTitle", "Student"),
                did("webinar_attended", 0),
                did("pricing_page_view", 0),
                did("pricing_page_view", 20),
                did("unsubscribed", 0)),
            NOW);
    assertThat(points(score))
        .isEqualTo(
            Map.of(
                "size-near",
                0,
                "industry-core",
                0,
                "webinar-attended",
                20,
                "pricing-page-twice",
                30));
    assertThat(score.fit()).isEqualTo(25);
    assertThat(score.total()).isEqualTo(50);
    assertThat(score.model()).isEqualTo("additive v1");
  }

  @Test
  void gate_counts_fit_alone_and_names_the_acts_with_no_points() {
    Score score =
        gate.score(
            facts(
                Map.of("companySize", "200", "jobTitle", "Head of IT"),
                did("demo_requested", 60),
                did("demo_booked", 50),
                did("demo_requested", 91),
                did("pricing_page_view", 0),
                did("pricing_page_view", 7),
                did("page_view", 0)),
            NOW);
    assertThat(points(score))
        .isEqualTo(
            Map.of("size-core", 40, "title-director", 20, "demo", 0, "pricing-page-twice", 0));
    assertThat(score.total()).isEqualTo(60);
    assertThat(score.behaviour()).isZero();
    assertThat(score.acts()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "90, 1", "91, 0"})
  void a_qualifying_act_counts_for_ninety_days(double age, int acts) {
    assertThat(gate.score(facts(Map.of(), downloaded("roi_calculator", age)), NOW).acts())
        .isEqualTo(acts);
  }

  @Test
  void r16_what_a_machine_did_scores_nothing() {
    Map<String, Object> scanned = Map.of("sentAt", NOW.minusSeconds(3).toString());
    assertThat(score(did("email_clicked", 0, scanned)).total()).isZero();

    Signal[] burst =
        Stream.generate(() -> did("form_submitted", 0, Map.of("page", "/form")))
            .limit(5)
            .toArray(Signal[]::new);
    assertThat(score(burst).total()).isEqualTo(2);
  }

  @Test
  void r2_out_of_order_equals_in_order() {
    Random random = new Random(2);
    for (int lead = 0; lead < 50; lead++) {
      ScoreFacts facts = anyLead(random);
      List<Signal> shuffled = new ArrayList<>(facts.signals());
      Collections.shuffle(shuffled, random);
      assertThat(twoAxis.score(new ScoreFacts(facts.profile(), shuffled), NOW))
          .isEqualTo(twoAxis.score(facts, NOW));
    }
  }

  @Test
  void r2_a_late_signal_counts_by_the_day_on_which_it_happened() {
    Signal then = did("demo_requested", 48);
    Signal late =
        new Signal(
            then.id(),
            "lead",
            then.type(),
            then.occurredAt(),
            NOW,
            NOW,
            SignalOrigin.UNKNOWN,
            Map.of());
    assertThat(score(late).total()).isEqualTo(15);
  }

  @Test
  void r2_a_score_sees_only_what_had_happened_and_was_known() {
    Signal demo = did("demo_requested", 10);
    Signal learnedLater =
        new Signal(
            "visit",
            "lead",
            "trial_started",
            demo.occurredAt(),
            demo.recordedAt(),
            NOW.minus(Duration.ofDays(2)),
            SignalOrigin.UNKNOWN,
            Map.of());
    List<Signal> log = List.of(demo, learnedLater);
    assertThat(scoreAt(log, 11)).isZero();
    assertThat(scoreAt(log, 10)).isEqualTo(30);
    assertThat(scoreAt(log, 3)).isEqualTo(30);
    assertThat(scoreAt(log, 2)).isEqualTo(50);
    assertThat(scoreAt(log, -1000)).isZero();
  }

  private int scoreAt(List<Signal> log, int daysAgo) {
    var asOf = NOW.minus(Duration.ofDays(daysAgo));
    return twoAxis.score(ScoreFacts.asOf(asOf, List.of(), log), asOf).total();
  }

  @Test
  void an_unknown_profile_fails_at_start_with_the_allowed_names() {
    assertThatThrownBy(() -> scoring("three-axis"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("three-axis")
        .hasMessageContaining("two-axis, additive, gate");
  }

  private Score score(Signal... signals) {
    return twoAxis.score(facts(Map.of(), signals), NOW);
  }

  private static Map<String, Integer> points(Score score) {
    return score.contributions().stream()
        .collect(toMap(Contribution::rule, Contribution::points, Integer::sum));
  }

  private static int sum(Score score, String axis) {
    return score.contributions().stream()
        .filter(contribution -> contribution.axis().equals(axis))
        .mapToInt(Contribution::points)
        .sum();
  }

  private static final List<String> ACTS =
      List.of(
          "page_view",
          "product_page_view",
          "pricing_page_view",
          "comparison_page_view",
          "email_opened",
          "email_clicked",
          "demo_requested",
          "trial_activity",
          "contact_sales",
          "unsubscribed",
          "webinar_attended",
          "rep_engaged",
          "content_downloaded",
          "unheard_of");

  private static ScoreFacts anyLead(Random random) {
    Map<String, String> profile = new HashMap<>();
    List<String> titles = List.of("CEO", "Head of X", "Manager", "Student", "Cook");
    if (random.nextBoolean()) {
      profile.put("companySize", String.valueOf(random.nextInt(2500)));
    }
    if (random.nextBoolean()) {
      profile.put("industry", random.nextBoolean() ? "SaaS" : "mining");
    }
    if (random.nextBoolean()) {
      profile.put("jobTitle", titles.get(random.nextInt(titles.size())));
    }
    List<Signal> signals =
        Stream.generate(
                () ->
                    did(
                        ACTS.get(random.nextInt(ACTS.size())),
                        random.nextDouble() * 100,
                        random.nextBoolean() ? Map.of("asset", "ebook") : Map.of()))
            .limit(random.nextInt(30))
            .toList();
    return new ScoreFacts(new Profile(profile), signals);
  }
}
