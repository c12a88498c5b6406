package dev.baton.alert.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.ChannelRefused;
import dev.baton.alert.delivery.FailedDeliveriesChanged;
import dev.baton.alert.delivery.FailedDelivery;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.slack.SlackAction.Verb;
import dev.baton.alert.text.MessageTexts;
import dev.baton.engine.FileDecisions;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerForm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Status;

/** Working off what people did in Slack when something is in the way. */
class SlackActionProcessorTest {
  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final RecordedTasks tasks = new RecordedTasks();
  private AlertTestBed office;
  private SlackClient client;
  private SlackActions actions;

  /** Takes every answer, unless it is broken. */
  private static final class RecordedTasks implements OpenTasks {
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private boolean broken;

    @Override
    public Optional<Open> open(String handoffId, String person) {
      AnswerForm review =
          new AnswerForm("review-lead", "/", "")
              .ask(
                  AnswerField.of("decision", Type.DECISION, "Worth it?")
                      .offers("accept", "Yes", "reject", "No"),
                  AnswerField.of("reason", Type.REASON, "Reason")
                      .offers("low_intent", "x".repeat(200)));
      return Optional.of(new Open("review", review, null));
    }

    @Override
    public String whyNot(String handoffId, String person) {
      return "Somebody was faster.";
    }

    @Override
    public Reply answer(String handoffId, String question, Map<String, Object> fields, String by) {
      if (broken) {
        throw new IllegalStateException("the database is down");
      }
      answers.add(handoffId + " " + fields + " " + by);
      return new Reply(true, "Recorded & done.");
    }

    @Override
    public Reply pause(String handoffId, Map<String, Object> fields, String by) {
      return new Reply(false, "Not now.");
    }

    @Override
    public List<Waiting> waiting(String person) {
      return List.of();
    }
  }

  @BeforeEach
  void open() {
    office = new AlertTestBed();
    office.jdbc.sql("update person set slack_id = 'U42' where id = 'rita'").update();
    client =
        new SlackClient(
            () ->
                new SlackSettings(
                    "xoxb-test", SLACK.baseUrl() + "/api", null, "s", null, SLACK.baseUrl()),
            Duration.ofMillis(500));
    actions = new SlackActions(office.jdbc, new ObjectMapper(), office.facts::add);
    SLACK.stubFor(post("/reply").willReturn(aResponse().withStatus(200)));
  }

  @AfterEach
  void close() {
    client.close();
    office.close();
  }

  @Test
  void an_answer_that_can_not_be_recorded_is_tried_again_and_never_lost_in_silence() {
    tasks.broken = true;
    does("click:1", Verb.ACCEPT, SLACK.baseUrl() + "/reply");
    for (int attempt = 0; attempt < 5; attempt++) {
      processor().drain();
      assertThat(said()).as("attempt " + attempt).isEmpty();
      office.clock.advance(Duration.ofMinutes(10));
    }
    processor().drain();
    assertThat(said()).hasSize(1);
    assertThat(said().get(0)).contains("Baton could not record this");
    assertThat(state("click:1")).isEqualTo("failed");
    assertThat(office.facts).containsExactly(new FailedDeliveriesChanged("handoff-1"));

    tasks.broken = false;
    FailedDelivery delivery = office.stuck.all().get(0);
    assertThat(delivery.why()).contains("the database is down");
    office.stuck.again(delivery);
    processor().drain();
    assertThat(tasks.answers).hasSize(1);
    assertThat(state("click:1")).isEqualTo("done");
    assertThat(office.stuck.all()).isEmpty();
  }

  @Test
  void an_answer_is_given_once_while_its_reply_waits_for_slack() {
    SLACK.stubFor(post("/reply").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    does("click:1", Verb.ACCEPT, SLACK.baseUrl() + "/reply");
    processor().drain();
    office.clock.advance(Duration.ofSeconds(5));
    SLACK.stubFor(post("/reply").willReturn(aResponse().withFixedDelay(3000)));
    processor().drain();
    assertThat(state("click:1")).isEqualTo("worked");

    office.clock.advance(Duration.ofMinutes(1));
    SLACK.stubFor(post("/reply").willReturn(aResponse().withStatus(200)));
    processor().drain();
    assertThat(state("click:1")).isEqualTo("done");
    assertThat(said().get(said().size() - 1)).contains("Recorded \\u0026amp; done.");
    assertThat(tasks.answers).containsExactly("handoff-1 {decision=accept} rita");
  }

  @Test
  void retry_after_is_honoured_when_slack_is_asked_who_clicked() {
    office.jdbc.sql("update person set slack_id = null").update();
    SLACK.stubFor(
        post("/api/users.info")
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "37")));
    does("click:1", Verb.ACCEPT, SLACK.baseUrl() + "/reply");
    processor().drain();
    office.clock.advance(Duration.ofSeconds(36));
    processor().drain();
    SLACK.verify(1, postRequestedFor(urlEqualTo("/api/users.info")));

    office.clock.advance(Duration.ofSeconds(1));
    processor().drain();
    SLACK.verify(2, postRequestedFor(urlEqualTo("/api/users.info")));
    assertThat(tasks.answers).isEmpty();
  }

  @Test
  void a_dead_token_is_told_once_and_costs_no_answer_an_attempt() {
    office.jdbc.sql("update person set slack_id = null").update();
    SLACK.stubFor(
        post("/api/users.info").willReturn(okJson("{\"ok\":false,\"error\":\"token_revoked\"}")));
    does("click:1", Verb.ACCEPT, SLACK.baseUrl() + "/reply");
    for (int minute = 0; minute < 20; minute++) {
      processor().drain();
      office.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(state("click:1")).isEqualTo("pending");
    assertThat(office.facts).hasSize(1).first().isInstanceOf(ChannelRefused.class);
    assertThat(office.health().getStatus()).isNotEqualTo(Status.UP);
    office.jdbc.sql("update person set slack_id = 'U42' where id = 'rita'").update();
    processor().drain();
    assertThat(state("click:1")).isEqualTo("done");
    assertThat(tasks.answers).hasSize(1);
  }

  @Test
  void a_form_that_slack_opens_no_more_asks_for_another_click() {
    SLACK.stubFor(
        post("/api/views.open")
            .willReturn(okJson("{\"ok\":false,\"error\":\"expired_trigger_id\"}")));
    does("click:1", Verb.ASK_REASON, SLACK.baseUrl() + "/reply");
    does("click:2", Verb.ASK_PAUSE, SLACK.baseUrl() + "/reply");
    processor().drain();
    assertThat(said()).anyMatch(said -> said.contains("Please click once more"));
    assertThat(said()).anyMatch(said -> said.contains("can\\u0027t be paused now"));
    assertThat(SLACK.findAll(postRequestedFor(urlEqualTo("/api/views.open"))))
        .singleElement()
        .satisfies(
            asked ->
                assertThat(asked.formParameter("view").firstValue())
                    .contains("x".repeat(74) + "…\"")
                    .doesNotContain("x".repeat(75)));
  }

  @Test
  void replies_go_to_slack_and_nowhere_else() {
    does("click:1", Verb.ACCEPT, "http://169.254.169.254/latest");
    processor().drain();
    assertThat(said()).isEmpty();
    assertThat(state("click:1")).isEqualTo("worked");
  }

  @Test
  void two_clerks_do_each_thing_once() throws Exception {
    for (int n = 0; n < 40; n++) {
      does("click:" + n, Verb.ACCEPT, null);
    }
    Thread one = new Thread(processor()::drain);
    Thread two = new Thread(processor()::drain);
    one.start();
    two.start();
    one.join();
    two.join();
    assertThat(tasks.answers).hasSize(40);
  }

  private void does(String id, Verb verb, String replyUrl) {
    actions.add(
        new SlackAction(
            id, verb, "U42", new SlackQuestion("handoff-1", "review"), Map.of(), replyUrl, "T1"),
        office.clock.instant());
  }

  private SlackActionProcessor processor() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("tasks", tasks));
    return new SlackActionProcessor(
        actions,
        client,
        new SlackUsers(client, office.people),
        new SlackAnswers(
            client,
            beans.getBeanProvider(OpenTasks.class),
            new MessageTexts(FileDecisions.shipped()),
            new SlackWaitingList(office.clock, AlertTestBed.SETTINGS.publicUrl())),
        new ChannelFailures(office.jdbc, office.facts::add),
        office.transaction,
        office.clock);
  }

  private static List<String> said() {
    return SLACK.findAll(postRequestedFor(urlEqualTo("/reply"))).stream()
        .map(request -> request.getBodyAsString())
        .toList();
  }

  private String state(String id) {
    return office
        .jdbc
        .sql("select state from slack_action where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }
}
