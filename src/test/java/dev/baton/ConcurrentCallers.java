package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many callers at one moment, on whatever database a subclass names. */
abstract class ConcurrentCallers {
  private static final Map<String, Object> GOOD_FIT =
      Map.of("companySize", 120, "industry", "SaaS", "jobTitle", "VP Sales");

  @Autowired JdbcClient db;
  private HttpCaller baton;
  private HttpCaller marc;
  private HttpCaller mona;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    marc = baton.as("marc");
    mona = baton.as("mona");
  }

  @Test
  void a_hundred_signals_that_cross_the_line_at_once_start_one_handoff() throws Exception {
    String email = UUID.randomUUID() + "@acme.example";
    String lead = marc.post("/api/signals", signal("page_view", email)).at("/lead/id").asText();
    assertThat(count("handoff", lead)).isZero();

    atOnce(100, i -> marc.post("/api/signals", signal("webinar_attended", email)).is(200));

    assertThat(count("signal", lead)).isEqualTo(101);
    oneHandoffRuns(lead);
  }

  @Test
  void a_hundred_first_signals_of_one_person_make_one_lead() throws Exception {
    String email = UUID.randomUUID() + "@acme.example";

    List<Answer> answers =
        atOnce(100, i -> marc.post("/api/signals", signal("contact_sales", email)).is(200));

    List<String> leads = answers.stream().map(a -> a.at("/lead/id").asText()).distinct().toList();
    assertThat(leads).hasSize(1);
    assertThat(answers).hasSize(100).noneMatch(answer -> answer.at("/duplicate").asBoolean());
    assertThat(count("signal", leads.get(0))).isEqualTo(100);
    oneHandoffRuns(leads.get(0));
  }

  @Test
  void one_signal_sent_twenty_times_at_once_is_kept_once() throws Exception {
    Map<String, Object> signal = signal("contact_sales", UUID.randomUUID() + "@acme.example");

    List<Answer> answers = atOnce(20, i -> marc.post("/api/signals", signal).is(200));

    assertThat(answers).filteredOn(a -> !a.at("/duplicate").asBoolean()).hasSize(1);
    assertThat(answers).hasSize(20).allMatch(answer -> answer.at("/warnings").isEmpty());
    assertThat(count("signal", answers.get(0).at("/lead/id").asText())).isEqualTo(1);
  }

  @Test
  void batches_that_name_the_same_new_leads_in_opposite_order_both_get_through() throws Exception {
    List<String> people =
        IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID() + "@acme.example").toList();
    List<String> backwards = new ArrayList<>(people);
    Collections.reverse(backwards);

    // First as new leads, then as known ones.
    for (int round = 0; round < 2; round++) {
      List<Answer> answers =
          atOnce(
              4,
              i ->
                  marc.send(
                          "POST",
                          "/api/signals",
                          HttpCaller.LINES,
                          lines("contact_sales", i % 2 == 0 ? people : backwards))
                      .is(200));
      assertThat(answers)
          .isNotEmpty()
          .allMatch(a -> a.at("/accepted").asInt() == 20, "all accepted");
    }

    List<String> leads =
        db.sql("select id from lead where email in (:people)")
            .param("people", people)
            .query(String.class)
            .list();
    assertThat(leads).hasSize(20);
    for (String lead : leads) {
      assertThat(count("signal", lead)).isEqualTo(8);
      oneHandoffRuns(lead);
    }
  }

  @Test
  void of_two_reps_who_claim_at_once_one_has_the_lead_and_the_other_reads_who() throws Exception {
    String email = UUID.randomUUID() + "@acme.example";
    String lead = marc.post("/api/signals", signal("contact_sales", email)).at("/lead/id").asText();
    String handoff = atReview(lead).at("/handoff/id").asText();
    String task = nobodyOwns(handoff);

    List<Answer> answers =
        atOnce(
            2,
            i ->
                i == 0
                    ? baton.as("rita").post("/api/handoffs/" + handoff + "/claim", "")
                    : baton
                        .as("ben")
                        .post("/engine-rest/task/" + task + "/claim", Map.of("userId", "ben")));

    String owner =
        db.sql("select owner from handoff where id = ?")
            .param(handoff)
            .query(String.class)
            .single();
    assertThat(owner).isIn("rita", "ben");
    Answer late = answers.get(owner.equals("rita") ? 1 : 0);
    assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.at(owner.equals("ben") ? "/by" : "/message").asText())
        .containsAnyOf(owner, "Somebody else was faster");
  }

  /** Takes the lead from its owner as if nobody had been there, and says which task waits. */
  private String nobodyOwns(String handoff) {
    db.sql("update handoff set owner = null where id = ?").param(handoff).update();
    String task =
        baton
            .as("admin")
            .get("/engine-rest/task?processInstanceBusinessKey=" + handoff + "&maxResults=1")
            .at("/0/id")
            .asText();
    baton.as("admin").post("/engine-rest/task/" + task + "/unclaim", "").is(204);
    return task;
  }

  @Test
  void of_eight_accepts_at_once_one_counts_and_seven_are_told_whose() throws Exception {
    String email = UUID.randomUUID() + "@acme.example";
    String lead = marc.post("/api/signals", signal("contact_sales", email)).at("/lead/id").asText();
    String handoff = "/api/handoffs/" + atReview(lead).at("/handoff/id").asText() + "/review";

    List<String> reps = List.of("rita", "ben", "mona");
    List<Answer> answers =
        atOnce(
            8,
            i -> baton.as(reps.get(i % reps.size())).post(handoff, Map.of("decision", "accept")));

    assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    String winner =
        db.sql(
                "select answered_by from answer a join handoff h on h.id = a.handoff_id where lead_id = ?")
            .param(lead)
            .query(String.class)
            .single();
    for (Answer late : answers.stream().filter(answer -> answer.status() == 409).toList()) {
      late.isProblem(409);
      assertThat(late.at("/by").asText()).isEqualTo(winner);
      assertThat(late.at("/state").asText()).isEqualTo("QUALIFICATION");
      assertThat(late.at("/at").asText()).isNotBlank();
    }
  }

  @Test
  void whoever_is_answered_goes_on_at_once_also_when_four_do_so() throws Exception {
    List<List<String>> handoffs = new ArrayList<>();
    for (int caller = 0; caller < 4; caller++) {
      List<String> own = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        String email = "ada@%s.example".formatted(UUID.randomUUID());
        Answer sent = marc.post("/api/signals", signal("contact_sales", email)).is(200);
        own.add(atReview(sent.at("/lead/id").asText()).at("/handoff/id").asText());
      }
      handoffs.add(own);
    }

    List<Answer> last =
        atOnce(
            4,
            caller ->
                handoffs.get(caller).stream().map(this::goesOnAtOnce).reduce((a, b) -> b).get());

    assertThat(last).hasSize(4).extracting(Answer::status).containsOnly(200);
  }

  private Answer goesOnAtOnce(String handoff) {
    String path = "/api/handoffs/" + handoff;
    Answer accepted = mona.post(path + "/review", Map.of("decision", "accept")).is(200);
    assertThat(accepted.at("/deadlines").findValuesAsText("clock")).contains("qualification");
    Answer qualified =
        mona.post(
                path + "/qualification",
                Map.of(
                    "framework", "bant",
                    "decision", "qualify",
                    "criteria", Map.of("need", Map.of("met", true, "evidence", "said so"))))
            .is(200);
    assertThat(qualified.at("/deadlines").findValuesAsText("clock")).contains("first_touch");
    return mona.post(path + "/touch", Map.of("kind", "call", "outcome", "connected")).is(200);
  }

  private void oneHandoffRuns(String lead) throws InterruptedException {
    JsonNode handoff = atReview(lead).at("/handoff");
    assertThat(handoff.at("/cycle").asInt()).isEqualTo(1);
    assertThat(count("handoff", lead)).isEqualTo(1);
    assertThat(
            db.sql(
                    """
                    select count(*) as instances from ACT_RU_EXECUTION
                    where BUSINESS_KEY_ = ? and PARENT_ID_ is null
                    """)
                .param(handoff.at("/id").asText())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private JsonNode atReview(String lead) throws InterruptedException {
    return mona.await(
        "/api/leads/" + lead,
        l -> l.at("/handoff/deadlines").findValuesAsText("clock").contains("review"));
  }

  private int count(String table, String lead) {
    return db.sql("select count(*) as n from " + table + " where lead_id = ?")
        .param(lead)
        .query(Integer.class)
        .single();
  }

  private static String lines(String type, List<String> emails) {
    return emails.stream()
        .map(email -> HttpCaller.json(signal(type, email)))
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Object> signal(String type, String email) {
    Map<String, Object> lead = new java.util.HashMap<>(GOOD_FIT);
    lead.put("email", email);
    return Map.of("id", UUID.randomUUID().toString(), "type", type, "lead", lead);
  }

  private interface Call {
    Answer by(int caller);
  }

  /** Lets all callers go at the same moment. */
  private static List<Answer> atOnce(int callers, Call call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      CyclicBarrier gate = new CyclicBarrier(callers);
      List<Callable<Answer>> calls =
          IntStream.range(0, callers)
              .mapToObj(
                  caller ->
                      (Callable<Answer>)
                          () -> {
                            gate.await();
                            return call.by(caller);
                          })
              .toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
