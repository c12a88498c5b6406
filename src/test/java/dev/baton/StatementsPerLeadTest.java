package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many statements a lead costs on PostgreSQL from the opened handoff to its end, its calls with
 * their login, its steps and what it starts. These are no timings: they are the same at every run,
 * so that nothing is added unseen.
 */
@OnPostgres
class StatementsPerLeadTest {
  private static final String CALLS = "http-";
  private static final String STEPS = "step-";

  private static final int TO_REVIEW = 56;
  private static final int ACCEPTED = 61;
  private static final int ENDED = 76;

  @Autowired SentStatements statements;
  @Autowired JdbcClient db;
  @Autowired ManagementService jobs;
  @Autowired ProcessEngine engine;
  private HttpCaller baton;

  @BeforeEach
  void take_over_from_the_job_executor(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    executor().shutdown();
  }

  @AfterEach
  void give_it_back() {
    executor().start();
  }

  private JobExecutor executor() {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor();
  }

  @Test
  void a_lead_is_accepted_and_disqualified_with_so_many_statements_at_most() throws Exception {
    for (int warm = 0; warm < 2; warm++) {
      String earlier = handoff();
      runSteps();
      accept(earlier);
      disqualify(earlier);
      runSteps();
    }
    String handoff = handoff();

    List<String> toReview = sentBy(this::runSteps);
    List<String> accepted = sentBy(() -> accept(handoff));
    List<String> ended = sentBy(() -> disqualify(handoff));

    areAtMost(TO_REVIEW, toReview);
    areAtMost(ACCEPTED, accepted);
    areAtMost(ENDED, ended);
  }

  private String handoff() {
    String email = UUID.randomUUID() + "@acme.example";
    Map<String, Object> lead = Map.of("email", email, "company", "Acme", "country", "DE");
    String id =
        baton
            .as("marc")
            .post("/api/signals", Map.of("type", "demo_requested", "lead", lead))
            .is(200)
            .at("/lead/id")
            .asText();
    return db.sql("select id from handoff where lead_id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private void accept(String handoff) {
    baton
        .as("mona")
        .post("/api/handoffs/" + handoff + "/review", Map.of("decision", "accept"))
        .is(200);
  }

  private void disqualify(String handoff) {
    Map<String, Object> met = Map.of("met", true, "evidence", "call");
    Map<String, Object> criteria =
        Stream.of("budget", "authority", "need", "timing")
            .collect(Collectors.toMap(name -> name, name -> met));
    Map<String, Object> answer =
        Map.of(
            "framework", "bant",
            "criteria", criteria,
            "decision", "disqualify",
            "reason", "no_budget");
    baton.as("mona").post("/api/handoffs/" + handoff + "/qualification", answer).is(200);
  }

  private interface Act {
    void run() throws Exception;
  }

  /** What a call sends, and the steps that it leads to. */
  private List<String> sentBy(Act act) throws Exception {
    await().until(this::isLoggedInJustNow);
    statements.listen();
    act.run();
    runSteps();
    return statements.heard(CALLS, STEPS);
  }

  /**
   * A login is believed for two seconds; one that ends within the call would be counted with it.
   */
  private boolean isLoggedInJustNow() {
    statements.listen();
    baton.as("mona").get("/api/me");
    return statements.heard(CALLS).stream().anyMatch(sent -> sent.contains("ACT_ID_"));
  }

  /** As the job executor does, one after the other. */
  private void runSteps() throws InterruptedException {
    for (List<Job> due = due(); !due.isEmpty(); due = due()) {
      for (Job job : due) {
        Thread step = new Thread(() -> jobs.executeJob(job.getId()), STEPS + job.getId());
        step.start();
        step.join();
      }
    }
  }

  /** Reviews are planned by the clock, and may begin meanwhile. */
  private List<Job> due() {
    return jobs.createJobQuery().messages().withRetriesLeft().list().stream()
        .filter(job -> !job.getProcessDefinitionKey().equals("handoff-review"))
        .toList();
  }

  private static void areAtMost(int most, List<String> sent) {
    assertThat(sent.size()).as(String.join("\n", sent)).isBetween(most / 2, most);
  }
}
