package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lead of a team that takes no turns is claimed by one of its reps, on whatever surface. */
class ClaimsTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private LeadActor ada;

  @BeforeEach
  void a_lead_that_nobody_owns() {
    scenario.bean(Teams.class).save(new Team("default", "Everybody in sales", null, true));
    ada = scenario.lead("ada@acme.example").requestsDemo();
    assertThat(ada.handoff().owner()).isNull();
    assertThat(ada.handoff().team()).isEqualTo("default");
  }

  @Test
  void everybody_who_is_here_hears_of_it_once() {
    assertThat(ada.told("ben")).containsExactly("assigned");
    assertThat(ada.told("rita")).containsExactly("assigned");
    assertThat(ada.told("mona")).isEmpty();
  }

  @Test
  void what_nobody_claims_in_time_is_the_managers_business() {
    scenario.passes(Duration.ofMinutes(6));
    scenario.sweeps();

    assertThat(ada.deadline("route").missedAt()).isEqualTo(ada.deadline("route").dueAt());
    assertThat(ada.told("mona")).containsExactly("escalation");
  }

  @Test
  void who_claims_it_owns_it_and_the_clock_runs_on() {
    Instant due = ada.deadline("review").dueAt();
    scenario.passes(Duration.ofMinutes(2));

    scenario.rita().claims(ada);

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(ada.rounds("review")).hasSize(1);
    assertThat(ada.deadline("review").owner()).isEqualTo("rita");
    assertThat(ada.deadline("review").dueAt()).isEqualTo(due);
    assertThat(ada.deadline("route").verdict().metAt()).isEqualTo(scenario.now());
  }

  @Test
  void a_claim_in_tasklist_is_the_same_claim() {
    scenario.bean(TaskService.class).claim(scenario.task(ada.handoff().id()).getId(), "ben");

    assertThat(ada.handoff().owner()).isEqualTo("ben");
    assertThat(ada.deadline("review").owner()).isEqualTo("ben");
    scenario.ben().accepts(ada);
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo("ben");
  }

  @Test
  void whoever_comes_second_reads_who_has_it() {
    scenario.rita().claims(ada);

    assertThatThrownBy(() -> scenario.ben().claims(ada))
        .hasMessage("rita has this lead; only a manager gives it to somebody else")
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.by()).isEqualTo("rita"));
    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }

  @Test
  void to_claim_what_is_mine_already_changes_nothing() {
    scenario.rita().claims(ada);
    scenario.rita().claims(ada);

    assertThat(ada.rounds("review")).hasSize(1);
  }

  @Test
  void a_manager_owns_no_lead() {
    assertThatThrownBy(() -> scenario.mona().claims(ada))
        .hasMessage("Only a rep of its team owns a lead");
  }

  @Test
  void a_task_is_not_put_back_or_pushed_to_a_colleague_behind_the_owners_back() {
    scenario.rita().claims(ada);
    String task = scenario.task(ada.handoff().id()).getId();
    TaskService tasks = scenario.bean(TaskService.class);

    assertThatThrownBy(() -> tasks.setAssignee(task, null))
        .hasRootCauseInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> tasks.setAssignee(task, "ben"))
        .hasMessageContaining("rita has this lead");
    assertThat(scenario.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
  }
}
