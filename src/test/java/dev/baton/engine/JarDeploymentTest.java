package dev.baton.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.MigratedDatabase;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ShippedModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class JarDeploymentTest {
  private static final String OLD = FileDecisions.xml("score-band");
  private static final String NEW = OLD.replace("\"hot\"", "\"warm\"");
  private static final String MINE = OLD.replace("\"hot\"", "\"cool\"");
  private static final String FORM = "{\"id\": \"review\", \"components\": []}";

  private final String database = UUID.randomUUID().toString();
  private final List<ProcessEngine> engines = new ArrayList<>();

  @AfterEach
  void close() {
    engines.forEach(ProcessEngine::close);
  }

  @Test
  void the_first_start_deploys_what_ships_and_says_from_which_jar() {
    ProcessEngine engine = start("1.0", model("dmn/score-band.dmn", OLD), form());

    assertThat(deployments(engine))
        .singleElement()
        .satisfies(
            deployment -> {
              assertThat(deployment.getName()).isEqualTo("Baton 1.0");
              assertThat(deployment.getSource()).isEqualTo("jar");
            });
    assertThat(band(engine)).isEqualTo("hot");
    assertThat(
            engine
                .getRepositoryService()
                .getDeploymentResourceNames(deployments(engine).get(0).getId()))
        .containsExactlyInAnyOrder("dmn/score-band.dmn", "forms/review.form");
  }

  @Test
  void everything_that_ships_is_found_and_goes_through_the_gate() {
    assertThat(ShippedModels.inJar().models())
        .extracting(ShippedModels.Model::key)
        .contains("lead-handoff")
        .containsAll(FileDecisions.ids());
  }

  @Test
  void a_form_that_ships_is_named_after_its_id() throws IOException {
    for (ShippedModels.Model model : ShippedModels.inJar().models()) {
      if (model.kind() == ModelKind.FORM) {
        assertThat(new ObjectMapper().readTree(model.content()).at("/id").asText())
            .isEqualTo(model.key());
      }
    }
  }

  @Test
  void a_restart_deploys_nothing() {
    start("1.0", model("dmn/score-band.dmn", OLD), form());
    ProcessEngine again = start("1.1", model("dmn/score-band.dmn", OLD), form());

    assertThat(deployments(again)).hasSize(1);
  }

  @Test
  void a_newer_jar_brings_its_changed_model_and_only_that() {
    start("1.0", model("dmn/score-band.dmn", OLD), form());
    ProcessEngine engine = start("2.0", model("dmn/score-band.dmn", NEW), form());

    assertThat(band(engine)).isEqualTo("warm");
    assertThat(deployments(engine)).extracting(Deployment::getName).contains("Baton 2.0");
    assertThat(
            engine
                .getRepositoryService()
                .createDeploymentQuery()
                .deploymentName("Baton 2.0")
                .list())
        .extracting(each -> engine.getRepositoryService().getDeploymentResourceNames(each.getId()))
        .containsExactly(List.of("dmn/score-band.dmn"));
  }

  @Test
  void an_older_jar_never_overrules_a_newer_one(CapturedOutput output) {
    start("0.9.0", model("dmn/score-band.dmn", OLD));
    start("0.10.0", model("dmn/score-band.dmn", NEW));
    ProcessEngine older = start("0.9.0", model("dmn/score-band.dmn", OLD));

    assertThat(band(older)).isEqualTo("warm");
    assertThat(deployments(older)).hasSize(2);
    assertThat(output)
        .contains(
            "score-band: version 2 of Baton 0.10.0 is in force, which is newer than this jar"
                + " (0.9.0); that of this jar was not deployed");
  }

  @Test
  void a_designers_version_stays_and_the_difference_is_told(CapturedOutput output) {
    designer(start("1.0", model("dmn/score-band.dmn", OLD)), MINE);
    ProcessEngine engine = start("2.0", model("dmn/score-band.dmn", NEW));

    assertThat(band(engine)).isEqualTo("cool");
    assertThat(deployments(engine)).hasSize(2);
    assertThat(output)
        .containsPattern(
            "score-band: a designer's version 2 of \\d{4}-\\S+ is in force; that of this jar"
                + " \\(2\\.0\\) differs and was not deployed; see docs/designers.md");
  }

  @Tag("nightly")
  @Test
  void a_designers_version_that_says_the_same_is_no_difference(CapturedOutput output) {
    designer(start("1.0", model("dmn/score-band.dmn", OLD)), NEW);
    ProcessEngine engine = start("2.0", model("dmn/score-band.dmn", NEW));

    assertThat(deployments(engine)).hasSize(2);
    assertThat(output).doesNotContain("differs and was not deployed");
  }

  @Tag("nightly")
  @Test
  void who_went_back_to_a_jars_version_gets_the_next_jars() {
    ProcessEngine first = start("1.0", model("dmn/score-band.dmn", OLD));
    designer(first, MINE);
    designer(first, OLD);

    assertThat(band(start("2.0", model("dmn/score-band.dmn", NEW)))).isEqualTo("warm");
  }

  /** On PostgreSQL: the engine takes no lock on H2, which has one node. */
  @Tag("nightly")
  @Test
  void two_nodes_that_start_together_deploy_once() {
    DataSource shared = MigratedDatabase.postgresql();
    startOn(shared);
    var one =
        CompletableFuture.supplyAsync(() -> startOn(shared, model("dmn/score-band.dmn", OLD)));
    var other =
        CompletableFuture.supplyAsync(() -> startOn(shared, model("dmn/score-band.dmn", OLD)));

    assertThat(deployments(one.join())).hasSize(1);
    assertThat(deployments(other.join())).hasSize(1);
  }

  private ProcessEngine start(String version, ShippedModels.Model... models) {
    ProcessEngine engine =
        TestEngine.fenced(
            database,
            TestEngine.steps(),
            new JarDeployment(version, new ShippedModels(List.of(models))));
    synchronized (engines) {
      engines.add(engine);
    }
    return engine;
  }

  private ProcessEngine startOn(DataSource shared, ShippedModels.Model... models) {
    ProcessEngine engine =
        TestEngine.fenced(
            database,
            TestEngine.steps(),
            new AbstractProcessEnginePlugin() {
              @Override
              public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setDataSource(shared);
              }
            },
            new JarDeployment("1.0", new ShippedModels(List.of(models))));
    synchronized (engines) {
      engines.add(engine);
    }
    return engine;
  }

  private static void designer(ProcessEngine engine, String xml) {
    engine.getRepositoryService().createDeployment().addString("my table.dmn", xml).deploy();
  }

  private static ShippedModels.Model model(String resource, String xml) {
    return ShippedModels.Model.of(resource, xml.getBytes(UTF_8));
  }

  private static ShippedModels.Model form() {
    return model("forms/review.form", FORM);
  }

  private static String band(ProcessEngine engine) {
    return (String)
        new Decisions(engine).evaluate("score-band", Map.of("total", 100)).get(0).get("band");
  }

  private static List<Deployment> deployments(ProcessEngine engine) {
    return engine.getRepositoryService().createDeploymentQuery().list();
  }
}
