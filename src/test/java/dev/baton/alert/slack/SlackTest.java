package dev.baton.alert.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.alert.Alert;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.delivery.FailedDelivery;
import dev.baton.alert.mail.MailMessenger;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadSummary;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.people.Person;
import dev.baton.people.Role;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.actuate.health.Status;

class SlackTest {
  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private SlackMessenger slack;
  private AlertTestBed office;

  @BeforeEach
  void open() {
    slack = AlertTestBed.slack(SLACK.baseUrl() + "/api", null);
    office = new AlertTestBed(slack);
    lookupAnswers(okJson("{\"ok\":true,\"user\":{\"id\":\"U42\"}}"));
    postAnswers(okJson("{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1.2\"}"));
  }

  @AfterEach
  void close() {
    office.close();
    slack.close();
  }

  @Test
  void a_dead_token_is_told_by_mail_and_in_health_and_costs_no_message() throws Exception {
    try (MailMessenger mail = AlertTestBed.mail(MAIL.getSmtp().getPort(), Duration.ofSeconds(5));
        AlertTestBed both = new AlertTestBed(slack, mail)) {
      lookupAnswers(okJson("{\"ok\":false,\"error\":\"invalid_auth\"}"));
      both.outbox.tell(both.assigned("k"));
      both.deliver();
      both.clock.advance(Duration.ofMinutes(2));
      both.deliver();

      assertThat(both.alert("k", "slack"))
          .extracting(Alert::state, Alert::attempts, Alert::error)
          .containsExactly("pending", 0, "Slack answered invalid_auth");
      assertThat(MAIL.getReceivedMessagesForDomain("mona@baton.example"))
          .extracting(MimeMessage::getSubject)
          .containsExactly("Nothing goes out over Slack: its credential is refused");
      assertThat(both.health().getStatus().getCode()).isEqualTo("DEGRADED");
      assertThat(both.health().getDetails())
          .containsEntry("says", "Nothing goes out over Slack (Slack answered invalid_auth).")
          .containsEntry("since", "2026-11-24T12:25:00Z");

      lookupAnswers(okJson("{\"ok\":true,\"user\":{\"id\":\"U42\"}}"));
      both.clock.advance(Duration.ofMinutes(2));
      both.deliver();

      assertThat(both.alert("k", "slack").state()).isEqualTo("sent");
      assertThat(both.health().getStatus()).isEqualTo(Status.UP);
    }
  }

  @Test
  void rule_R17_a_direct_message_carries_the_whole_pack() throws Exception {
    office.outbox.tell(office.assigned("k"));
    office.deliver();

    SLACK.verify(
        1,
        postRequestedFor(urlEqualTo("/api/users.lookupByEmail"))
            .withFormParam("email", equalTo("rita@baton.example")));
    LoggedRequest message = posted().get(0);
    assertThat(message.getHeader("Authorization")).isEqualTo("Bearer xoxb-test");
    assertThat(message.formParameter("channel").firstValue()).isEqualTo("U42");
    assertThat(message.formParameter("text").firstValue())
        .isEqualTo(
            "Ada Lovelace of Acme is yours" + " (by Tue 24 Nov, 17:05 Berlin time, in 3 h 40 min)");
    JsonNode blocks = blocks(message);
    assertThat(blocks.get(0).at("/type").asText()).isEqualTo("header");
    assertThat(blocks.get(0).at("/text/text").asText()).isEqualTo("Ada Lovelace of Acme is yours");
    assertThat(blocks.toString())
        .contains(
            "VP Operations, Acme Analytics GmbH",
            "Tue 24 Nov, 17:05 Berlin time, in 3 h 40 min",
            "• Requested a demo (+30)",
            "Today 13:05 Looked at the pricing page",
            "Lead routing",
            "no budget” in August",
            "industry, phone",
            "Call today");
    assertThat(blocks.findValuesAsText("url"))
        .containsExactly("https://baton.example/leads/lead-1");
    assertThat(office.alert("k", "slack").state()).isEqualTo("sent");
  }

  @Test
  void what_a_lead_wrote_is_text_and_never_markup() throws Exception {
    LeadBriefing briefing =
        new LeadBriefing(
            "<!channel> Ada & <https://evil.example|Bob> wants you",
            new LeadSummary(
                "x".repeat(9000),
                Collections.nCopies(80, "&".repeat(290)),
                List.of(),
                "&".repeat(4000),
                List.of(),
                null,
                List.of(),
                null),
            null,
            null,
            "/leads/1");
    office.outbox.tell(
        new Notice(
            "k",
            NoticeKind.ASSIGNED,
            "l",
            "h",
            "rita",
            new NoticeContent.Written("<!here> " + "y".repeat(400), briefing)));
    office.deliver();

    LoggedRequest message = posted().get(0);
    JsonNode blocks = blocks(message);
    assertThat(blocks.size()).isLessThanOrEqualTo(50);
    assertThat(blocks.get(0).at("/text/text").asText()).hasSizeLessThanOrEqualTo(150);
    assertThat(blocks.get(1).at("/text/text").asText())
        .isEqualTo("&lt;!channel&gt; Ada &amp; &lt;https://evil.example|Bob&gt; wants you");
    assertThat(blocks.get(1).at("/text/verbatim").asBoolean()).isTrue();
    assertThat(blocks)
        .allSatisfy(
            block ->
                assertThat(block.at("/text/text").asText())
                    .hasSizeLessThanOrEqualTo(3000)
                    .doesNotMatch("(?s).*&(amp|am|a)?…"));
    assertThat(message.formParameter("text").firstValue()).startsWith("&lt;!here&gt; yyy");
  }

  @Test
  void the_slack_id_is_looked_up_once_a_person() {
    office.outbox.tell(office.assigned("k1"));
    office.outbox.tell(office.assigned("k2"));
    office.deliver();

    SLACK.verify(1, postRequestedFor(urlEqualTo("/api/users.lookupByEmail")));
    assertThat(posted()).hasSize(2);
  }

  @Test
  void somebody_unknown_to_slack_is_named_in_the_fallback_channel() throws Exception {
    lookupAnswers(okJson("{\"ok\":false,\"error\":\"users_not_found\"}"));
    try (SlackMessenger withFallback = AlertTestBed.slack(SLACK.baseUrl() + "/api/", "#handoffs");
        AlertTestBed other = new AlertTestBed(withFallback)) {
      other.outbox.tell(other.assigned("k"));
      other.deliver();

      LoggedRequest message = posted().get(0);
      assertThat(message.formParameter("channel").firstValue()).isEqualTo("#handoffs");
      assertThat(message.formParameter("text").firstValue()).startsWith("For Rita Rossi");
      assertThat(blocks(message).toString()).contains("For Rita Rossi");
      assertThat(other.alert("k", "slack").text()).startsWith("For Rita Rossi");
    }
  }

  @Test
  void somebody_who_left_slack_since_is_told_through_the_fallback_channel() {
    postAnswers(okJson("{\"ok\":false,\"error\":\"channel_not_found\"}"));
    SLACK.stubFor(
        post("/api/chat.postMessage")
            .withFormParam("channel", equalTo("#handoffs"))
            .willReturn(okJson("{\"ok\":true}")));
    try (SlackMessenger withFallback = AlertTestBed.slack(SLACK.baseUrl() + "/api/", "#handoffs");
        AlertTestBed other = new AlertTestBed(withFallback)) {
      other.outbox.tell(other.assigned("k"));
      other.deliver();

      assertThat(other.alert("k", "slack").state()).isEqualTo("sent");
    }
  }

  @Test
  void whom_slack_does_not_know_has_no_fallback_channel_and_no_manager_there_is_seen_to() {
    lookupAnswers(okJson("{\"ok\":false,\"error\":\"users_not_found\"}"));
    office.people.save(new Person("mute", "Mute", "", Role.SALES, null, ZoneOffset.UTC, true));
    office.outbox.tell(office.assigned("k"));
    office.outbox.tell(office.notice("m", NoticeKind.ASSIGNED, "mute", false));
    office.deliver();

    assertThat(office.alert("k", "slack"))
        .extracting(Alert::state, Alert::to, Alert::error)
        .containsExactly(
            "failed", "mona", "Slack knows nobody with the address mona@baton.example");
    assertThat(office.stuck.all()).extracting(FailedDelivery::subject).hasSize(1);
    assertThat(office.alert("m", "slack").error()).startsWith("Mute has no e-mail address");
    assertThat(posted()).isEmpty();
  }

  @Test
  void retry_after_is_honoured() {
    postAnswers(aResponse().withStatus(429).withHeader("Retry-After", "37"));
    office.outbox.tell(office.assigned("k1"));
    office.outbox.tell(office.assigned("k2"));
    office.deliver();
    assertThat(posted()).hasSize(1);
    assertThat(office.alert("k1", "slack").error()).isEqualTo("Slack asked to wait 37 s");

    postAnswers(okJson("{\"ok\":true}"));
    office.clock.advance(Duration.ofMillis(36_999));
    office.deliver();
    assertThat(posted()).hasSize(1);

    office.clock.advance(Duration.ofMillis(1));
    office.deliver();
    assertThat(posted()).hasSize(3);
    assertThat(office.log.list(null, "sent", null)).hasSize(2);
  }

  @Test
  void a_broken_answer_or_line_is_tried_again() {
    List<ResponseDefinitionBuilder> faults =
        List.of(
            aResponse().withStatus(500),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
            aResponse().withStatus(200).withBody("<html>proxy says no</html>"),
            okJson("{\"ok\":false,\"error\":\"internal_error\"}"));
    for (int n = 0; n < faults.size(); n++) {
      postAnswers(faults.get(n));
      office.outbox.tell(office.assigned("k" + n));
      office.deliver();
      assertThat(office.alert("k" + n, "slack").state()).as("fault " + n).isEqualTo("pending");
      assertThat(office.alert("k" + n, "slack").error()).as("fault " + n).isNotBlank();
    }

    postAnswers(okJson("{\"ok\":true}"));
    office.clock.advance(Duration.ofHours(1));
    office.deliver();
    assertThat(office.log.list(null, "sent", null)).hasSize(faults.size());
  }

  @Test
  void a_message_slack_will_never_take_fails_at_once() {
    postAnswers(okJson("{\"ok\":false,\"error\":\"invalid_blocks\"}"));
    office.outbox.tell(office.assigned("k"));
    office.deliver();

    assertThat(office.alert("k", "slack"))
        .extracting(Alert::state, Alert::error)
        .containsExactly("failed", "Slack refused the message: invalid_blocks");
  }

  @Test
  void a_hanging_slack_does_not_delay_mail() throws Exception {
    postAnswers(aResponse().withFixedDelay(30_000));
    try (SlackMessenger hanging =
            AlertTestBed.slack(SLACK.baseUrl() + "/api/", null, Duration.ofSeconds(3));
        MailMessenger mail = AlertTestBed.mail(MAIL.getSmtp().getPort(), Duration.ofSeconds(10));
        AlertTestBed both = new AlertTestBed(hanging, mail)) {
      both.outbox.tell(both.assigned("k1"));
      both.outbox.tell(both.assigned("k2"));
      Thread slackThread = new Thread(both.worker("slack")::drain);
      Thread mailThread = new Thread(both.worker("email")::drain);
      slackThread.start();
      await("Slack hangs").until(() -> !posted().isEmpty());
      mailThread.start();

      assertThat(MAIL.waitForIncomingEmail(5000, 2)).isTrue();
      assertThat(slackThread.isAlive()).as("Slack still hangs").isTrue();
      mailThread.join(10_000);
      slackThread.join(15_000);
      assertThat(slackThread.isAlive()).as("the whole-call time-out ends it").isFalse();
      assertThat(both.alert("k1", "slack").state()).isEqualTo("pending");
      assertThat(both.alert("k1", "slack").error()).contains("timeout");
      assertThat(both.alert("k1", "email").state()).isEqualTo("sent");
    }
  }

  @Test
  void the_token_is_never_in_a_log_line() {
    assertThat(
            new SlackSettings(
                    "xoxb-secret",
                    "https://slack.com/api",
                    "#x",
                    "signing-secret",
                    "xapp-secret",
                    "https://x")
                .toString())
        .doesNotContain("secret");
  }

  private static void lookupAnswers(ResponseDefinitionBuilder answer) {
    SLACK.stubFor(post("/api/users.lookupByEmail").willReturn(answer));
  }

  private static void postAnswers(ResponseDefinitionBuilder answer) {
    SLACK.stubFor(post("/api/chat.postMessage").willReturn(answer));
  }

  private static List<LoggedRequest> posted() {
    return SLACK.findAll(postRequestedFor(urlEqualTo("/api/chat.postMessage")));
  }

  private static JsonNode blocks(LoggedRequest message) throws Exception {
    return new ObjectMapper().readTree(message.formParameter("blocks").firstValue());
  }
}
