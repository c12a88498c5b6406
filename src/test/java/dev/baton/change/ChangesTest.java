package dev.baton.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.change.ChangeFinding.Severity;
import dev.baton.change.backtest.BackTestReport;
import dev.baton.change.backtest.DifferingLead;
import dev.baton.engine.FileDecisions;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.InvalidInput;
import dev.baton.insight.FigureQueries;
import dev.baton.insight.funnel.DefinitionChanges;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A change of models: proposed, checked, signed, put in force, taken back. */
class ChangesTest {
  private static final String THRESHOLD = "score-threshold.dmn";
  private static final String HANDOFF = "lead-handoff.bpmn";

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private DesignerActor dora;

  @BeforeEach
  void hire() {
    dora = new DesignerActor(scenario);
  }

  @AfterEach
  void takeBack() {
    dora.takesAllBack();
  }

  @Test
  void a_changed_threshold_is_told_by_the_columns_label() {
    long id = dora.proposes(THRESHOLD, threshold("55"));

    assertThat(dora.details(id).diff())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.text()).isEqualTo("MQL at 60 → 55 (if Profile two-axis)");
              assertThat(difference.element()).isEqualTo("threshold-two-axis");
              assertThat(difference.before()).isEqualTo("60");
              assertThat(difference.after()).isEqualTo("55");
            });
  }

  @Test
  void a_change_counts_once_it_is_checked_and_both_sides_have_signed_it() {
    LeadActor ada = scenario.lead("ada@acme.example");
    long id = dora.proposes(THRESHOLD, threshold("1"));

    assertThatThrownBy(() -> dora.commands().apply(id, Map.of(), "dora"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("Check it first");
    dora.commands().check(id, Map.of(), "dora");
    assertThat(dora.state(id)).isEqualTo(ChangeState.CHECKED);
    dora.signs(id, "marketing", "marc");
    assertThatThrownBy(() -> dora.commands().apply(id, Map.of(), "dora"))
        .isInstanceOf(Conflict.class)
        .hasMessage("It is to be signed first for sales");
    dora.signs(id, "sales", "mona");
    assertThat(dora.state(id)).isEqualTo(ChangeState.SIGNED);
    dora.commands().apply(id, Map.of(), "dora");

    assertThat(dora.state(id)).isEqualTo(ChangeState.IN_FORCE);
    ada.does("pricing_page_view");
    assertThat(scenario.stage(ada.id())).isEqualTo(Stage.MQL);
  }

  @Test
  void what_is_taken_back_is_as_before_for_the_next_signal() {
    long id = dora.applied(THRESHOLD, threshold("1"));

    dora.commands().rollback(id, Map.of(), "dora");

    assertThat(dora.state(id)).isEqualTo(ChangeState.ROLLED_BACK);
    assertThat(dora.details(id).notUndone())
        .singleElement()
        .asString()
        .startsWith("Leads that were judged");
    LeadActor ada = scenario.lead("ada@acme.example").does("pricing_page_view");
    assertThat(scenario.stage(ada.id())).isEqualTo(Stage.LEAD);
    assertThatThrownBy(() -> dora.commands().rollback(id, Map.of(), "dora"))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void scores_and_handoffs_keep_the_hash_of_what_judged_them_the_same_again_after_a_rollback() {
    LeadActor before = scenario.lead("ada@acme.example").requestsDemo();
    long id = dora.applied(THRESHOLD, threshold("55"));
    LeadActor under = scenario.lead("bob@acme.example").requestsDemo();
    scenario.passes(Duration.ofMinutes(1));
    dora.commands().rollback(id, Map.of(), "dora");
    LeadActor after = scenario.lead("cleo@acme.example").requestsDemo();

    assertThat(hash("score_entry", before)).hasSize(16).isEqualTo(hash("handoff", before));
    assertThat(hash("score_entry", under)).isNotEqualTo(hash("score_entry", before));
    assertThat(hash("handoff", under)).isEqualTo(hash("score_entry", under));
    assertThat(hash("handoff", after)).isEqualTo(hash("handoff", before));
    assertThat(
            scenario
                .bean(FigureQueries.class)
                .funnel(
                    Dimension.MODELS,
                    FunnelBasis.COHORT,
                    InstantRange.EVERYTHING,
                    new FigureViewer("mona", true))
                .rows())
        .filteredOn(row -> row.mql() > 0)
        .extracting(row -> row.key() + " " + row.mql())
        .containsExactly(hash("handoff", before) + " 2", hash("handoff", under) + " 1");
  }

  private String hash(String table, LeadActor lead) {
    return scenario
        .db()
        .sql("select models_hash from %s where lead_id = :lead order by id desc".formatted(table))
        .param("lead", lead.id())
        .query(String.class)
        .list()
        .get(0);
  }

  @Test
  void a_file_that_was_only_saved_anew_judges_as_before() {
    LeadActor before = scenario.lead("ada@acme.example").requestsDemo();

    dora.applied(THRESHOLD, FileDecisions.xml("score-threshold").replace("<output ", "\n<output "));

    LeadActor after = scenario.lead("bob@acme.example").requestsDemo();
    assertThat(hash("handoff", after)).isEqualTo(hash("handoff", before));
  }

  @Test
  void a_mark_in_a_chart_knows_the_change_that_brought_it_and_the_one_that_was_taken_back() {
    Instant began = scenario.now();
    long id = dora.applied(THRESHOLD, threshold("55"));
    scenario.passes(Duration.ofMinutes(1));
    dora.commands().rollback(id, Map.of(), "dora");
    scenario.passes(Duration.ofMinutes(1));

    assertThat(scenario.bean(DefinitionChanges.class).in(new InstantRange(began, scenario.now())))
        .hasSize(2)
        .allSatisfy(change -> assertThat(change.change()).isEqualTo(id));
  }

  @Test
  void a_later_change_of_the_same_file_is_taken_back_first() {
    long first = dora.applied(THRESHOLD, threshold("55"));
    scenario.passes(Duration.ofMinutes(1));
    long second = dora.applied(THRESHOLD, threshold("50"));

    assertThatThrownBy(() -> dora.commands().rollback(first, Map.of(), "dora"))
        .isInstanceOf(Conflict.class)
        .hasMessageEndingWith("take that back first: change " + second);
    dora.commands().rollback(second, Map.of(), "dora");
    dora.commands().rollback(first, Map.of(), "dora");

    assertThat(dora.state(first)).isEqualTo(ChangeState.ROLLED_BACK);
  }

  @Test
  void an_edit_makes_check_and_signatures_void() {
    long id = dora.proposes(THRESHOLD, threshold("55"));
    dora.commands().check(id, Map.of(), "dora");
    dora.signs(id, "marketing", "marc");
    dora.signs(id, "sales", "mona");

    dora.commands()
        .edit(id, Map.of("files", DesignerActor.files(THRESHOLD, threshold("50"))), "dora");

    assertThat(dora.state(id)).isEqualTo(ChangeState.PROPOSED);
    assertThat(dora.details(id).signatures()).isEmpty();
    assertThat(dora.details(id).diff())
        .extracting(each -> each.text())
        .containsExactly("MQL at 60 → 50 (if Profile two-axis)");
  }

  @Test
  void another_title_leaves_check_and_signatures() {
    long id = dora.proposes(THRESHOLD, threshold("55"));
    dora.commands().check(id, Map.of(), "dora");
    dora.signs(id, "marketing", "marc");

    dora.commands().edit(id, Map.of("title", "A lower line"), "dora");

    assertThat(dora.details(id).change().title()).isEqualTo("A lower line");
    assertThat(dora.state(id)).isEqualTo(ChangeState.CHECKED);
    assertThat(dora.details(id).signatures()).hasSize(1);
  }

  @Test
  void what_the_gate_refuses_is_an_error_of_the_check_and_nothing_of_it_is_deployed()
      throws IOException {
    String broken = model(HANDOFF).replace("${remindOwner}", "${remindOwnr}");
    long id = dora.proposes(HANDOFF, broken);
    long before = scenario.bean(RepositoryService.class).createDeploymentQuery().count();

    dora.commands().check(id, Map.of(), "dora");

    assertThat(dora.details(id).checks())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.file()).isEqualTo(HANDOFF);
              assertThat(finding.element()).isEqualTo("remindOwner");
              assertThat(finding.text()).contains("calls 'remindOwnr', which is no step");
            });
    dora.signs(id, "marketing", "marc");
    dora.signs(id, "sales", "mona");
    assertThatThrownBy(() -> dora.commands().apply(id, Map.of(), "dora"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("found errors");
    assertThat(scenario.bean(RepositoryService.class).createDeploymentQuery().count())
        .isEqualTo(before);
  }

  @Test
  void a_check_leaves_no_trace_in_the_engine() {
    long before = scenario.bean(RepositoryService.class).createDeploymentQuery().count();
    long id = dora.proposes(THRESHOLD, threshold("55"));

    dora.commands().check(id, Map.of(), "dora");

    assertThat(dora.details(id).checks()).isEmpty();
    assertThat(scenario.bean(RepositoryService.class).createDeploymentQuery().count())
        .isEqualTo(before);
  }

  @Test
  void two_changes_of_one_file_know_of_each_other() {
    long first = dora.proposes(THRESHOLD, threshold("55"));
    long second = dora.proposes(THRESHOLD, threshold("50"));

    dora.commands().check(second, Map.of(), "dora");

    assertThat(dora.details(second).checks())
        .extracting(ChangeFinding::text)
        .containsExactly("It is part of another open change too: " + first);
  }

  @Test
  void what_was_checked_beside_something_else_is_checked_and_signed_again() {
    long first = dora.proposes(THRESHOLD, threshold("55"));
    long second = dora.proposes(THRESHOLD, threshold("50"));
    for (long id : List.of(first, second)) {
      dora.commands().check(id, Map.of(), "dora");
      dora.signs(id, "marketing", "marc");
      dora.signs(id, "sales", "mona");
    }
    dora.commands().apply(first, Map.of(), "dora");

    assertThatThrownBy(() -> dora.commands().apply(second, Map.of(), "dora"))
        .isInstanceOf(Conflict.class)
        .hasMessageStartingWith("Another version came into force since it was checked");
    dora.commands().check(second, Map.of(), "dora");

    assertThat(dora.details(second).signatures()).isEmpty();
    assertThat(dora.details(second).checks())
        .extracting(ChangeFinding::text)
        .anyMatch(text -> text.startsWith("Another version came into force since"));
    dora.signs(second, "marketing", "marc");
    dora.signs(second, "sales", "mona");
    dora.commands().apply(second, Map.of(), "dora");
    assertThat(dora.state(second)).isEqualTo(ChangeState.IN_FORCE);
  }

  @Test
  void a_file_that_an_editor_only_saved_is_no_change() {
    String saved = FileDecisions.xml("score-threshold").replace("<output ", "\n<output ");
    long id = dora.proposes(THRESHOLD, saved);

    dora.commands().check(id, Map.of(), "dora");

    assertThat(dora.details(id).diff()).isEmpty();
    assertThat(dora.details(id).checks())
        .extracting(ChangeFinding::text)
        .containsExactly("It says the same as what is in force: no change");
  }

  @Test
  void who_came_first_is_told_when_another_version_came_into_force_meanwhile() {
    long id = dora.proposes(THRESHOLD, threshold("55"));
    dora.applied(THRESHOLD, threshold("50"));

    dora.commands().check(id, Map.of(), "dora");

    assertThat(dora.details(id).checks())
        .extracting(ChangeFinding::text)
        .contains(
            "Another version came into force since this was proposed; look at the differences"
                + " again");
    assertThat(dora.details(id).diff())
        .extracting(each -> each.text())
        .containsExactly("MQL at 50 → 55 (if Profile two-axis)");
  }

  @Test
  void marketing_signs_for_marketing_and_managers_for_sales() {
    long id = dora.proposes(THRESHOLD, threshold("55"));

    assertThatThrownBy(() -> dora.signs(id, "sales", "marc"))
        .isInstanceOf(ApiProblem.class)
        .hasMessage("Managers sign for sales");
    assertThatThrownBy(() -> dora.signs(id, "marketing", "mona"))
        .isInstanceOf(ApiProblem.class)
        .hasMessage("Marketing signs for marketing");
    assertThatThrownBy(() -> dora.signs(id, "finance", "mona")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> dora.signs(id, "sales", "dora")).isInstanceOf(ApiProblem.class);
  }

  @Test
  void reps_propose_nothing() {
    assertThatThrownBy(
            () ->
                dora.commands()
                    .propose(
                        Map.of(
                            "title", "x", "files", DesignerActor.files(THRESHOLD, threshold("55"))),
                        "ben"))
        .isInstanceOf(ApiProblem.class);
  }

  @Test
  void a_proposal_names_what_it_lacks() {
    assertThatThrownBy(() -> dora.commands().propose(Map.of("why", "because"), "dora"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(error -> error.field())
                    .containsExactlyInAnyOrder("title", "files"));
    assertThatThrownBy(
            () ->
                dora.commands()
                    .propose(
                        Map.of(
                            "title",
                            "A script",
                            "files",
                            List.of(Map.of("name", "run.sh", "content", "ls"))),
                        "dora"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(error -> error.field())
                    .containsExactly("files[0].name"));
  }

  @Test
  void running_handoffs_move_to_a_changed_diagram_with_their_due_instants() throws IOException {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    LeadActor bob = scenario.lead("bob@acme.example").requestsDemo();
    scenario.ben().accepts(bob);
    List<Job> timers = timers();
    long id = dora.proposes(HANDOFF, renamed());
    dora.checkedAndSigned(id);
    assertThat(dora.details(id).running())
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.becomes()).isEqualTo("moves"))
        .anySatisfy(step -> assertThat(step.activity()).isEqualTo("reviewLead"));

    dora.commands().apply(id, Map.of("migrate", true), "dora");
    runBatches();

    assertThat(versions()).as("versions that run").hasSize(1);
    assertThat(timers())
        .extracting(job -> job.getId() + " " + job.getDuedate())
        .containsExactlyInAnyOrderElementsOf(
            timers.stream().map(job -> job.getId() + " " + job.getDuedate()).toList());
    scenario.ben().accepts(ada);
    assertThat(scenario.stage(ada.id())).isEqualTo(Stage.SAL);
  }

  @Test
  void who_would_be_lost_by_a_move_hinders_it_by_name() throws IOException {
    scenario.lead("ada@acme.example").requestsDemo();
    long id = dora.proposes(HANDOFF, renamed().replace("\"reviewLead\"", "\"reviewTheLead\""));

    assertThat(dora.details(id).running())
        .anySatisfy(
            step -> {
              assertThat(step.activity()).isEqualTo("reviewLead");
              assertThat(step.becomes()).isEqualTo("blocked");
              assertThat(step.why()).isEqualTo("the changed diagram has no 'Review lead'");
            });
  }

  @Test
  void who_would_have_been_an_mql_is_named_and_a_loose_line_needs_a_note_that_says_why() {
    LeadActor ada = scenario.lead("ada@acme.example").does("pricing_page_view");
    scenario.passes(Duration.ofHours(1));
    long id = dora.proposes(THRESHOLD, threshold("1"));

    dora.checkedAndSigned(id);

    BackTestReport report = dora.details(id).backtest();
    assertThat(report.leads()).isEqualTo(1);
    assertThat(report.now().mql()).isZero();
    assertThat(report.then().mql()).isEqualTo(1);
    assertThat(report.disagreements()).isEmpty();
    assertThat(report.compared().gained())
        .extracting(DifferingLead::leadId)
        .containsExactly(ada.id());
    assertThat(report.compared().lost()).isEmpty();
    assertThatThrownBy(() -> dora.commands().apply(id, Map.of(), "dora"))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("more than 20 % of the leads");
    dora.commands().sign(id, Map.of("side", "sales", "note", "a trial for a week"), "mona");
    dora.commands().apply(id, Map.of(), "dora");

    assertThat(dora.state(id)).isEqualTo(ChangeState.IN_FORCE);
  }

  @Test
  void a_process_alone_judges_no_lead() throws IOException {
    long id = dora.proposes(HANDOFF, renamed());

    dora.commands().check(id, Map.of(), "dora");

    assertThat(dora.details(id).backtest()).isNull();
  }

  @Test
  void a_back_test_ends_now_at_the_latest_and_begins_before_its_end() {
    long id = dora.proposes(THRESHOLD, threshold("55"));

    assertThatThrownBy(() -> dora.commands().check(id, Map.of("to", "2099-01-01"), "dora"))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(
            () ->
                dora.commands().check(id, Map.of("from", "2026-02-02", "to", "2026-02-01"), "dora"))
        .isInstanceOf(InvalidInput.class);
    dora.commands().check(id, Map.of("from", "2026-01-01", "to", "2026-02-01T12:00:00Z"), "dora");

    assertThat(dora.details(id).backtest().from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void where_both_sign_nobody_deploys_beside_it_but_what_was_sent_is_kept_as_a_proposal() {
    IdentityService identity = scenario.bean(IdentityService.class);
    DeploymentBuilder byHand =
        scenario
            .bean(RepositoryService.class)
            .createDeployment()
            .name("A lower line")
            .addString(THRESHOLD, threshold("55"));
    identity.setAuthentication("dora", List.of("camunda-admin"));
    try {
      assertThatThrownBy(byHand::deploy)
          .isInstanceOf(ApiProblem.class)
          .hasMessageContaining("Nothing was deployed; it is proposed as change");
    } finally {
      identity.clearAuthentication();
    }

    assertThat(scenario.bean(ChangeQueries.class).page(0))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.title()).isEqualTo("A lower line");
              assertThat(change.author()).isEqualTo("dora");
              assertThat(change.state()).isEqualTo(ChangeState.PROPOSED);
              assertThat(dora.details(change.id()).diff()).hasSize(1);
            });
  }

  @Test
  void who_did_what_stands_in_the_audit() {
    long id = dora.applied(THRESHOLD, threshold("55"));

    assertThat(
            scenario
                .db()
                .sql(
                    "select person || ' ' || action from audit_entry where subject = :on order by"
                        + " id")
                .param("on", "change " + id)
                .query(String.class)
                .list())
        .containsExactly(
            "dora change_proposed",
            "dora change_checked",
            "marc change_signed",
            "mona change_signed",
            "dora change_applied");
  }

  private static String threshold(String mqlAt) {
    return FileDecisions.xml("score-threshold")
        .replaceFirst("<text>60</text>", "<text>" + mqlAt + "</text>");
  }

  private static String model(String file) throws IOException {
    return Files.readString(Path.of("src/main/resources/bpmn").resolve(file));
  }

  private static String renamed() throws IOException {
    return model(HANDOFF).replace("name=\"Review lead\"", "name=\"Look at the lead\"");
  }

  private List<Job> timers() {
    return scenario.bean(ManagementService.class).createJobQuery().timers().list();
  }

  private List<String> versions() {
    return scenario
        .bean(RuntimeService.class)
        .createProcessInstanceQuery()
        .processDefinitionKey("lead-handoff")
        .list()
        .stream()
        .map(each -> each.getProcessDefinitionId())
        .distinct()
        .toList();
  }

  private void runBatches() {
    ManagementService jobs = scenario.bean(ManagementService.class);
    for (int round = 0; round < 3; round++) {
      scenario.runSavePoints();
      jobs.createBatchQuery().list().stream()
          .flatMap(
              batch ->
                  jobs
                      .createJobQuery()
                      .jobDefinitionId(batch.getBatchJobDefinitionId())
                      .list()
                      .stream())
          .forEach(job -> jobs.executeJob(job.getId()));
    }
    jobs.createBatchQuery().list().forEach(batch -> jobs.deleteBatch(batch.getId(), true));
  }
}
