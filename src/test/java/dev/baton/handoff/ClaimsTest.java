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

/** A lead of a team that takes no turns is claimed by one of its reps, whatever the door. */
class ClaimsTest {
  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  private LeadActor ada;

  @BeforeEach
  void a_lead_that_nobody_owns() {
    house.bean(Teams.class).save(new Team("default", "Everybody in sales", null, true));
    ada = house.lead("ada@acme.example").requestsDemo();
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
    house.passes(Duration.ofMinutes(6));
    house.sweeps();

    assertThat(ada.deadline("route").missedAt()).isEqualTo(ada.deadline("route").dueAt());
    assertThat(ada.told("mona")).containsExactly("escalation");
  }

  @Test
  void who_claims_it_owns_it_and_the_clock_runs_on() {
    Instant due = ada.deadline("review").dueAt();
    house.passes(Duration.ofMinutes(2));

    house.rita().claims(ada);

    assertThat(ada.handoff().owner()).isEqualTo("rita");
    assertThat(house.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
    assertThat(ada.rounds("review")).hasSize(1);
    assertThat(ada.deadline("review").owner()).isEqualTo("rita");
    assertThat(ada.deadline("review").dueAt()).isEqualTo(due);
    assertThat(ada.deadline("route").verdict().metAt()).isEqualTo(house.now());
  }

  @Test
  void a_claim_in_tasklist_is_the_same_claim() {
    house.bean(TaskService.class).claim(house.task(ada.handoff().id()).getId(), "ben");

    assertThat(ada.handoff().owner()).isEqualTo("ben");
    assertThat(ada.deadline("review").owner()).isEqualTo("ben");
    house.ben().accepts(ada);
    assertThat(house.task(ada.handoff().id()).getAssignee()).isEqualTo("ben");
  }

  @Test
  void whoever_comes_second_reads_who_has_it() {
    house.rita().claims(ada);

    assertThatThrownBy(() -> house.ben().claims(ada))
        .hasMessage("rita has this lead; only a manager gives it to somebody else")
        .isInstanceOfSatisfying(
            Conflict.class, conflict -> assertThat(conflict.by()).isEqualTo("rita"));
    assertThat(ada.handoff().owner()).isEqualTo("rita");
  }

  @Test
  void to_claim_what_is_mine_already_changes_nothing() {
    house.rita().claims(ada);
    house.rita().claims(ada);

    assertThat(ada.rounds("review")).hasSize(1);
  }

  @Test
  void a_manager_owns_no_lead() {
    assertThatThrownBy(() -> house.mona().claims(ada))
        .hasMessage("Only a rep of its team owns a lead");
  }

  @Test
  void a_task_is_not_put_back_or_pushed_to_a_colleague_behind_the_owners_back() {
    house.rita().claims(ada);
    String task = house.task(ada.handoff().id()).getId();
    TaskService tasks = house.bean(TaskService.class);

    assertThatThrownBy(() -> tasks.setAssignee(task, null))
        .hasRootCauseInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> tasks.setAssignee(task, "ben"))
        .hasMessageContaining("rita has this lead");
    assertThat(house.task(ada.handoff().id()).getAssignee()).isEqualTo("rita");
  }
}
