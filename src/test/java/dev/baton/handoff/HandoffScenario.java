package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.alert.AlertQueries;
import dev.baton.alert.ManualDelivery;
import dev.baton.engine.FileDecisions;
import dev.baton.engine.UngatedDeployment;
import dev.baton.engine.rehearsal.StandingClock;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.Team;
import dev.baton.people.Teams;
import dev.baton.score.Score;
import dev.baton.score.Scores;
import dev.baton.signal.SignalSender;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells a story of leads and people on the real engine with the real rooms. Time stands still until
 * {@link #passes}; the save points of the process are this class's business, not a test's.
 */
public class HandoffScenario implements BeforeEachCallback, AfterEachCallback {
  /** A Monday morning. */
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final AnnotationConfigApplicationContext rooms;
  private final StandingClock clock;
  private final List<String> deployed = new ArrayList<>();
  private boolean jobsStand;

  public HandoffScenario() {
    this("two-axis");
  }

  /** A scenario that scores by another profile. */
  public HandoffScenario(String profile) {
    rooms = ScenarioContext.of(profile);
    clock = rooms.getBean(StandingClock.class);
  }

  /** An empty scenario: the reps ben and rita of one team, their manager, somebody of marketing. */
  @Override
  public void beforeEach(ExtensionContext test) {
    begins();
  }

  /** The same again, whatever has happened. */
  public void begins() {
    ScenarioContext.empty(rooms);
    clock.set(START);
    hire("ben", Role.SALES, "default");
    hire("rita", Role.SALES, "default");
    hire("mona", Role.MANAGER, "default");
    hire("marc", Role.MARKETING, null);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    RepositoryService models = bean(RepositoryService.class);
    deployed.forEach(models::deleteDeployment);
    deployed.clear();
    clock.release();
    assertThat(
            db().sql(
                    """
                    select count(*) as wrong from deadline where is_running <>
                      (met_at is null and ended_at is null and voided_at is null)
                    """)
                .query(Long.class)
                .single())
        .as("deadlines whose row says that they run although they don't, or the other way round")
        .isZero();
  }

  public <T> T bean(Class<T> type) {
    return rooms.getBean(type);
  }

  public ApplicationContext rooms() {
    return rooms;
  }

  public JdbcClient db() {
    return bean(JdbcClient.class);
  }

  public Instant now() {
    return clock.instant();
  }

  // People

  public void hire(String id, Role role, String team) {
    save(id, role, team, true);
  }

  /** A team that nobody is in yet. */
  public void opens(String team) {
    bean(Teams.class).save(new Team(team, team, null, false, null));
  }

  public void leaves(String id) {
    Person person = bean(People.class).find(id).orElseThrow();
    save(id, person.role(), person.team(), false);
  }

  private void save(String id, Role role, String team, boolean active) {
    String email = id + "@baton.example";
    bean(People.class).save(new Person(id, id, email, role, team, ZoneOffset.UTC, active));
  }

  public RepActor rep(String id) {
    return new RepActor(this, id);
  }

  public RepActor ben() {
    return rep("ben");
  }

  public RepActor rita() {
    return rep("rita");
  }

  public RepActor mona() {
    return rep("mona");
  }

  /** Deploys a changed decision table until the test ends. */
  public void changes(String table, String from, String to) {
    String xml = FileDecisions.xml(table);
    if (!xml.contains(from)) {
      throw new IllegalArgumentException(table + " has no " + from);
    }
    deploys(table + ".dmn", xml.replace(from, to));
  }

  /** Puts a table in force that the gate would refuse, until the test ends or it is mended. */
  public void breaks(String table, String from, String to) {
    deployed.add(UngatedDeployment.of(bean(ProcessEngine.class), table, from, to));
  }

  /** Deploys a model as an earlier gate let it in, until the test ends. */
  void deploysUngated(String file, String xml) {
    deployed.add(UngatedDeployment.of(bean(ProcessEngine.class), file, xml));
  }

  /** Takes back the last change of a table. */
  public void mends() {
    bean(RepositoryService.class).deleteDeployment(deployed.remove(deployed.size() - 1));
  }

  /** Deploys a model until the test ends, by when nothing may run on it. */
  void deploys(String file, String xml) {
    deployed.add(
        bean(RepositoryService.class).createDeployment().addString(file, xml).deploy().getId());
  }

  // Leads

  public LeadActor lead(String email) {
    return new LeadActor(this, Map.of("email", email));
  }

  public LeadActor visitor(String visitorId) {
    return new LeadActor(this, Map.of("visitorId", visitorId));
  }

  public LeadActor somebody(Map<String, Object> contact) {
    return new LeadActor(this, contact);
  }

  SignalSender.Receipt send(String sender, Map<String, Object> signal) {
    SignalSender.Receipt receipt = bean(SignalSender.class).send(sender, signal);
    settle();
    return receipt;
  }

  /** Whatever is told next can't be delivered, now or later. */
  public void nextMessageFails(String why) {
    bean(ManualDelivery.class).failsOnce(why);
  }

  /** From another thread: the steps behind it are run by the story itself. */
  SignalSender.Receipt raisesHand(String email, String id) {
    return bean(SignalSender.class)
        .send("tests", Map.of("type", "contact_sales", "id", id, "lead", Map.of("email", email)));
  }

  Handoff handoff(String leadId) {
    return bean(Handoffs.class).latest(List.of(leadId)).get(leadId);
  }

  public List<Handoff> handoffs(String leadId) {
    return bean(Handoffs.class).ofLead(leadId);
  }

  List<Deadline> deadlines(String handoffId) {
    return bean(Deadlines.class).of(handoffId);
  }

  List<StageEpisode> episodes(String leadId) {
    return bean(Stages.class).episodes(leadId);
  }

  public Stage stage(String leadId) {
    return bean(Stages.class).current(leadId).orElseThrow().stage();
  }

  Score score(String leadId) {
    return bean(Scores.class).score(leadId, now());
  }

  /** Oldest first. */
  List<Alert> notices(String leadId) {
    List<Alert> newestFirst = new ArrayList<>(bean(AlertQueries.class).ofLead(leadId));
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  public <T> List<T> facts(Class<T> type) {
    return bean(PublishedFacts.class).of(type);
  }

  // Time

  /** Time goes by; each job that comes due on the way runs at its own instant. */
  public void passes(Duration span) {
    Instant until = now().plus(span);
    for (Job next = nextTimer(until); next != null; next = nextTimer(until)) {
      Instant due = next.getDuedate().toInstant();
      clock.set(due.isAfter(now()) ? due : now());
      run(next);
    }
    clock.set(until);
    settle();
  }

  /** Nothing runs for a while; after it everything that came due runs at once, oldest first. */
  public void isDownFor(Duration span) {
    clock.set(now().plus(span));
    bean(DeadlineSweeper.class).afterSingletonsInstantiated();
    passes(Duration.ZERO);
  }

  /** Time goes by and a timer is lost on the way. */
  public void passesWithoutTimers(Duration span) {
    clock.set(now().plus(span));
  }

  public void sweeps() {
    bean(DeadlineSweeper.class).sweep();
    settle();
  }

  private Job nextTimer(Instant until) {
    return timers().stream()
        .filter(job -> !job.getDuedate().toInstant().isAfter(until))
        .findFirst()
        .orElse(null);
  }

  /** The waiting timers, by due instant; of equal ones the older first. */
  List<Job> timers() {
    return bean(ManagementService.class).createJobQuery().timers().list().stream()
        .sorted(Comparator.comparing(Job::getDuedate).thenComparing(Job::getCreateTime))
        .toList();
  }

  Map<String, Instant> timersOf(String handoffId) {
    Map<String, Instant> timers = new HashMap<>();
    String instance =
        bean(RuntimeService.class)
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(handoffId)
            .singleResult()
            .getId();
    ManagementService jobs = bean(ManagementService.class);
    jobs.createJobQuery().timers().processInstanceId(instance).list().stream()
        .forEach(
            job ->
                timers.put(
                    jobs.createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId(),
                    job.getDuedate().toInstant()));
    return timers;
  }

  private void run(Job job) {
    bean(ManagementService.class).executeJob(job.getId());
    settle();
  }

  /** Runs the steps that are due and delivers what they tell. */
  private void settle() {
    if (!jobsStand) {
      runSavePoints();
    }
    bean(ManualDelivery.class).deliver();
  }

  public void runSavePoints() {
    ManagementService jobs = bean(ManagementService.class);
    for (List<Job> due = messages(jobs); !due.isEmpty(); due = messages(jobs)) {
      due.forEach(job -> jobs.executeJob(job.getId()));
    }
  }

  /** Of one handoff only: what fails elsewhere stays as it is. */
  void runSavePoints(String handoffId) {
    String instance =
        bean(RuntimeService.class)
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(handoffId)
            .singleResult()
            .getId();
    ManagementService jobs = bean(ManagementService.class);
    jobs.createJobQuery().messages().processInstanceId(instance).list().stream()
        .map(Job::getId)
        .forEach(jobs::executeJob);
  }

  /** As the job executor does when a step has lost a race. */
  void runSavePointsAgainAndAgain() {
    for (int attempt = 1; !messages(bean(ManagementService.class)).isEmpty(); attempt++) {
      try {
        runSavePoints();
      } catch (ConcurrencyFailureException | OptimisticLockingException lost) {
        if (attempt == 5) {
          throw lost;
        }
      }
    }
  }

  private static List<Job> messages(ManagementService jobs) {
    return jobs.createJobQuery().messages().list();
  }

  /** Runs what else has begun with a call, once it is answered: nobody waits for that. */
  public <T> T withSavePoints(Supplier<T> call) {
    try {
      return call.get();
    } finally {
      settle();
    }
  }

  /** The steps behind save points wait meanwhile, as in a backlog. */
  public void withoutSavePoints(Runnable story) {
    jobsStand = true;
    try {
      story.run();
    } finally {
      jobsStand = false;
    }
  }

  /** Accepts a review whose next step doesn't run yet. */
  public void completesWithoutSavePoints(LeadActor lead, String by) {
    withoutSavePoints(
        () -> completesInTasklist(lead.handoff().id(), by, Map.of("decision", "accept")));
  }

  // The engine's side

  public Task task(String handoffId) {
    return bean(TaskService.class)
        .createTaskQuery()
        .processInstanceBusinessKey(handoffId)
        .singleResult();
  }

  /** Completes the open task past our own commands, as Tasklist and the engine's REST API do. */
  public void completesInTasklist(String handoffId, String by, Map<String, Object> fields) {
    var identity = bean(ProcessEngine.class).getIdentityService();
    identity.setAuthenticatedUserId(by);
    try {
      bean(TaskService.class).complete(task(handoffId).getId(), fields);
    } finally {
      identity.clearAuthentication();
    }
    settle();
  }

  List<VariableInstance> variables() {
    return bean(RuntimeService.class).createVariableInstanceQuery().list();
  }

  long runningProcesses() {
    return bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processDefinitionKey(HandoffProcess.KEY)
        .count();
  }

  long runningLadders() {
    return bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processDefinitionKey("escalation")
        .count();
  }
}
