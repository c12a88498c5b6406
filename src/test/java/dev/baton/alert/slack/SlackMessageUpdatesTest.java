package dev.baton.alert.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.delivery.ChannelFailures;
import dev.baton.alert.delivery.ChannelRefused;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.text.Text;
import dev.baton.input.AnswerForm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A message that can be answered, after somebody did. */
class SlackMessageUpdatesTest {
  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final Instant ANSWERED = Instant.parse("2026-11-24T12:30:00Z");

  private AlertTestBed office;
  private SlackClient client;
  private SlackMessages messages;
  private SlackMessageUpdates updates;

  @BeforeEach
  void send_a_message_with_buttons() {
    SlackMessenger slack = AlertTestBed.slack(SLACK.baseUrl() + "/api", null);
    SLACK.stubFor(
        post("/api/users.lookupByEmail")
            .willReturn(okJson("{\"ok\":true,\"user\":{\"id\":\"U42\"}}")));
    SLACK.stubFor(
        post("/api/chat.postMessage")
            .willReturn(okJson("{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1.2\"}")));
    office = new AlertTestBed(slack);
    client =
        new SlackClient(
            () ->
                new SlackSettings(
                    "xoxb-test", SLACK.baseUrl() + "/api", null, "s", null, "https://x"),
            Duration.ofMillis(500));
    messages = new SlackMessages(office.jdbc, office.facts::add, office.clock);
    updates =
        new SlackMessageUpdates(
            messages,
            office.queue,
            new ChannelFailures(office.jdbc, office.facts::add),
            client,
            new AnsweredMessageRenderer(
                office.notices, office.recipients, office.renderer, office.clock),
            office.transaction,
            office.clock);
    office.outbox.tell(office.assigned("k"));
    office.deliver();
    remember("k:slack", "rita");
  }

  private void remember(String key, String recipient) {
    messages.remember(
        key,
        new SlackMessageActions.Offer(
            "handoff-1",
            recipient,
            new OpenTasks.Open("review", new AnswerForm("x", "/", ""), null)),
        new SlackPlace("D1", "1.2", null));
  }

  @AfterEach
  void close() {
    client.close();
    office.close();
  }

  @Test
  void the_line_stands_in_the_message_on_the_readers_clock() {
    answers(okJson("{\"ok\":true}"));
    updates.drain();
    assertThat(written()).as("nobody has answered").isEmpty();

    messages.answered(
        "handoff-1", "review", Text.of("answered_review", Map.of("person", "<Ben>")), ANSWERED);
    updates.drain();
    updates.drain();

    assertThat(written()).hasSize(1);
    assertThat(written().get(0).formParameter("channel").firstValue()).isEqualTo("D1");
    assertThat(written().get(0).formParameter("ts").firstValue()).isEqualTo("1.2");
    assertThat(written().get(0).formParameter("blocks").firstValue())
        .contains(
            "Accepted by \\u0026lt;Ben\\u0026gt;, Tue 24 Nov, 13:30 Berlin time", "Ada Lovelace")
        .contains("Tue 24 Nov, 17:05 Berlin time, in 3 h 40 min")
        .doesNotContain("\"accept\"");
    assertThat(state()).isEqualTo("done");
  }

  @Test
  void a_later_answer_to_the_same_question_is_written_too_and_another_questions_is_not() {
    answers(okJson("{\"ok\":true}"));
    messages.handedOver("handoff-1", "rita", Text.literal("rita has this lead now"), ANSWERED);
    updates.drain();
    assertThat(written()).as("it is hers").isEmpty();

    messages.handedOver("handoff-1", "ben", Text.literal("ben has this lead now"), ANSWERED);
    updates.drain();
    messages.answered(
        "handoff-1",
        "review",
        Text.of("answered_review", Map.of("person", "ben")),
        ANSWERED.plusSeconds(60));
    updates.drain();
    messages.answered(
        "handoff-1",
        "qualification",
        Text.of("answered_qualification", Map.of("person", "ben")),
        ANSWERED.plusSeconds(90));
    updates.drain();

    assertThat(written()).hasSize(2);
    assertThat(written().get(1).formParameter("blocks").firstValue()).contains("Accepted by ben");
  }

  @Test
  void a_fault_delays_the_line_and_loses_nothing() {
    messages.answered(
        "handoff-1", "review", Text.of("answered_review", Map.of("person", "ben")), ANSWERED);
    List<ResponseDefinitionBuilder> faults =
        List.of(
            aResponse().withStatus(429).withHeader("Retry-After", "37"),
            aResponse().withStatus(500),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            aResponse().withFixedDelay(3000),
            aResponse().withStatus(200).withBody("<html>proxy says no</html>"));
    for (ResponseDefinitionBuilder fault : faults) {
      answers(fault);
      updates.drain();
      assertThat(state()).isEqualTo("due");
      int asked = written().size();
      office.clock.advance(Duration.ofSeconds(29));
      updates.drain();
      assertThat(written()).as("it waits").hasSize(asked);
      office.clock.advance(Duration.ofMinutes(5));
    }
    answers(okJson("{\"ok\":true}"));
    updates.drain();
    assertThat(state()).isEqualTo("done");
  }

  @Test
  void a_dead_token_is_told_once_and_costs_no_message_an_attempt() {
    messages.answered(
        "handoff-1", "review", Text.of("answered_review", Map.of("person", "ben")), ANSWERED);
    for (int minute = 0; minute < 20; minute++) {
      answers(
          minute % 2 == 0
              ? okJson("{\"ok\":false,\"error\":\"invalid_auth\"}")
              : aResponse().withStatus(403));
      updates.drain();
      office.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(state()).isEqualTo("due");
    assertThat(office.facts.stream().filter(ChannelRefused.class::isInstance)).hasSize(1);

    answers(okJson("{\"ok\":true}"));
    updates.drain();
    assertThat(state()).isEqualTo("done");
  }

  @Test
  void a_message_that_is_gone_is_done_and_one_that_never_works_fails_visibly() {
    messages.answered(
        "handoff-1", "review", Text.of("answered_review", Map.of("person", "ben")), ANSWERED);
    answers(okJson("{\"ok\":false,\"error\":\"message_not_found\"}"));
    updates.drain();
    assertThat(state()).isEqualTo("done");

    messages.answered(
        "handoff-1", "review", Text.of("answered_review", Map.of("person", "mona")), ANSWERED);
    answers(okJson("{\"ok\":false,\"error\":\"fatal_error\"}"));
    for (int attempt = 0; attempt < 12; attempt++) {
      updates.drain();
      office.clock.advance(Duration.ofHours(1));
    }
    assertThat(state()).isEqualTo("failed");
    assertThat(written()).hasSize(1 + 10);
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    SLACK.stubFor(post("/api/chat.update").willReturn(answer));
  }

  private static List<LoggedRequest> written() {
    return SLACK.findAll(postRequestedFor(urlEqualTo("/api/chat.update")));
  }

  private String state() {
    return office
        .jdbc
        .sql("select state from slack_message where notice_key = 'k:slack'")
        .query(String.class)
        .single();
  }
}
