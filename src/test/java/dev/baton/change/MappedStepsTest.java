package dev.baton.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.change.progress.ChangeProgress;
import dev.baton.change.progress.ChangeProgress.Count;
import dev.baton.engine.deploy.RunningStep;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.handoff.LegalCheck;
import dev.baton.input.InvalidInput;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who waits at a step that a changed diagram lacks goes on at the one that a person chose. */
class MappedStepsTest {
  private static final String HANDOFF = "lead-handoff.bpmn";

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private DesignerActor dora;
  private LeadActor ada;
  private long id;

  @BeforeEach
  void ada_waits_for_the_legal_check_which_is_renamed() {
    dora = new DesignerActor(scenario);
    dora.applied(
        "legal-check.form",
        LegalCheck.form(),
        "sla-policy.dmn",
        LegalCheck.policy(),
        HANDOFF,
        LegalCheck.model());
    ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.rep(ada.handoff().owner()).accepts(ada);
    id = dora.proposes(HANDOFF, LegalCheck.model().replace("legalCheck", "legalReview"));
    dora.checkedAndSigned(id);
  }

  @AfterEach
  void all_is_taken_back() {
    dora.takesAllBack();
  }

  @Test
  void a_step_goes_over_to_the_one_that_was_chosen_with_its_due_instants() {
    List<String> timers = timers();
    assertThat(dora.details(id).running())
        .filteredOn(step -> step.activity().equals("legalCheck"))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.becomes()).isEqualTo("blocked");
              assertThat(step.choices())
                  .containsExactly(new RunningStep.Choice("legalReview", "Legal check"));
            });

    apply(Map.of("legalCheck", "legalReview"));

    assertThat(dora.details(id).progress()).isEqualTo(new ChangeProgress(null, new Count(0, 1, 0)));
    runMoves();
    assertThat(dora.details(id).progress().move()).isEqualTo(new Count(1, 1, 0));
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("legalReview");
    assertThat(timers()).containsExactlyInAnyOrderElementsOf(timers);
    scenario.completesInTasklist(
        ada.handoff().id(), ada.handoff().owner(), Map.of("decision", "cleared"));
    assertThat(ada.deadline(LegalCheck.CLOCK).verdict().metAt()).isEqualTo(scenario.now());
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("qualifyLead");
  }

  @Test
  void what_is_not_mapped_or_to_what_it_cannot_become_hinders_the_move() {
    assertThatThrownBy(() -> apply(Map.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("at 'Legal check', since the changed diagram has no 'Legal check'");
    assertThatThrownBy(() -> apply(Map.of("legalCheck", "reviewLead")))
        .hasMessageContaining("'Review lead' has another clock");
    assertThatThrownBy(() -> apply(Map.of("legalCheck", "recordLegal")))
        .hasMessageContaining("is another kind of step");
    assertThatThrownBy(() -> apply(Map.of("legalCheck", "nowhere")))
        .hasMessageContaining("the changed diagram has no 'nowhere'");
    assertThatThrownBy(
            () ->
                dora.commands()
                    .apply(id, Map.of("mapping", Map.of("legalCheck", "legalReview")), "dora"))
        .hasMessageContaining("\"migrate\": true");
    assertThat(dora.details(id).change().state()).isEqualTo(ChangeState.SIGNED);
  }

  private void apply(Map<String, String> mapping) {
    dora.commands().apply(id, Map.of("migrate", true, "mapping", mapping), DesignerActor.NAME);
  }

  private List<String> timers() {
    return jobs().createJobQuery().timers().list().stream()
        .map(job -> job.getId() + " " + job.getDuedate())
        .toList();
  }

  private ManagementService jobs() {
    return scenario.bean(ManagementService.class);
  }

  private void runMoves() {
    scenario.runSavePoints();
    for (Batch batch : jobs().createBatchQuery().list()) {
      run(batch.getSeedJobDefinitionId());
      run(batch.getBatchJobDefinitionId());
      jobs().deleteBatch(batch.getId(), true);
    }
  }

  private void run(String definition) {
    jobs().createJobQuery().jobDefinitionId(definition).list().stream()
        .map(Job::getId)
        .forEach(jobs()::executeJob);
  }
}
