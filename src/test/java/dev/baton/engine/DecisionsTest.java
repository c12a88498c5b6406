package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.baton.engine.feel.CachingFeelEngineFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DecisionsTest {
  private static ProcessEngine engine;
  private static Decisions decisions;

  @BeforeAll
  static void start() {
    InMemoryEngine configuration = new InMemoryEngine();
    configuration.setJdbcUrl("jdbc:h2:mem:decisions;DB_CLOSE_DELAY=-1");
    configuration.setProcessEngineName("decisions");
    configuration.setAuthorizationEnabled(true);
    configuration
        .getProcessEnginePlugins()
        .add(
            new EngineSettings(
                TestSteps.none(),
                TestSteps.calendars(),
                TestSteps.forms(),
                TestSteps.staff(),
                TestSteps.deployments()));
    engine = configuration.buildProcessEngine();
    decisions = new Decisions(engine);
  }

  @AfterEach
  void forget() {
    engine.getIdentityService().clearAuthentication();
    RepositoryService repository = engine.getRepositoryService();
    repository
        .createDeploymentQuery()
        .list()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId()));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void a_newly_deployed_version_counts_for_the_next_call() {
    deploy("score-band", FileDecisions.xml("score-band"));
    assertThat(band(80)).isEqualTo("hot");

    deploy("score-band", FileDecisions.xml("score-band").replace("\"hot\"", "\"warm\""));

    assertThat(band(80)).isEqualTo("warm");
    assertThat(decisions.version("score-band")).isEqualTo(2);
  }

  @Test
  void one_judgement_does_not_mix_versions() {
    deploy("score-band", FileDecisions.xml("score-band"));
    DecisionSnapshot tables = decisions.inForce();
    assertThat(tables.version("score-band")).isEqualTo(1);

    deploy("score-band", FileDecisions.xml("score-band").replace("\"hot\"", "\"warm\""));

    assertThat(tables.evaluate("score-band", Map.of("total", 80)))
        .isEqualTo(List.of(Map.of("band", "hot")));
    assertThat(tables.version("score-band")).isEqualTo(1);
  }

  @Test
  void a_table_whose_deployment_is_deleted_gives_way_to_the_one_before() {
    deploy("score-band", FileDecisions.xml("score-band"));
    String changed =
        deploy("score-band", FileDecisions.xml("score-band").replace("\"hot\"", "\"warm\""));
    assertThat(band(80)).isEqualTo("warm");

    engine.getRepositoryService().deleteDeployment(changed);
    assertThat(band(80)).isEqualTo("hot");

    deploy("score-band", FileDecisions.xml("score-band").replace("\"hot\"", "\"cool\""));
    assertThat(band(80)).isEqualTo("cool");
    assertThat(decisions.version("score-band")).isEqualTo(2);
  }

  @Test
  void a_transaction_judges_by_one_look_at_the_tables() {
    deploy("score-band", FileDecisions.xml("score-band"));
    inTransaction(
        () -> {
          assertThat(band(80)).isEqualTo("hot");
          assertThat(decisions.inForce()).isSameAs(decisions.inForce());
          elsewhere(
              () ->
                  deploy(
                      "score-band",
                      FileDecisions.xml("score-band").replace("\"hot\"", "\"warm\"")));
          assertThat(band(80)).isEqualTo("hot");
        });

    assertThat(band(80)).isEqualTo("warm");
  }

  @Test
  void what_a_transaction_deploys_or_deletes_itself_counts_in_it() {
    deploy("score-band", FileDecisions.xml("score-band"));
    inTransaction(
        () -> {
          assertThat(band(80)).isEqualTo("hot");
          String changed =
              deploy("score-band", FileDecisions.xml("score-band").replace("\"hot\"", "\"warm\""));
          assertThat(band(80)).isEqualTo("warm");
          engine.getRepositoryService().deleteDeployment(changed);
          assertThat(band(80)).isEqualTo("hot");
        });
  }

  @Test
  void a_tenants_table_is_not_the_companys() {
    deploy("score-band", FileDecisions.xml("score-band"));
    engine
        .getRepositoryService()
        .createDeployment()
        .tenantId("other")
        .addString("score-band.dmn", FileDecisions.xml("score-band").replace("\"hot\"", "\"cool\""))
        .deploy();

    assertThat(band(100)).isEqualTo("hot");
  }

  @Test
  void an_unknown_table_is_named() {
    assertThatThrownBy(() -> decisions.evaluate("no-such-table", Map.of()))
        .isInstanceOf(DecisionFailure.class)
        .hasMessageContaining("no-such-table");
    assertThatThrownBy(() -> decisions.version("no-such-table"))
        .isInstanceOf(DecisionFailure.class)
        .hasMessageContaining("no-such-table");
  }

  @Test
  void a_rule_is_not_a_persons_read() {
    deploy("score-band", FileDecisions.xml("score-band"));
    engine.getIdentityService().setAuthentication("rita", List.of("sales"));

    assertThat(band(100)).isEqualTo("hot");
  }

  @Test
  void decisions_of_processes_are_fast_too() {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(configuration.getDmnEngineConfiguration().getFeelEngineFactory())
        .isInstanceOf(CachingFeelEngineFactory.class);
  }

  @Test
  void no_decision_is_recorded_in_the_engine() {
    deploy("score-band", FileDecisions.xml("score-band"));
    band(100);

    assertThat(engine.getHistoryService().createHistoricDecisionInstanceQuery().count()).isZero();
  }

  @Test
  void a_table_that_does_not_speak_feel_is_refused() {
    String hostile =
        FileDecisions.xml("score-band")
            .replace(
                "<text>total</text>", "<text>${''.getClass().forName('java.lang.Runtime')}</text>")
            .replace("<inputExpression id", "<inputExpression expressionLanguage=\"juel\" id");
    Decisions changed = FileDecisions.shippedBut(Map.of("score-band", hostile));

    assertThatThrownBy(() -> changed.evaluate("score-band", Map.of("total", 1)))
        .hasStackTraceContaining("FEEL only");
  }

  @Test
  void a_decision_has_a_budget_of_steps() {
    for (String endless :
        List.of(
            "count(for i in 1..9000000 return i)",
            "count(for i in 1..3000, j in 1..3000 return 1)",
            "(if some i in 1..9000000 satisfies i = 0 then 1 else 2)",
            "sum(for i in 1..900000000 return 1)")) {
      Decisions changed =
          FileDecisions.shippedBut(
              Map.of(
                  "score-band",
                  FileDecisions.xml("score-band")
                      .replace("<text>total</text>", "<text>total + " + endless + "</text>")));

      assertThatThrownBy(() -> changed.row("score-band", Map.of("total", 1)))
          .as(endless)
          .isInstanceOf(DecisionFailure.class)
          .hasMessageContaining("takes more than 250,000 steps");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "string length((for i in 1..90 return if i = 1 then \"x\" else partial[-1] + partial[-1])[-1])"
            + "# makes a text of more than 10,000 characters",
        "string length(string join(for i in 1..20000 return \"some words\"))"
            + "# makes a text of more than 10,000 characters",
        "string length(replace(string join(for i in 1..900 return \"aaaaaaaaaa\"), \"a\","
            + " string join(for i in 1..900 return \"aaaaaaaaaa\")))"
            + "# makes a text of more than 10,000 characters",
        "count(for i in 1..90 return if i = 1 then [1] else [partial[-1], partial[-1]])"
            + "# takes more than 250,000 steps",
        "count((for i in 1..90 return if i = 1 then [1] else concatenate(partial[-1], partial[-1]))[-1])"
            + "# takes more than 250,000 steps",
        "count(for i in 1..90 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]})"
            + "# takes more than 250,000 steps",
        "(if matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"a*a*a*a*a*a*a*a*a*b\") then 1 else 2)"
            + "# takes more than 250,000 steps",
        "(if matches(pattern: \"a*a*a*a*a*a*a*a*a*b\", input: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\") then 1 else 2)"
            + "# takes more than 250,000 steps",
        "count(split(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"a*a*a*a*a*a*a*a*a*b\"))"
            + "# takes more than 250,000 steps",
        "(if matches(string join(for i in 1..9000 return \"a\"), \"(a|b)*c\") then 1 else 2)"
            + "# nests too deep",
      })
  void what_no_table_needs_ends_as_a_decision_that_failed(String endless, String why) {
    Decisions changed =
        FileDecisions.shippedBut(
            Map.of(
                "score-band",
                FileDecisions.xml("score-band")
                    .replace("<text>total</text>", "<text>total + " + endless + "</text>")));

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> changed.row("score-band", Map.of("total", 1)))
                .isInstanceOf(DecisionFailure.class)
                .hasMessageContaining(why + "; make it simpler"));
  }

  @Test
  void a_cell_that_nests_too_deep_is_a_decision_that_failed() {
    String deep = "(".repeat(20_000) + "total" + ")".repeat(20_000);
    Decisions changed =
        FileDecisions.shippedBut(
            Map.of(
                "score-band",
                FileDecisions.xml("score-band")
                    .replace("<text>total</text>", "<text>" + deep + "</text>")));

    assertThatThrownBy(() -> changed.row("score-band", Map.of("total", 1)))
        .isInstanceOf(DecisionFailure.class)
        .hasMessageContaining("nests too deep; make it simpler");
  }

  @Test
  void a_failure_names_the_table_the_row_and_what_was_asked() {
    Decisions changed =
        FileDecisions.shippedBut(
            Map.of(
                "score-band",
                FileDecisions.xml("score-band").replace("<text>\"hot\"</text>", "<text></text>")));

    DecisionRow row = changed.row("score-band", Map.of("total", 90));

    assertThatThrownBy(() -> row.text("band"))
        .isInstanceOf(DecisionFailure.class)
        .hasMessage(
            "The decision table score-band in its row '%s' says nothing in the column 'band'"
                .formatted(row.id()));
  }

  private String band(int total) {
    return (String) decisions.evaluate("score-band", Map.of("total", total)).get(0).get("band");
  }

  private static String deploy(String table, String xml) {
    return engine
        .getRepositoryService()
        .createDeployment()
        .addString(table + ".dmn", xml)
        .deploy()
        .getId();
  }

  private static void inTransaction(Runnable work) {
    DataSource data = engine.getProcessEngineConfiguration().getDataSource();
    new TransactionTemplate(new JdbcTransactionManager(data))
        .executeWithoutResult(status -> work.run());
  }

  private static void elsewhere(Runnable work) {
    CompletableFuture.runAsync(work).join();
  }
}
