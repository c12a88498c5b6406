package dev.baton.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandRaisers;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.record.HandoffState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thousand running handoffs go on with a changed diagram while people answer. */
@Tag("nightly")
class ManyMovedHandoffsTest {
  private static final String HANDOFF = "lead-handoff.bpmn";
  private static final int OVERDUE = 300;
  private static final int ALL = 1_000;
  private static final int ACCEPTED = 100;

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void no_due_instant_moves_and_none_is_lost() throws IOException {
    HandRaisers.arrive(scenario, OVERDUE);
    scenario.passes(Duration.ofHours(5));
    HandRaisers.arrive(scenario, ALL);
    accept(ACCEPTED);
    DesignerActor dora = new DesignerActor(scenario);
    long id = dora.proposes(HANDOFF, renamed());
    dora.checkedAndSigned(id);
    List<String> timers = timers();
    List<String> deadlines = deadlines();
    assertThat(processes()).hasSize(ALL);
    assertThat(deadlines).hasSize(ALL);

    dora.commands().apply(id, Map.of("migrate", true), DesignerActor.NAME);
    List<String> moves = moves();
    assertThat(moves).hasSize(ALL);
    run(moves.subList(0, moves.size() / 2));
    assertThat(processes().values()).as("half-way").contains("1", "2");
    assertThat(timers()).containsExactlyInAnyOrderElementsOf(timers);
    accept(ACCEPTED);
    run(moves.subList(moves.size() / 2, moves.size()));

    assertThat(processes()).hasSize(ALL);
    assertThat(processes().values()).containsOnly("2");
    assertThat(deadlines()).hasSize(ALL);
    assertThat(deadlines().stream().filter(deadlines::contains)).hasSize(ALL - ACCEPTED);
    assertThat(withoutTheirTimer()).isEmpty();
    assertThat(count("select count(*) as n from ACT_RU_TASK")).isEqualTo(ALL);
    assertThat(count("select count(*) as n from ACT_RU_INCIDENT")).isZero();
    dora.takesAllBack();
  }

  private static String renamed() throws IOException {
    return Files.readString(Path.of("src/main/resources/bpmn", HANDOFF))
        .replace("name=\"Review lead\"", "name=\"Look at the lead\"");
  }

  /** The youngest that are still reviewed. */
  private void accept(int many) {
    scenario
        .db()
        .sql(
            "select id, owner from handoff where state = 'REVIEW' order by mql_at desc, id limit :n")
        .param("n", many)
        .query((row, number) -> Map.entry(row.getString("id"), row.getString("owner")))
        .list()
        .forEach(
            handoff ->
                scenario
                    .bean(HandoffCommands.class)
                    .answer(
                        handoff.getKey(),
                        HandoffState.REVIEW,
                        Map.of("decision", "accept"),
                        handoff.getValue()));
  }

  /** Each handoff's process, with the version that it runs in. */
  private Map<String, String> processes() {
    return scenario
        .bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processDefinitionKey("lead-handoff")
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                each -> each.getBusinessKey(),
                each -> each.getProcessDefinitionId().split(":")[1]));
  }

  private List<String> timers() {
    return management().createJobQuery().timers().list().stream()
        .map(job -> "%s %s".formatted(job.getId(), job.getDuedate()))
        .toList();
  }

  private List<String> deadlines() {
    return scenario
        .db()
        .sql("select concat(id, ' ', due_at, ' ', warn_at) as d from deadline where is_running")
        .query(String.class)
        .list();
  }

  /** Running deadlines whose overdue timer is not there, or not at their instant. */
  private List<String> withoutTheirTimer() {
    return scenario
        .db()
        .sql(
            """
            select d.id from deadline d join handoff h on h.id = d.handoff_id
            where d.is_running and d.missed_at is null and not exists (
              select 1 from ACT_RU_JOB job
                join ACT_RU_EXECUTION process on process.ID_ = job.PROCESS_INSTANCE_ID_
              where process.BUSINESS_KEY_ = d.handoff_id and job.DUEDATE_ = d.due_at)
            """)
        .query(String.class)
        .list();
  }

  /** A job for each handoff; what makes them is run first. */
  private List<String> moves() {
    Batch batch = management().createBatchQuery().singleResult();
    List<String> seeds = jobs(batch.getSeedJobDefinitionId());
    while (!seeds.isEmpty()) {
      run(seeds);
      seeds = jobs(batch.getSeedJobDefinitionId());
    }
    return jobs(batch.getBatchJobDefinitionId());
  }

  private List<String> jobs(String definition) {
    return management().createJobQuery().jobDefinitionId(definition).list().stream()
        .map(Job::getId)
        .toList();
  }

  private void run(List<String> jobs) {
    jobs.forEach(management()::executeJob);
  }

  private int count(String sql) {
    return scenario.db().sql(sql).query(Integer.class).single();
  }

  private ManagementService management() {
    return scenario.bean(ManagementService.class);
  }
}
