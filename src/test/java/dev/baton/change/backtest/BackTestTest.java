package dev.baton.change.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.FileDecisions;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.merge.LeadMerge;
import dev.baton.input.InvalidInput;
import dev.baton.insight.funnel.imported.ImportedFunnel;
import dev.baton.insight.funnel.imported.ImportedHandoff;
import dev.baton.lead.Leads;
import dev.baton.rejection.LeadReopening;
import dev.baton.stage.ImportedStages;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What proposed tables would have done with the leads of the past (rules R21, R22 and R23). */
class BackTestTest {
  private static final CandidateTables NOTHING = new CandidateTables(Map.of());

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void a_lower_line_gains_who_stayed_below_it_and_tells_what_became_of_whom() {
    LeadActor below = lead("below").does("comparison_page_view");
    LeadActor over = lead("over").does("webinar_attended");
    scenario.ben().accepts(over);
    LeadActor far = scenario.lead("far@acme.example").does("page_view");

    BackTestReport report = run(line(55));

    assertThat(below.score().total()).isEqualTo(55);
    assertThat(report.disagreements()).isEmpty();
    assertThat(report.leads()).isEqualTo(3);
    assertThat(report.now().mql()).isEqualTo(1);
    assertThat(report.then().mql()).isEqualTo(2);
    assertThat(report.then().share()).isEqualByComparingTo("0.6667");
    assertThat(report.compared().gained())
        .extracting(DifferingLead::leadId, DifferingLead::outcome)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(below.id(), null));
    assertThat(report.compared().same()).isEqualTo(1);
    assertThat(report.compared().lost()).isEmpty();
    assertThat(far.stage()).isEqualTo(Stage.LEAD);
  }

  @Test
  void what_an_import_tells_of_those_it_judges_is_what_became_of_them() {
    LeadActor won = lead("won").does("comparison_page_view");
    LeadActor lost = lead("lost").does("comparison_page_view");
    LeadActor halfway = lead("halfway").does("comparison_page_view");
    LeadActor unknown = lead("unknown").does("comparison_page_view");
    Instant mqlAt = scenario.now().plus(Duration.ofDays(1));
    scenario.passes(Duration.ofDays(90));
    imports(won, List.of(Stage.MQL, Stage.SAL, Stage.SQL, Stage.CUSTOMER), mqlAt, null);
    imports(lost, List.of(Stage.MQL, Stage.SAL, Stage.SQL), mqlAt, "no_budget");
    imports(halfway, List.of(Stage.MQL, Stage.SAL), mqlAt, null);

    BackTestReport report = run(line(55));

    assertThat(report.compared().gained())
        .extracting(DifferingLead::leadId, DifferingLead::outcome)
        .containsExactlyInAnyOrder(
            tuple(won.id(), "Became a customer, by an import"),
            tuple(lost.id(), "Lost (no budget), after it was qualified (SQL), by an import"),
            tuple(halfway.id(), "Without an end: accepted, by an import"),
            tuple(unknown.id(), null));
    assertThat(report.byBand()).as("no band is known of them").isEmpty();
  }

  @Test
  void who_was_a_customer_whenever_it_did_something_is_counted_apart_and_judged_by_nobody() {
    LeadActor won = scenario.lead("won@acme.example").does("newsletter_signup");
    LeadActor lost = scenario.lead("lost@acme.example").does("newsletter_signup");
    Instant mqlAt = scenario.now();
    scenario.passes(Duration.ofDays(90));
    imports(won, List.of(Stage.MQL, Stage.SAL, Stage.SQL, Stage.CUSTOMER), mqlAt, null);
    imports(lost, List.of(Stage.MQL, Stage.SAL, Stage.SQL), mqlAt, "no_budget");
    Instant since = scenario.now();
    scenario.passes(Duration.ofHours(1));
    lead("won").does("comparison_page_view");
    lead("lost").does("comparison_page_view");
    scenario.passes(Duration.ofHours(1));

    LeadComparison compared = runSince(line(55), since).compared();

    assertThat(compared.gained()).extracting(DifferingLead::leadId).containsExactly(lost.id());
    assertThat(compared.customers()).isEqualTo(1);
    assertThat(run(line(55)).compared().customers()).as("judged before that, too").isZero();
  }

  /** Stages a week from each other, then an end. */
  private void imports(LeadActor lead, List<Stage> way, Instant mqlAt, @Nullable String lostFor) {
    Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
    way.forEach(
        stage -> reached.put(stage, mqlAt.plus(Duration.ofDays(7L * (reached.size() + 1)))));
    Instant end = mqlAt.plus(Duration.ofDays(60));
    List<ImportedStages.Entered> episodes = new ArrayList<>();
    reached.forEach((stage, at) -> episodes.add(new ImportedStages.Entered(stage, at, null)));
    if (!reached.containsKey(Stage.CUSTOMER)) {
      episodes.add(new ImportedStages.Entered(Stage.RECYCLED, end, lostFor));
    }
    ImportedHandoff past =
        new ImportedHandoff(
            scenario.bean(Leads.class).find(lead.id()).orElseThrow(),
            reached,
            lostFor == null
                ? null
                : new ImportedHandoff.Rejection("LOST", end, "first_touch", lostFor),
            null,
            null,
            end);
    new TransactionTemplate(scenario.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              scenario.bean(ImportedStages.class).enter("one", Map.of(lead.id(), episodes));
              scenario.bean(ImportedFunnel.class).add("one", List.of(past));
            });
  }

  @Test
  void a_higher_line_loses_who_was_only_just_over_it_with_what_became_of_them() {
    LeadActor over = lead("over").does("webinar_attended");
    Instant at = scenario.now();
    scenario.ben().rejects(over, "low_intent");

    BackTestReport report = run(line(65));

    assertThat(report.compared().lost())
        .containsExactly(new DifferingLead(over.id(), at, "Rejected (low intent)"));
    assertThat(report.now().mql()).isEqualTo(1);
    assertThat(report.then().mql()).isZero();
  }

  @Test
  void who_crosses_at_another_instant_is_earlier_or_later_and_neither_gained_nor_lost() {
    lead("ada").does("comparison_page_view");
    scenario.passes(Duration.ofHours(1));
    lead("ada").does("webinar_attended");
    lead("eve").does("webinar_attended");
    scenario.passes(Duration.ofHours(1));
    lead("eve").does("comparison_page_view");

    assertThat(run(line(55)).compared())
        .isEqualTo(new LeadComparison(1, 1, 0, List.of(), List.of(), 0, 0));
    assertThat(run(line(65)).compared())
        .isEqualTo(new LeadComparison(1, 0, 1, List.of(), List.of(), 0, 0));
  }

  @Test
  void what_comes_after_the_first_difference_is_unknowable() {
    LeadActor ada = lead("ada").does("webinar_attended");
    scenario.ben().rejects(ada, "low_intent");
    scenario.passes(Duration.ofDays(31));
    ada.requestsDemo();
    assertThat(ada.handoffs()).hasSize(2);

    LeadComparison compared = run(line(65)).compared();

    assertThat(compared.later() + compared.lost().size()).isEqualTo(1);
    assertThat(compared.unknowable()).isEqualTo(1);
    assertThat(compared.gained()).isEmpty();
  }

  @Test
  void what_sales_itself_causes_makes_no_lost_lead_a_later_one() {
    LeadActor ada = lead("ada").does("webinar_attended");
    scenario.ben().accepts(ada);
    scenario.passes(Duration.ofHours(1));
    ada.does("rep_engaged");

    assertThat(run(line(65)).compared().lost()).hasSize(1);
  }

  @Test
  void a_joined_cooled_reopened_and_merged_past_is_replayed_as_it_was_judged() {
    scenario.visitor("v1").does("pricing_page_view");
    scenario.passes(Duration.ofHours(1));
    scenario.visitor("v1").does("pricing_page_view");
    scenario.passes(Duration.ofHours(1));
    LeadActor ada = lead("ada").with("visitorId", "v1").does("page_view");
    assertThat(ada.stage()).isEqualTo(Stage.MQL);
    LeadActor eve = lead("eve").does("webinar_attended");
    scenario.passes(Duration.ofHours(2));
    scenario.ben().rejects(eve, "wrong_icp");
    scenario.passes(Duration.ofHours(1));
    eve.does("webinar_attended");
    scenario.bean(LeadReopening.class).reopen(eve.id(), Map.of("reason", "They grew"), "mona");
    scenario.passes(Duration.ofHours(1));
    eve.does("webinar_attended");
    scenario.passes(Duration.ofHours(1));
    merge(eve, ada);
    scenario.passes(Duration.ofHours(1));
    lead("ada").does("page_view");

    BackTestReport report = run(NOTHING);

    assertThat(report.disagreements()).isEmpty();
    assertThat(report.handoffs()).isGreaterThanOrEqualTo(2);
    assertThat(report.compared().same()).isEqualTo(report.handoffs());
  }

  @Test
  void each_instant_is_replayed_by_the_tables_that_were_in_force_then() {
    scenario.passes(Duration.ofHours(1));
    LeadActor before = lead("before").does("comparison_page_view");
    scenario.passes(Duration.ofHours(1));
    scenario.changes("score-threshold", ">60<", ">55<");
    scenario.passes(Duration.ofHours(1));
    LeadActor after = lead("after").does("comparison_page_view");
    assertThat(after.stage()).isEqualTo(Stage.MQL);
    assertThat(before.stage()).isEqualTo(Stage.LEAD);

    BackTestReport report = run(NOTHING);

    assertThat(report.disagreements()).isEmpty();
    assertThat(report.compared().same()).isEqualTo(1);
    assertThat(report.compared().gained())
        .as("by the tables of today")
        .extracting(DifferingLead::leadId)
        .containsExactly(before.id());
  }

  @Test
  void a_record_that_the_replay_does_not_explain_is_named_and_counted_for_nothing() {
    LeadActor ada = lead("ada").does("webinar_attended");
    scenario
        .db()
        .sql("update stage_entry set entered_at = :at where stage = 'MQL'")
        .param("at", scenario.now().plusSeconds(1).atOffset(java.time.ZoneOffset.UTC))
        .update();
    scenario.passes(Duration.ofHours(1));

    BackTestReport report = run(line(65));

    assertThat(report.disagreements())
        .isNotEmpty()
        .allMatch(disagreement -> disagreement.leadId().equals(ada.id()));
    assertThat(report.compared())
        .isEqualTo(new LeadComparison(0, 0, 0, List.of(), List.of(), 1, 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 5})
  void the_replay_of_what_was_in_force_agrees_with_the_record_and_never_looks_ahead(long seed) {
    replays(seed);
  }

  @Tag("nightly")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 4, 6})
  void other_lives_are_replayed_as_they_were_judged_and_never_look_ahead(long seed) {
    replays(seed);
  }

  private void replays(long seed) {
    RandomLife life = new RandomLife(scenario, seed, 12);
    life.goesOn(60);
    scenario.changes("score-threshold", ">60<", ">57<");
    scenario.passes(Duration.ofMinutes(1));
    life.goesOn(60);
    Instant middle = scenario.now();
    List<CandidateTables> proposals = List.of(NOTHING, line(55), line(65));
    List<BackTestReport> before = proposals.stream().map(each -> run(each, middle)).toList();

    life.goesOn(60);

    assertThat(before.get(0).disagreements()).isEmpty();
    assertThat(run(NOTHING).disagreements()).isEmpty();
    assertThat(before.get(0).handoffs()).isGreaterThan(3);
    List<BackTestReport> after = proposals.stream().map(each -> run(each, middle)).toList();
    for (int i = 0; i < proposals.size(); i++) {
      assertThat(judged(after.get(i))).isEqualTo(judged(before.get(i)));
    }
  }

  /** What was judged, by whomever the records belong to now. */
  private List<String> judged(BackTestReport report) {
    List<String> judged = new ArrayList<>();
    judged.add("handoffs " + report.handoffs());
    report.compared().gained().forEach(lead -> judged.add("gained at " + lead.at()));
    report.compared().lost().forEach(lead -> judged.add("lost at " + lead.at()));
    return judged;
  }

  @Test
  void a_report_has_the_shape_of_the_contract_and_can_be_kept_as_text() throws Exception {
    lead("below").does("comparison_page_view");
    scenario.ben().accepts(lead("over").does("webinar_attended"));
    ObjectMapper json = scenario.bean(ObjectMapper.class);

    BackTestReport report = run(line(55));
    String text = json.writeValueAsString(report);
    JsonNode shape = json.readTree(text);

    assertThat(shape.fieldNames())
        .toIterable()
        .contains(
            "from",
            "to",
            "leads",
            "disagreements",
            "now",
            "then",
            "same",
            "earlier",
            "later",
            "gained",
            "lost",
            "unknowable",
            "byBand");
    assertThat(json.readValue(text, BackTestReport.class)).isEqualTo(report);
  }

  @Test
  void a_file_that_is_no_table_is_refused_by_its_name_and_a_run_can_be_ended() {
    lead("over").does("webinar_attended");

    assertThatThrownBy(
            () -> run(new CandidateTables(Map.of("score-threshold.dmn", "<definitions"))))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () ->
                scenario
                    .bean(BackTest.class)
                    .run(NOTHING, HandoffScenario.START, end(), (leads, of) -> false))
        .isInstanceOf(BackTestCancelled.class);
  }

  private LeadActor lead(String name) {
    return scenario.lead(name + "@acme.example").whoFits();
  }

  private void merge(LeadActor one, LeadActor other) {
    scenario.withSavePoints(
        () ->
            new TransactionTemplate(scenario.bean(PlatformTransactionManager.class))
                .execute(
                    status -> scenario.bean(LeadMerge.class).merge(one.id(), other.id(), "mona")));
  }

  private static CandidateTables line(int mqlAt) {
    String xml = FileDecisions.xml("score-threshold").replace(">60<", ">" + mqlAt + "<");
    return new CandidateTables(Map.of("score-threshold.dmn", xml));
  }

  private BackTestReport run(CandidateTables tables) {
    return run(tables, end());
  }

  private Instant end() {
    return scenario.now().plusSeconds(1);
  }

  private BackTestReport run(CandidateTables tables, Instant to) {
    return scenario
        .bean(BackTest.class)
        .run(tables, HandoffScenario.START, to, BackTestProgress.NONE);
  }

  private BackTestReport runSince(CandidateTables tables, Instant from) {
    return scenario.bean(BackTest.class).run(tables, from, end(), BackTestProgress.NONE);
  }
}
