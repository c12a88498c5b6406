package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.engine.FileDecisions;
import dev.baton.handoff.answer.Criteria;
import dev.baton.handoff.answer.Qualification;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.stage.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

/** What makes an SQL: the packs, the evidence, and what may not be missing. */
class QualificationTest {
  private static final Map<String, Object> YES = Map.of("met", true, "evidence", "said so");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  /** Somebody of a company with so many people, accepted by ben. */
  private LeadActor accepted(int people) {
    LeadActor lead = scenario.lead("ada@acme.example").with("companySize", people).requestsDemo();
    scenario.ben().accepts(lead);
    return lead;
  }

  private static Map<String, Object> qualify(String framework, Map<String, Object> criteria) {
    return Map.of("framework", framework, "decision", "qualify", "criteria", criteria);
  }

  private static Map<String, Object> with(Map<String, Object> answer, String field, Object value) {
    Map<String, Object> more = new HashMap<>(answer);
    more.put(field, value);
    return more;
  }

  private ApiProblem refused(RepActor by, LeadActor lead, Map<String, Object> answer) {
    return catchThrowableOfType(
        ApiProblem.class, () -> by.answers(lead, HandoffState.QUALIFICATION, answer));
  }

  private static List<FieldError> errors(ApiProblem refused) {
    return ((InvalidInput) refused).errors();
  }

  private Qualification kept(LeadActor lead) {
    return Qualification.last(scenario.bean(AnswerLog.class).of(lead.handoff().id())).orElseThrow();
  }

  // The packs

  @ParameterizedTest
  @CsvSource({"120, qualify-bant", "5000, qualify-meddic"})
  void the_segment_picks_the_form(int people, String form) {
    LeadActor ada = accepted(people);

    assertThat(form(ada).getKey()).isEqualTo(form);
    assertThat(form(ada).getBinding()).isEqualTo("latest");
    assertThat(
            scenario
                .bean(ProcessEngine.class)
                .getFormService()
                .getDeployedTaskForm(scenario.task(ada.handoff().id()).getId()))
        .asString()
        .isNotNull();
  }

  private CamundaFormRef form(LeadActor lead) {
    FormService forms = scenario.bean(ProcessEngine.class).getFormService();
    return forms.getTaskFormData(scenario.task(lead.handoff().id()).getId()).getCamundaFormRef();
  }

  @Test
  void bant_is_answered_in_its_form_with_evidence_link_and_date() {
    LeadActor ada = accepted(120);
    Map<String, Object> form = new HashMap<>();
    for (String criterion : List.of("authority", "timing", "budget")) {
      form.put(criterion, false);
    }
    form.put("need", true);
    form.put("needEvidence", "we lose leads");
    form.put("needLink", "https://notes.example/ada");
    form.put("needDate", "2026-03-01");
    form.put("timingDate", null);
    form.put("decision", "qualify");

    scenario.completesInTasklist(ada.handoff().id(), "ben", form);

    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    assertThat(kept(ada).framework()).isEqualTo("bant");
    assertThat(kept(ada).criteria())
        .first()
        .isEqualTo(
            new Qualification.Criterion(
                "need", true, "we lose leads", "https://notes.example/ada", "2026-03-01"));
    assertThat(kept(ada).criteria())
        .extracting(Qualification.Criterion::name)
        .containsExactly("need", "authority", "timing", "budget");
  }

  @Test
  void meddic_is_known_by_its_boxes() {
    LeadActor ada = accepted(5000);
    Map<String, Object> form = new HashMap<>();
    Criteria.of("meddic").forEach(criterion -> form.put(criterion, true));
    form.put("championEvidence", "the COO asked for a pilot");
    form.put("decision", "qualify");

    scenario.completesInTasklist(ada.handoff().id(), "ben", form);

    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    assertThat(kept(ada).framework()).isEqualTo("meddic");
    assertThat(kept(ada).criteria()).hasSize(9).allMatch(Qualification.Criterion::met);
  }

  @ParameterizedTest
  @CsvSource({"bant", "meddic"})
  void need_authority_and_timing_are_always_asked(String framework) {
    assertThat(Criteria.of(framework)).startsWith("need", "authority", "timing");
  }

  @Test
  void a_link_leads_to_a_page_and_nowhere_else() {
    LeadActor ada = accepted(120);

    ApiProblem refused =
        refused(
            scenario.ben(),
            ada,
            qualify("bant", Map.of("need", Map.of("met", true, "link", "javascript:alert(1)"))));

    assertThat(errors(refused)).extracting(FieldError::field).containsExactly("criteria.need.link");
  }

  // What may not be missing

  @ParameterizedTest
  @CsvSource({"bant", "meddic"})
  void an_sql_without_a_need_is_refused_with_what_to_do(String framework) {
    LeadActor ada = accepted(120);

    ApiProblem refused =
        refused(scenario.ben(), ada, qualify(framework, Map.of("authority", YES, "timing", YES)));

    assertThat(errors(refused))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo("criteria.need");
              assertThat(error.message())
                  .contains("nothing to sell", "ask which problem", "A manager");
            });
    assertThat(ada.stage()).isEqualTo(Stage.SAL);
    assertThat(scenario.bean(AnswerLog.class).of(ada.handoff().id())).hasSize(1);
  }

  @Test
  void at_a_large_company_authority_and_timing_may_not_be_missing_either() {
    LeadActor ada = accepted(5000);

    ApiProblem refused = refused(scenario.ben(), ada, qualify("meddic", Map.of("need", YES)));

    assertThat(errors(refused))
        .extracting(FieldError::field)
        .containsExactly("criteria.authority", "criteria.timing");
  }

  @Test
  void tasklist_meets_the_same_refusal_at_its_own_field() {
    LeadActor ada = accepted(120);

    assertThatThrownBy(
            () ->
                scenario.completesInTasklist(
                    ada.handoff().id(), "ben", Map.of("decision", "qualify", "need", false)))
        .isInstanceOf(ApiProblem.class)
        .hasMessageStartingWith("need: not confirmed");
    assertThat(ada.stage()).isEqualTo(Stage.SAL);
  }

  @Test
  void a_no_needs_no_confirmed_criterion() {
    LeadActor ada = accepted(5000);

    scenario.ben().disqualifies(ada, "no_active_need");

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
  }

  @Test
  void a_designer_says_what_may_not_be_missing() {
    scenario.deploys(
        "non-negotiable.dmn",
        FileDecisions.xml("non-negotiable")
            .replace("<text>\"bant\",\"meddic\"</text>", "<text>\"bant\"</text>")
            .replace("<text>\"need\"</text>", "<text>\"budget\"</text>"));
    LeadActor ada = accepted(120);

    assertThat(errors(refused(scenario.ben(), ada, qualify("bant", Map.of("need", YES)))))
        .extracting(FieldError::field)
        .containsExactly("criteria.budget");
    scenario.ben().answers(ada, HandoffState.QUALIFICATION, qualify("bant", Map.of("budget", YES)));
    assertThat(ada.stage()).isEqualTo(Stage.SQL);
  }

  @Test
  void what_a_framework_does_not_ask_may_be_missing() {
    scenario.breaks("non-negotiable", "<text>\"need\"</text>", "<text>\"champion\"</text>");
    LeadActor ada = accepted(120);

    scenario.ben().answers(ada, HandoffState.QUALIFICATION, qualify("bant", Map.of("need", YES)));

    assertThat(ada.stage()).isEqualTo(Stage.SQL);
  }

  // The override

  @Test
  void a_manager_goes_on_without_it_and_says_why() {
    LeadActor ada = accepted(5000);
    Map<String, Object> answer =
        with(qualify("bant", Map.of("need", YES)), "override", "The CEO asked for us by name");

    scenario.mona().answers(ada, HandoffState.QUALIFICATION, answer);

    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    assertThat(ada.handoff().owner()).as("a manager's answer takes no lead").isEqualTo("ben");
    assertThat(kept(ada).override()).isEqualTo("The CEO asked for us by name");
    assertThat(kept(ada).without()).containsExactly("authority", "timing");
    assertThat(kept(ada).by()).isEqualTo("mona");
    assertThat(kept(ada).at()).isEqualTo(scenario.now());
  }

  @Test
  void a_manager_too_has_to_say_why() {
    LeadActor ada = accepted(120);

    assertThat(refused(scenario.mona(), ada, qualify("bant", Map.of())))
        .isInstanceOf(InvalidInput.class);
    assertThat(refused(scenario.mona(), ada, with(qualify("bant", Map.of()), "override", " ")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_rep_may_not() {
    LeadActor ada = accepted(120);

    ApiProblem refused =
        refused(scenario.ben(), ada, with(qualify("bant", Map.of()), "override", "I feel it"));

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(refused).hasMessageContaining("Only a manager qualifies a lead without need");
    assertThat(ada.stage()).isEqualTo(Stage.SAL);
  }

  @Test
  void a_rep_may_not_in_tasklist_either() {
    LeadActor ada = accepted(120);

    assertThatThrownBy(
            () ->
                scenario.completesInTasklist(
                    ada.handoff().id(),
                    "ben",
                    Map.of("decision", "qualify", "need", false, "override", "I feel it")))
        .isInstanceOf(ApiProblem.class);
    scenario.completesInTasklist(
        ada.handoff().id(),
        "mona",
        Map.of("decision", "qualify", "need", false, "override", "an old customer"));

    assertThat(ada.stage()).isEqualTo(Stage.SQL);
    assertThat(kept(ada).without()).containsExactly("need");
  }

  @Test
  void nothing_is_overridden_where_nothing_is_missing() {
    LeadActor ada = accepted(120);

    scenario
        .ben()
        .answers(
            ada,
            HandoffState.QUALIFICATION,
            with(qualify("bant", Map.of("need", YES)), "override", "to be sure"));

    assertThat(kept(ada).override()).isNull();
  }
}
