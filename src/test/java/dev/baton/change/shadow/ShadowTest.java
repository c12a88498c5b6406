package dev.baton.change.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.change.ChangeCommands;
import dev.baton.change.ChangeDetails;
import dev.baton.change.ChangeQueries;
import dev.baton.change.shadow.ShadowReport.ShadowLead;
import dev.baton.engine.FileDecisions;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.InvalidInput;
import dev.baton.people.Role;
import dev.baton.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A proposal judges live leads beside what is in force, and nobody hears of it. */
class ShadowTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @BeforeEach
  void hire() {
    scenario.hire("dora", Role.DESIGNER, null);
  }

  @AfterEach
  void take_back() {
    RepositoryService repository = scenario.bean(RepositoryService.class);
    repository.createDeploymentQuery().deploymentNameLike("Change %").list().stream()
        .forEach(each -> repository.deleteDeployment(each.getId(), true));
  }

  @Test
  void it_tells_as_it_happens_who_it_would_have_gained_and_leaves_no_trace_on_a_lead() {
    LeadActor before = scenario.lead("early@acme.example").does("pricing_page_view");
    scenario.passes(Duration.ofMinutes(10));
    long id = checked("score-threshold", threshold("1"));
    shadow(id, true);
    scenario.passes(Duration.ofMinutes(1));
    LeadActor ada = scenario.lead("ada@acme.example").does("pricing_page_view");
    long notices = notices();

    sweep();

    assertThat(report(id).on()).isTrue();
    assertThat(report(id).leads()).isEqualTo(1);
    assertThat(report(id).agreement()).isEqualByComparingTo("0");
    assertThat(report(id).gained()).extracting(ShadowLead::leadId).containsExactly(ada.id());
    assertThat(scenario.stage(ada.id())).isEqualTo(Stage.LEAD);
    assertThat(scenario.stage(before.id())).isEqualTo(Stage.LEAD);
    assertThat(notices()).isEqualTo(notices);

    scenario.lead("bob@acme.example").requestsDemo();
    sweep();

    assertThat(report(id).leads()).isEqualTo(2);
    assertThat(report(id).agreement()).isEqualByComparingTo("0.5");
  }

  @Test
  void who_becomes_an_mql_and_would_not_have_is_lost() {
    long id =
        checked(
            "hand-raiser",
            FileDecisions.xml("hand-raiser")
                .replaceFirst("<text>true</text>", "<text>false</text>"));
    shadow(id, true);
    scenario.passes(Duration.ofMinutes(1));
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();

    sweep();

    assertThat(report(id).lost()).extracting(ShadowLead::leadId).containsExactly(ada.id());
    assertThat(report(id).gained()).isEmpty();
  }

  @Test
  void who_became_an_mql_later_all_the_same_would_have_been_one_earlier() {
    long id = checked("score-threshold", threshold("1"));
    shadow(id, true);
    scenario.passes(Duration.ofMinutes(1));
    LeadActor ada = scenario.lead("ada@acme.example").does("pricing_page_view");
    sweep();
    assertThat(report(id).gained()).hasSize(1);
    scenario.passes(Duration.ofHours(1));
    ada.requestsDemo();

    sweep();

    assertThat(report(id).gained()).isEmpty();
    assertThat(report(id).others().earlier()).isEqualTo(1);
    assertThat(report(id).leads()).isEqualTo(1);
  }

  @Test
  void it_ends_by_itself_when_the_change_is_put_in_force_or_withdrawn_and_an_edit_forgets_it() {
    long applied = checked("score-threshold", threshold("55"));
    shadow(applied, true);
    scenario.bean(ChangeCommands.class).sign(applied, Map.of("side", "marketing"), "marc");
    scenario.bean(ChangeCommands.class).sign(applied, Map.of("side", "sales"), "mona");
    scenario.bean(ChangeCommands.class).apply(applied, Map.of(), "dora");
    assertThat(report(applied).on()).isFalse();

    long withdrawn = checked("score-threshold", threshold("50"));
    shadow(withdrawn, true);
    scenario.bean(ChangeCommands.class).withdraw(withdrawn, "dora");
    assertThat(report(withdrawn).on()).isFalse();

    long edited = checked("score-threshold", threshold("45"));
    shadow(edited, true);
    scenario
        .bean(ChangeCommands.class)
        .edit(edited, Map.of("files", files("score-threshold", threshold("40"))), "dora");
    assertThat(details(edited).shadow()).isNull();
    scenario.lead("ada@acme.example").does("pricing_page_view");
    sweep();
    assertThat(report(applied).leads()).isZero();
    assertThat(report(withdrawn).leads()).isZero();
  }

  @Test
  void off_ends_it_and_on_begins_anew() {
    long id = checked("score-threshold", threshold("1"));
    shadow(id, true);
    scenario.passes(Duration.ofMinutes(1));
    scenario.lead("ada@acme.example").does("pricing_page_view");
    sweep();

    shadow(id, false);
    assertThat(report(id).on()).isFalse();
    assertThat(report(id).leads()).isEqualTo(1);

    scenario.passes(Duration.ofMinutes(1));
    shadow(id, true);
    assertThat(report(id).on()).isTrue();
    assertThat(report(id).leads()).isZero();
  }

  @Test
  void only_checked_tables_judge_and_only_for_those_who_work_on_them() throws IOException {
    ChangeCommands commands = scenario.bean(ChangeCommands.class);
    long id = proposed("score-threshold", threshold("55"));
    assertThatThrownBy(() -> shadow(id, true))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("Check it first");
    assertThatThrownBy(() -> commands.shadow(id, Map.of(), "dora"))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> commands.shadow(id, Map.of("on", "maybe"), "dora"))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> commands.shadow(id, Map.of("on", true), "ben"))
        .isInstanceOf(ApiProblem.class);

    String process =
        Files.readString(Path.of("src/main/resources/bpmn/lead-handoff.bpmn"))
            .replace("name=\"Review lead\"", "name=\"Look at the lead\"");
    long alone =
        commands.propose(
            Map.of(
                "title",
                "A word",
                "files",
                List.of(Map.of("name", "lead-handoff.bpmn", "content", process))),
            "dora");
    commands.check(alone, Map.of(), "dora");
    assertThatThrownBy(() -> shadow(alone, true))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("changes no decision table");
  }

  private void sweep() {
    scenario.passes(Duration.ofMinutes(1));
    scenario.bean(Shadows.class).sweep();
  }

  private long notices() {
    return scenario.db().sql("select count(*) from notice").query(Long.class).single();
  }

  private void shadow(long id, boolean on) {
    scenario.bean(ChangeCommands.class).shadow(id, Map.of("on", on), "dora");
  }

  private ChangeDetails details(long id) {
    return scenario.bean(ChangeQueries.class).details(id).orElseThrow();
  }

  private ShadowReport report(long id) {
    ShadowReport report = details(id).shadow();
    assertThat(report).isNotNull();
    return report;
  }

  private long checked(String table, String content) {
    long id = proposed(table, content);
    scenario.bean(ChangeCommands.class).check(id, Map.of(), "dora");
    return id;
  }

  private long proposed(String table, String content) {
    return scenario
        .bean(ChangeCommands.class)
        .propose(Map.of("title", "Another " + table, "files", files(table, content)), "dora");
  }

  private static List<Map<String, String>> files(String table, String content) {
    return List.of(Map.of("name", table + ".dmn", "content", content));
  }

  private static String threshold(String line) {
    return FileDecisions.xml("score-threshold").replaceFirst("<text>60<", "<text>" + line + "<");
  }
}
