package dev.baton.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.FileDecisions;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.rehearsal.PathStep;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.people.Role;
import dev.baton.rehearsal.scenario.LeadState;
import dev.baton.rehearsal.scenario.LeadState.DueAnswer;
import dev.baton.rehearsal.scenario.Scenario;
import dev.baton.rehearsal.scenario.ScenarioReader;
import dev.baton.rehearsal.scenario.ScenarioReport;
import dev.baton.rehearsal.scenario.ScenarioResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenarios and previews are played by the real rooms on the models in force, or on others. */
class RehearsalTest {
  private static final Map<String, Object> FITS =
      Map.of("jobTitle", "VP Sales", "companySize", 120, "industry", "SaaS");
  private static final ModelFile LOWER =
      new ModelFile(
          "score-threshold.dmn",
          FileDecisions.xml("score-threshold").replace("<text>60</text>", "<text>40</text>"));

  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  private Rehearsal rehearsal;
  private List<Scenario> shipped;

  @BeforeEach
  void open() {
    rehearsal = house.bean(Rehearsal.class);
    shipped = house.bean(Scenarios.class).readable();
  }

  @Test
  void the_scenarios_that_ship_come_true_on_the_models_that_ship() {
    List<ScenarioResult> played = rehearsal.play(List.of(), shipped);

    assertThat(played).hasSize(12).allSatisfy(each -> assertThat(each.failures()).isEmpty());
    assertThat(path(played, "demo-request"))
        .containsSubsequence(
            "leadBecameMql",
            "routeLead",
            "reviewLead",
            "qualifyLead",
            "makeFirstTouch",
            "openOpportunity");
    assertThat(path(played, "below-the-line")).isEmpty();
  }

  private static List<String> path(List<ScenarioResult> played, String name) {
    return played.stream()
        .filter(result -> result.name().equals(name))
        .flatMap(result -> result.path().stream())
        .map(PathStep::element)
        .toList();
  }

  @Test
  void a_lower_line_fails_the_scenarios_that_stay_below_the_line_of_today_and_no_other() {
    ScenarioReport report = ScenarioReport.of(rehearsal.play(List.of(LOWER), shipped));

    assertThat(report.failed())
        .extracting(ScenarioReport.FailedScenario::name)
        .containsExactly("below-the-line", "score-crosses-the-line");
    assertThat(report.failed().get(0).text())
        .startsWith("Line 7, expect stage: MQL, where LEAD was expected");
    assertThat(ScenarioReport.of(rehearsal.play(List.of(), shipped)).failed())
        .as("the next rehearsal knows nothing of the proposal")
        .isEmpty();
  }

  @Test
  void what_cannot_happen_is_told_by_its_line() {
    ScenarioResult result =
        rehearsal
            .play(
                List.of(),
                List.of(
                    ScenarioReader.read(
                        "s", "when,what,value\n+0h,signal,page_view\n+1h,accept,\n")))
            .get(0);

    assertThat(result.failures())
        .containsExactly("Line 3, accept: handoff: nothing was handed to sales by then");
  }

  @Test
  void a_made_up_lead_is_previewed_and_leaves_nothing_behind() {
    house.hire("dora", Role.DESIGNER, null);
    List<Long> before = rows();

    LeadPreview preview =
        house
            .bean(Previews.class)
            .play(
                Map.of("lead", FITS, "signals", List.of(Map.of("type", "demo_requested"))),
                List.of(),
                "dora");

    assertThat(preview.stage()).isEqualTo("MQL");
    assertThat(preview.score()).isEqualTo(80);
    assertThat(preview.owner()).isIn("ben", "rita");
    assertThat(preview.deadlines())
        .singleElement()
        .satisfies(
            due -> {
              assertThat(due.clock()).isEqualTo("review");
              assertThat(due.dueAt()).isEqualTo(house.now().plus(Duration.ofHours(4)));
            });
    assertThat(preview.path()).extracting(PathStep::element).endsWith("reviewLead");
    assertThat(preview.notices()).extracting(LeadState.ToldNotice::kind).contains("assigned");
    assertThat(rows()).isEqualTo(before);
  }

  private List<Long> rows() {
    return List.of("lead", "signal", "handoff", "deadline", "notice", "stage_entry", "score_entry")
        .stream()
        .map(table -> house.db().sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }

  @Test
  void signals_of_a_preview_come_when_they_are_to_come() {
    LeadPreview preview =
        house
            .bean(Previews.class)
            .play(
                Map.of(
                    "lead",
                    FITS,
                    "signals",
                    List.of(
                        Map.of("type", "webinar_registered"),
                        Map.of("type", "contact_sales", "after", "+2d"))),
                List.of(LOWER),
                "mona");

    assertThat(preview.deadlines())
        .extracting(DueAnswer::dueAt)
        .as("an MQL at once under the lower line; the raised hand pulls what is missed already")
        .first()
        .isEqualTo(house.now().plus(Duration.ofHours(24)));
    assertThat(preview.notices())
        .extracting(LeadState.ToldNotice::kind)
        .contains("assigned", "reminder", "escalation", "intent");
  }

  @Test
  void a_real_lead_is_previewed_by_whoever_may_read_all_leads() {
    LeadActor ada = house.lead("ada@acme.example").whoFits().does("webinar_registered");
    Map<String, Object> asked =
        Map.of("lead", ada.id(), "signals", List.of(Map.of("type", "demo_requested")));
    house.hire("dora", Role.DESIGNER, null);

    assertThat(house.bean(Previews.class).play(asked, List.of(), "marc").score()).isEqualTo(83);
    assertThat(ada.handoffs()).isEmpty();
    assertThatThrownBy(() -> house.bean(Previews.class).play(asked, List.of(), "dora"))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("make one up");
  }

  @Test
  void what_is_wrong_with_a_preview_is_told_by_its_field() {
    assertThatThrownBy(
            () ->
                house
                    .bean(Previews.class)
                    .play(
                        Map.of(
                            "lead",
                            Map.of("companySize", 120),
                            "signals",
                            List.of(Map.of("after", "soon"))),
                        List.of(),
                        "mona"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            problem ->
                assertThat(problem.errors())
                    .extracting("field")
                    .containsExactly("signals[0].after", "signals[0].type"));
    assertThatThrownBy(() -> house.bean(Previews.class).play(Map.of(), List.of(), "mona"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("give a lead's id");
  }
}
