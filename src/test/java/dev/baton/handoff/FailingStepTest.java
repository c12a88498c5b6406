package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.alert.message.NoticeKind;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.Conflict;
import dev.baton.people.Role;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A step that fails again and again tells somebody long before its attempts are used up. */
class FailingStepTest {
  private static final String STEP = "A step fails: “Choose qualification SLA” of lead-handoff";

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @BeforeEach
  void hire() {
    scenario.hire("adam", Role.ADMIN, null);
    scenario.sweeps();
    breakTheClock();
  }

  private void breakTheClock() {
    scenario
        .db()
        .sql(
            """
            alter table deadline add constraint broken check (clock <> 'qualification'
              or started_at < timestamp with time zone '%s')
            """
                .formatted(scenario.now()))
        .update();
  }

  @AfterEach
  void mendTheClock() {
    scenario.db().sql("alter table deadline drop constraint if exists broken").update();
  }

  @Test
  void who_can_help_is_told_after_the_second_failure_once_a_step() {
    accepted("ada@acme.example");
    fails();
    sweeps();
    assertThat(told(STEP)).as("it may pass").isEmpty();

    fails();
    sweeps();
    assertThat(told(STEP)).containsExactlyInAnyOrder("adam", "mona");

    accepted("grace@acme.example");
    fails();
    fails();
    sweeps();
    assertThat(told("A step fails%")).as("the same step").hasSize(2);
  }

  @Test
  void a_step_that_fails_again_after_it_was_mended_is_told_again() {
    accepted("ada@acme.example");
    fails();
    fails();
    sweeps();
    mendTheClock();
    scenario.runSavePoints();
    sweeps();
    scenario.passes(Duration.ofMinutes(1));
    breakTheClock();

    accepted("grace@acme.example");
    fails();
    fails();
    sweeps();

    assertThat(told(STEP)).hasSize(4);
  }

  @Test
  void meanwhile_a_rep_hears_what_is_wrong_and_a_manager_rejects_it() {
    LeadActor ada = accepted("ada@acme.example");
    fails();
    fails();

    scenario.withoutSavePoints(
        () -> {
          Conflict refused =
              catchThrowableOfType(
                  Conflict.class, () -> scenario.rep(ada.handoff().owner()).qualifies(ada));
          assertThat(refused).hasMessageContaining("is interrupted, because a step of its process");

          scenario.mona().disqualifies(ada, "no_active_need");
        });

    assertThat(ada.stage()).isEqualTo(Stage.RECYCLED);
  }

  @Test
  void meanwhile_a_manager_gives_it_to_somebody_else_who_is_asked_once_it_is_mended() {
    LeadActor ada = accepted("ada@acme.example");
    fails();
    fails();
    RepActor other = ada.handoff().owner().equals("ben") ? scenario.rita() : scenario.ben();

    scenario.withoutSavePoints(() -> scenario.mona().reassigns(ada, other));

    assertThat(ada.handoff().owner()).isEqualTo(other.id());
    assertThat(ada.told(other.id())).contains("reassigned");
    mendTheClock();
    scenario.runSavePoints();
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo(other.id());
    assertThat(other.qualifies(ada).state()).isEqualTo(HandoffState.FIRST_TOUCH);
  }

  @Test
  void a_restart_that_fails_again_says_so_and_changes_nothing() {
    LeadActor ada = accepted("ada@acme.example");
    fails();
    fails();
    RestartCommands restart = scenario.bean(RestartCommands.class);

    scenario.withoutSavePoints(
        () ->
            assertThat(
                    catchThrowableOfType(
                        Conflict.class,
                        () -> restart.restart(ada.handoff().id(), Map.of(), "mona")))
                .hasMessageContaining("its next step fails again"));

    assertThat(scenario.runningProcesses()).isOne();
    mendTheClock();
    restart.restart(ada.handoff().id(), Map.of(), "mona");
    assertThat(scenario.task(ada.handoff().id()).getTaskDefinitionKey()).isEqualTo("qualifyLead");
  }

  @Test
  void the_handoff_that_waits_at_it_is_interrupted() {
    accepted("ada@acme.example");
    fails();
    fails();

    scenario.withoutSavePoints(
        () -> {
          sweeps();
          scenario.passesWithoutTimers(Duration.ofMinutes(1));
          sweeps();
        });

    assertThat(told("A handoff is interrupted and waits for you"))
        .containsExactlyInAnyOrder("adam", "mona");
  }

  private void sweeps() {
    scenario.withoutSavePoints(scenario::sweeps);
  }

  private LeadActor accepted(String email) {
    LeadActor lead = scenario.lead(email);
    scenario.withoutSavePoints(
        () -> {
          lead.requestsDemo();
          scenario.runSavePoints(lead.handoff().id());
          scenario.rep(lead.handoff().owner()).accepts(lead);
        });
    return lead;
  }

  /** As the job executor runs it, whether or not it is due; what waits from before runs too. */
  private void fails() {
    ManagementService jobs = scenario.bean(ManagementService.class);
    List<Job> due =
        jobs.createJobQuery().messages().processDefinitionKey(HandoffProcess.KEY).list();
    assertThat(due).isNotEmpty();
    due.forEach(
        job ->
            assertThatThrownBy(() -> jobs.executeJob(job.getId()))
                .isInstanceOf(RuntimeException.class));
  }

  private List<String> told(String subject) {
    return scenario
        .db()
        .sql("select recipient from notice where kind = :kind and subject like :subject")
        .param("kind", NoticeKind.FAILURE.word())
        .param("subject", subject)
        .query(String.class)
        .list();
  }
}
