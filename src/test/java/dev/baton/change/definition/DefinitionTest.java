package dev.baton.change.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.change.ChangeCommands;
import dev.baton.engine.FileDecisions;
import dev.baton.handoff.HandoffScenario;
import dev.baton.input.InvalidInput;
import dev.baton.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The definition at any instant. */
class DefinitionTest {
  private static final String THRESHOLD = "score-threshold.dmn";

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
  void it_says_what_was_in_force_at_an_instant_who_signed_it_and_what_differs() {
    scenario.ben().accepts(scenario.lead("ada@acme.example").requestsDemo());
    scenario.passes(Duration.ofMinutes(1));
    Instant before = scenario.now();
    scenario.passes(Duration.ofMinutes(1));
    long change = applied("55");
    scenario.lead("bob@acme.example").requestsDemo();
    scenario.passes(Duration.ofMinutes(1));

    Definition then = queries().at(before, null);
    Definition now = queries().at(scenario.now(), before);

    assertThat(sentences(then)).contains("A lead becomes an MQL when its score is 60 or more.");
    assertThat(sentences(now)).contains("A lead becomes an MQL when its score is 55 or more.");
    assertThat(now.since()).isAfter(before);
    assertThat(then.since()).as("from the beginning").isNull();
    assertThat(now.earlier()).isBefore(now.since());
    assertThat(now.hash()).isNotEqualTo(then.hash());
    assertThat(now.differences())
        .singleElement()
        .satisfies(
            each -> assertThat(each.text()).isEqualTo("MQL at 60 → 55 (if Profile two-axis)"));
    assertThat(now.changes())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.id()).isEqualTo(change);
              assertThat(each.signatures())
                  .extracting(signed -> signed.side() + " " + signed.by())
                  .containsExactly("marketing marc", "sales mona");
            });
    assertThat(then.judged().leads()).isEqualTo(1);
    assertThat(then.judged().acceptance()).isEqualTo(1.0);
    assertThat(then.judged().inWords())
        .isEqualTo(
            "1 lead became an MQL under it; 1 of them was accepted (100 %) and 0 became an SQL"
                + " (0 %). That is few: chance decides more than people.");
    assertThat(now.judged().leads()).isEqualTo(1);
    assertThat(now.judged().sal()).isZero();
  }

  @Test
  void after_a_rollback_it_is_the_one_before_again_with_all_that_it_has_judged() {
    scenario.lead("ada@acme.example").requestsDemo();
    Definition before = queries().at(scenario.now(), null);
    scenario.passes(Duration.ofMinutes(1));
    long change = applied("55");
    scenario.passes(Duration.ofMinutes(1));
    scenario.bean(ChangeCommands.class).rollback(change, Map.of(), "dora");
    scenario.passes(Duration.ofMinutes(1));
    scenario.lead("bob@acme.example").requestsDemo();

    Definition after = queries().at(scenario.now(), null);

    assertThat(after.hash()).isEqualTo(before.hash());
    assertThat(after.judged().leads()).isEqualTo(2);
    assertThat(after.changes()).isEmpty();
    assertThat(after.differences()).isNull();
  }

  @Test
  void a_model_that_is_new_was_not_there_before_and_leaves_the_past_as_it_was() {
    scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(Duration.ofMinutes(1));
    Instant before = scenario.now();
    String hash = queries().at(before, null).hash();
    scenario.passes(Duration.ofMinutes(1));
    scenario
        .bean(RepositoryService.class)
        .createDeployment()
        .name("Change of somebody")
        .addString(
            "our-score.dmn", FileDecisions.xml("score-band").replace("score-band", "our-band"))
        .deploy();
    scenario.passes(Duration.ofMinutes(1));

    assertThat(queries().at(before, null).hash()).isEqualTo(hash);
    assertThat(queries().at(before, null).judged().leads()).isEqualTo(1);
    assertThat(queries().at(scenario.now(), before).differences())
        .extracting(each -> each.text())
        .containsExactly("our-score.dmn is new");
  }

  @Test
  void an_instant_that_cant_be_read_or_lies_ahead_is_told_with_what_to_do() {
    Instant now = Instant.parse("2026-03-02T10:00:00Z");

    assertThatThrownBy(() -> DefinitionRequest.read("yesterday", null, now, ZoneOffset.UTC))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.errors())
                    .singleElement()
                    .satisfies(
                        error -> {
                          assertThat(error.field()).isEqualTo("at");
                          assertThat(error.message()).contains("give a day such as");
                        }));
    assertThatThrownBy(() -> DefinitionRequest.read(null, "2026-03-03", now, ZoneOffset.UTC))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.field()).isEqualTo("from")));
    assertThat(
            DefinitionRequest.read("2026-03-01", "2026-02-01T01:00:00 01:00", now, ZoneOffset.UTC))
        .isEqualTo(
            new DefinitionRequest(
                Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")));
  }

  private DefinitionQueries queries() {
    return scenario.bean(DefinitionQueries.class);
  }

  private static List<String> sentences(Definition definition) {
    return definition.sections().stream().flatMap(section -> section.sentences().stream()).toList();
  }

  private long applied(String line) {
    ChangeCommands commands = scenario.bean(ChangeCommands.class);
    String table =
        FileDecisions.xml("score-threshold").replaceFirst("<text>60<", "<text>" + line + "<");
    long id =
        commands.propose(
            Map.of(
                "title",
                "MQL at " + line,
                "files",
                List.of(Map.of("name", THRESHOLD, "content", table))),
            "dora");
    commands.check(id, Map.of(), "dora");
    commands.sign(id, Map.of("side", "marketing", "note", "agreed"), "marc");
    commands.sign(id, Map.of("side", "sales"), "mona");
    commands.apply(id, Map.of(), "dora");
    return id;
  }
}
