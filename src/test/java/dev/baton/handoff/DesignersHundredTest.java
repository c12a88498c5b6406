package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.ModelMutations;
import dev.baton.engine.ModelMutations.Mutation;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.notice.FailedDecisionIncidents;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.people.Role;
import dev.baton.stage.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A hundred slips of a designer's hand, deployed one by one: what the gate takes costs no lead, and
 * no deadline lies.
 */
class DesignersHundredTest {
  private static final long SEED = Long.getLong("baton.seed", 20261128);

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private final List<String> faults = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();
  private final Map<String, Integer> told = new TreeMap<>();
  private int failedJobs;

  @Tag("nightly")
  @Test
  void what_the_gate_takes_costs_no_lead_and_no_deadline_lies() {
    play(100);

    assertThat(faults).isEmpty();
  }

  @Test
  void ten_of_them_cost_no_lead_either() {
    play(10);

    assertThat(faults).isEmpty();
  }

  private void play(int count) {
    int accepted = 0;
    for (Mutation mutation : new ModelMutations(SEED).next(count)) {
      if (deploys(mutation)) {
        accepted++;
        scenario.beforeEach(null);
        scenario.hire("dora", Role.DESIGNER, null);
        scenario.hire("ada", Role.ADMIN, null);
        int before = faults.size();
        int jobs = failedJobs;
        journeys(mutation);
        check(mutation);
        System.out.printf(
            "accepted %s%s%s%n",
            mutation,
            failedJobs > jobs ? ", with %d incidents".formatted(failedJobs - jobs) : "",
            faults.size() > before ? " FAULT" : "");
        scenario.beforeEach(null);
        scenario.deploys(
            mutation.model().resource(),
            new String(mutation.model().content(), StandardCharsets.UTF_8));
      }
    }
    System.out.printf(
        "%d mutations: %d accepted, %d refused, %d incidents%n",
        count, accepted, refusals.size(), failedJobs);
    told.forEach((sentence, times) -> System.out.printf("%5d × %s%n", times, sentence));
    faults.forEach(fault -> System.out.println("FAULT " + fault));
  }

  private boolean deploys(Mutation mutation) {
    try {
      scenario.deploys(mutation.model().resource(), mutation.xml());
      return true;
    } catch (ParseException refusal) {
      refusals.add(mutation + " -> " + refusal.getMessage());
      told.merge(gist(refusal.getMessage()), 1, Integer::sum);
    } catch (RuntimeException e) {
      faults.add("%s: deployment fails with %s".formatted(mutation, e));
    }
    return false;
  }

  /** What a refusal says, without what it says it of. */
  private static String gist(String sentence) {
    return sentence
        .replaceAll("(?s)^.*?version in force stays\\. ", "")
        .replaceAll("(?s)[\\[(\"'].*?[\\])\"']", "…")
        .replaceAll("(?s)^(.{0,70}).*", "$1")
        .strip();
  }

  private void journeys(Mutation mutation) {
    scenario.withoutSavePoints(
        () -> {
          LeadActor won = lead("won");
          LeadActor no = lead("no");
          LeadActor dropped = lead("dropped");
          LeadActor silent = lead("silent");
          LeadActor gone = lead("gone");
          LeadActor twice = lead("twice");
          LeadActor cold = scenario.lead("cold@cold.example").with("consent", true);
          send(mutation, won, "demo_requested");
          send(mutation, no, "contact_sales");
          send(mutation, dropped, "pricing_requested");
          send(mutation, silent, "demo_requested");
          send(mutation, gone, "demo_requested");
          send(mutation, twice, "demo_requested");
          for (String type : List.of("page_view", "webinar_attended", "content_downloaded")) {
            send(mutation, cold, type);
          }
          runs(Duration.ofMinutes(1));
          for (int step = 0; step < 5; step++) {
            yes(mutation, won);
            runs(Duration.ofMinutes(5));
          }
          no(mutation, no, "low_intent");
          no(mutation, gone, "unreachable");
          no(mutation, twice, "duplicate");
          no(mutation, accepted(mutation, dropped), "no_budget");
          runs(Duration.ofDays(40));
          sweeps(mutation);
        });
  }

  private LeadActor lead(String name) {
    return scenario.lead(name + "@" + name + ".example").whoFits();
  }

  private void send(Mutation mutation, LeadActor lead, String type) {
    attempt(mutation, "signal " + type, () -> lead.does(type));
  }

  private LeadActor accepted(Mutation mutation, LeadActor lead) {
    yes(mutation, lead);
    runs(Duration.ofMinutes(1));
    return lead;
  }

  private void yes(Mutation mutation, LeadActor lead) {
    Handoff handoff = handoff(lead);
    if (handoff == null || handoff.isClosed()) {
      return;
    }
    RepActor rep = scenario.rep(handoff.owner() == null ? "mona" : handoff.owner());
    attempt(
        mutation,
        "yes to " + handoff.state(),
        () -> {
          switch (handoff.state()) {
            case REVIEW -> rep.accepts(lead);
            case QUALIFICATION -> rep.qualifies(lead);
            case FIRST_TOUCH -> rep.calls(lead);
            case OPPORTUNITY -> {
              if (scenario.stage(lead.id()) == Stage.OPPORTUNITY) {
                rep.wins(lead);
              } else {
                rep.opens(lead);
              }
            }
            default -> throw new IllegalStateException();
          }
        });
  }

  private void no(Mutation mutation, LeadActor lead, String reason) {
    Handoff handoff = handoff(lead);
    if (handoff == null || handoff.isClosed()) {
      return;
    }
    RepActor rep = scenario.rep(handoff.owner() == null ? "mona" : handoff.owner());
    attempt(
        mutation,
        "no to " + handoff.state(),
        () -> {
          if (handoff.state() == HandoffState.REVIEW) {
            rep.rejects(lead, reason);
          } else if (handoff.state() == HandoffState.QUALIFICATION) {
            rep.disqualifies(lead, reason);
          } else {
            rep.loses(lead, reason);
          }
        });
  }

  private Handoff handoff(LeadActor lead) {
    try {
      return scenario.handoff(lead.id());
    } catch (NullPointerException notRecorded) {
      return null;
    }
  }

  /** A refusal with a sentence is an answer; anything else would be a 500. */
  private void attempt(Mutation mutation, String what, Runnable call) {
    try {
      call.run();
    } catch (ApiProblem refused) {
      // a sentence for whoever asked
    } catch (RuntimeException e) {
      faults.add("%s: %s fails with %s".formatted(mutation, what, e));
    }
  }

  /** As the job executor runs them; what fails for good is an incident. */
  private void runs(Duration span) {
    ManagementService jobs = scenario.bean(ManagementService.class);
    Instant until = scenario.now().plus(span);
    for (int i = 0; i < 500; i++) {
      Job job =
          jobs.createJobQuery().withRetriesLeft().list().stream()
              .filter(each -> !due(each).isAfter(until))
              .min(Comparator.comparing(DesignersHundredTest::due).thenComparing(Job::getId))
              .orElse(null);
      if (job == null) {
        break;
      }
      if (due(job).isAfter(scenario.now())) {
        scenario.passesWithoutTimers(Duration.between(scenario.now(), due(job)));
      }
      try {
        jobs.executeJob(job.getId());
      } catch (RuntimeException e) {
        jobs.setJobRetries(job.getId(), 0);
        failedJobs++;
      }
    }
    scenario.passesWithoutTimers(Duration.between(scenario.now(), until));
  }

  private static Instant due(Job job) {
    Date due = job.getDuedate();
    return due == null ? Instant.EPOCH : due.toInstant();
  }

  private void sweeps(Mutation mutation) {
    attempt(mutation, "the sweep", () -> scenario.bean(DeadlineSweeper.class).sweep());
    attempt(mutation, "incidents", () -> scenario.bean(FailedDecisionIncidents.class).follow());
    runs(Duration.ofMinutes(1));
  }

  private void check(Mutation mutation) {
    RuntimeService runtime = scenario.bean(RuntimeService.class);
    int unscored =
        scenario.db().sql("select count(*) from unscored_signal").query(Integer.class).single();
    if (unscored > 0 && runtime.createIncidentQuery().incidentType("failedDecision").count() == 0) {
      faults.add(
          "%s: %d signals wait for a score and nobody is told".formatted(mutation, unscored));
    }
    for (String id : scenario.db().sql("select id from lead").query(String.class).list()) {
      if (scenario.stage(id) == Stage.MQL && scenario.handoffs(id).isEmpty()) {
        faults.add("%s: an MQL without a handoff".formatted(mutation));
      }
      scenario.handoffs(id).forEach(handoff -> check(mutation, handoff));
    }
  }

  private void check(Mutation mutation, Handoff handoff) {
    RuntimeService runtime = scenario.bean(RuntimeService.class);
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(handoff.id(), HandoffProcess.KEY)
            .singleResult();
    boolean dealRuns = scenario.bean(AnswerPreconditions.class).isDealRunning(handoff);
    List<Task> tasks =
        instance == null
            ? List.of()
            : scenario
                .bean(TaskService.class)
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .list();
    boolean incident =
        instance != null
            && runtime.createIncidentQuery().processInstanceId(instance.getId()).count() > 0;
    if (!handoff.isClosed() && !dealRuns && !incident) {
      if (tasks.stream().noneMatch(t -> t.getTaskDefinitionKey().equals(handoff.state().task()))) {
        faults.add(
            "%s: %s waits for its %s with no such task and no incident (%s)"
                .formatted(
                    mutation,
                    handoff.leadId(),
                    handoff.state(),
                    tasks.stream().map(Task::getTaskDefinitionKey).toList()));
      }
    }
    if (handoff.isClosed() && !tasks.isEmpty()) {
      faults.add("%s: a closed handoff still asks".formatted(mutation));
    }
    for (Deadline deadline : scenario.deadlines(handoff.id())) {
      check(mutation, handoff, deadline, tasks, dealRuns || incident);
    }
  }

  private void check(
      Mutation mutation, Handoff handoff, Deadline deadline, List<Task> tasks, boolean excused) {
    Instant met = deadline.verdict().metAt();
    Instant missed = deadline.missedAt();
    boolean lies =
        (met != null && met.isAfter(deadline.dueAt()))
            || (missed != null && !missed.equals(deadline.dueAt()))
            || (met != null && missed != null)
            || deadline.dueAt().isBefore(deadline.start().startedAt())
            || (deadline.stoppedAt() == null
                && missed == null
                && deadline.dueAt().isBefore(scenario.now().minus(Duration.ofMinutes(2))));
    if (lies) {
      faults.add("%s: the deadline %s lies".formatted(mutation, deadline));
    }
    boolean runs = deadline.stoppedAt() == null && !deadline.clock().equals("route");
    if (runs && !excused && !handoff.mayAsk(deadline.clock())) {
      faults.add("%s: the clock %s runs for no question".formatted(mutation, deadline.clock()));
    }
    if (runs && deadline.clock().equals(handoff.state().clock())) {
      tasks.stream()
          .filter(task -> task.getTaskDefinitionKey().equals(handoff.state().task()))
          .filter(
              task ->
                  task.getDueDate() == null
                      || !task.getDueDate().toInstant().equals(deadline.dueAt()))
          .forEach(
              task ->
                  faults.add(
                      "%s: the task is due at %s, the clock at %s"
                          .formatted(mutation, task.getDueDate(), deadline.dueAt())));
    }
  }
}
