package dev.baton.alert.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.baton.MigratedDatabase;
import dev.baton.alert.Alert;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.delivery.Notices;
import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadContact;
import dev.baton.alert.message.LeadSummary;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.message.TalkTrack;
import dev.baton.input.AnswerForm;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class TeamsTest {
  private static final String PATH = "/workflows/abc/triggers/manual/paths/invoke?sig=secret";

  @RegisterExtension
  static final WireMockExtension TEAMS =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private TeamsMessenger teams;
  private AlertTestBed office;

  @BeforeEach
  void open() {
    DataSource database = MigratedDatabase.h2();
    teams =
        teams(new TeamsSettings(TEAMS.baseUrl() + PATH, null), database, Duration.ofSeconds(10));
    office = new AlertTestBed(database, teams);
    answers(aResponse().withStatus(202));
  }

  @AfterEach
  void close() {
    office.close();
    teams.close();
  }

  private static TeamsMessenger teams(String url, Duration wholeCall) {
    return teams(new TeamsSettings(url, null), MigratedDatabase.h2(), wholeCall);
  }

  private static TeamsMessenger teams(
      TeamsSettings settings, DataSource database, Duration wholeCall) {
    StaticListableBeanFactory others = new StaticListableBeanFactory();
    others.addBean("questions", new ReviewOf("rita"));
    others.addBean("links", (AnswerLinkIssuer) TeamsTest::link);
    TeamsButtons buttons =
        new TeamsButtons(
            new Notices(JdbcClient.create(database), fact -> {}),
            others.getBeanProvider(OpenTasks.class),
            others.getBeanProvider(AnswerLinkIssuer.class));
    return new TeamsMessenger(settings, buttons, new ObjectMapper(), wholeCall);
  }

  /** Only deadline 7 is asked of somebody, of Rita. */
  private static Optional<String> link(long deadline, String person) {
    return deadline == 7 && person.equals("rita")
        ? Optional.of("https://baton.example/answer/secret")
        : Optional.empty();
  }

  /** Each handoff asks this person for a review, and nobody else for anything. */
  private record ReviewOf(String person) implements OpenTasks {
    @Override
    public Optional<Open> open(String handoffId, String reader) {
      AnswerForm review = new AnswerForm("review-lead", "/", "");
      return reader.equals(person)
          ? Optional.of(new Open("review", review, null))
          : Optional.empty();
    }

    @Override
    public String whyNot(String handoffId, String reader) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Reply answer(String handoffId, String question, Map<String, Object> fields, String by) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Reply pause(String handoffId, Map<String, Object> fields, String by) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Waiting> waiting(String reader) {
      throw new UnsupportedOperationException();
    }
  }

  private static Notice asking(LeadBriefing asking, String recipient) {
    return new Notice(
        "k",
        NoticeKind.ASSIGNED,
        "lead-1",
        "h",
        recipient,
        new NoticeContent.Written("Ada is yours", asking));
  }

  private record Posted(JsonNode message, Alert log) {
    List<String> buttons() {
      List<String> buttons = new ArrayList<>();
      card(message)
          .at("/actions")
          .forEach(
              action ->
                  buttons.add(action.at("/title").asText() + " " + action.at("/url").asText()));
      return buttons;
    }
  }

  private static Posted posted(TeamsSettings settings, long deadline, String recipient)
      throws Exception {
    DataSource database = MigratedDatabase.h2();
    try (TeamsMessenger other = teams(settings, database, Duration.ofSeconds(10));
        AlertTestBed office = new AlertTestBed(database, other)) {
      office.outbox.tell(asking(office.pack().asking(deadline), recipient));
      office.deliver();
      JsonNode message = posted().get(0);
      assertThat(AdaptiveCards.findings(card(message))).isEmpty();
      return new Posted(message, office.alert("k", "teams"));
    }
  }

  private static TeamsSettings chats() {
    return new TeamsSettings("https://nobody.example/channel", TEAMS.baseUrl() + PATH);
  }

  @Test
  void a_card_in_a_persons_chat_has_buttons_that_answer_as_them_without_a_login() throws Exception {
    Posted posted = posted(chats(), 7, "rita");

    assertThat(posted.message().at("/recipient").asText()).isEqualTo("rita@baton.example");
    assertThat(posted.buttons())
        .containsExactly(
            "Accept https://baton.example/answer/secret?open=accept",
            "Reject… https://baton.example/answer/secret?open=reject",
            "Open the lead https://baton.example/leads/lead-1");
    assertThat(posted.message().toString())
        .contains("it needs no login, works once, and is not for anybody else")
        .doesNotContain("For Rita Rossi.");
    assertThat(posted.log().state()).isEqualTo("sent");
    assertThat(posted.log().text()).doesNotContain("/answer/", "For Rita Rossi.");
  }

  @Test
  void in_a_channel_that_others_read_the_buttons_ask_who_somebody_is() throws Exception {
    Posted posted = posted(new TeamsSettings(TEAMS.baseUrl() + PATH, null), 7, "rita");

    assertThat(posted.message().has("recipient")).isFalse();
    assertThat(posted.buttons())
        .containsExactly(
            "Accept https://baton.example/leads/lead-1?open=accept",
            "Reject… https://baton.example/leads/lead-1?open=reject",
            "Open the lead https://baton.example/leads/lead-1");
  }

  @Test
  void who_is_asked_nothing_gets_no_button_that_answers() throws Exception {
    assertThat(posted(chats(), 7, "mona").buttons())
        .containsExactly("Open the lead https://baton.example/leads/lead-1");
  }

  @Test
  void a_question_that_is_over_has_no_link_that_answers() throws Exception {
    assertThat(posted(chats(), 8, "rita").buttons())
        .hasSize(3)
        .noneMatch(button -> button.contains("/answer/"));
  }

  @Test
  void a_chat_is_an_address_of_a_person_and_a_channel_is_nobodys() {
    DeliveryTarget rita = DeliveryTarget.of(office.people.find("rita").orElseThrow());
    try (TeamsMessenger chats = teams(chats(), MigratedDatabase.h2(), Duration.ofSeconds(1))) {
      assertThat(chats.address(rita)).contains("rita@baton.example");
    }
    assertThat(teams.address(rita)).isEmpty();
  }

  @Test
  void rule_R17_a_card_carries_the_whole_pack_and_names_whom_it_is_for() throws Exception {
    office.outbox.tell(office.assigned("k"));
    office.deliver();

    TEAMS.verify(
        1,
        postRequestedFor(urlEqualTo(PATH))
            .withHeader("Content-Type", equalTo("application/json; charset=UTF-8")));
    JsonNode message = posted().get(0);
    assertThat(message.at("/type").asText()).isEqualTo("message");
    assertThat(message.at("/attachments")).hasSize(1);
    assertThat(message.at("/attachments/0/contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode card = card(message);
    assertThat(AdaptiveCards.findings(card)).isEmpty();
    assertThat(card.findValuesAsText("text"))
        .startsWith("For Rita Rossi.", "Ada Lovelace of Acme is yours")
        .contains(
            "Ada Lovelace, VP Operations, Acme Analytics GmbH",
            "Tue 24 Nov, 17:05 Berlin time, in 3 h 40 min",
            "• Requested a demo (+30)",
            "• Today 13:05 Looked at the pricing page",
            "“We need this live before our January kick-off. <b>Two</b> teams & 40 seats.”",
            "Pricing, Lead routing",
            "Two visits to the pricing page since “no budget” in August",
            "industry, phone",
            "Call today, she asked for a demo.");
    assertThat(card.findValuesAsText("url"))
        .hasSize(3)
        .allMatch(url -> url.startsWith("https://baton.example/leads/lead-1"));
    assertThat(office.alert("k", "teams"))
        .extracting(Alert::state, Alert::attempts)
        .containsExactly("sent", 1);
    assertThat(office.alert("k", "teams").text()).startsWith("For Rita Rossi.");
  }

  @Test
  void a_link_that_answers_never_goes_into_a_channel_that_others_read() throws Exception {
    LeadBriefing asking = office.pack().asking(7);
    office.outbox.tell(
        new Notice(
            "k",
            NoticeKind.ASSIGNED,
            "lead-1",
            "h",
            "rita",
            new NoticeContent.Written("Ada is yours", asking)));
    office.deliver();

    assertThat(posted().get(0).toString()).doesNotContain("/answer/", "Answer now");
  }

  @Test
  void what_people_wrote_is_text_and_never_markdown() throws Exception {
    String evil = "[Bob](https://evil.example) **wins** <at>everybody</at>\r\n# {{DATE(x)}}";
    office.people.save(
        new Person("zoe", evil, "zoe@baton.example", Role.SALES, null, ZoneOffset.UTC, true));
    LeadBriefing briefing =
        new LeadBriefing(
            evil,
            new LeadSummary(
                evil,
                List.of(evil),
                List.of(evil),
                evil,
                List.of(evil),
                evil,
                List.of(evil),
                new LeadContact(evil, evil, evil, true, evil)),
            evil,
            null,
            "/leads/1");
    office.outbox.tell(
        new Notice(
            "k", NoticeKind.ASSIGNED, "l", "h", "zoe", new NoticeContent.Written(evil, briefing)));
    office.deliver();

    JsonNode card = card(posted().get(0));
    assertThat(AdaptiveCards.findings(card)).isEmpty();
    int runs = 0;
    for (JsonNode block : card.at("/body")) {
      if (block.at("/type").asText().equals("TextBlock")) {
        assertThat(block.at("/text").asText()).matches("[A-Za-z ]+");
      } else {
        assertThat(block.at("/inlines")).hasSize(1);
        assertThat(block.at("/inlines/0/type").asText()).isEqualTo("TextRun");
        assertThat(block.at("/inlines/0").has("selectAction")).isFalse();
        runs++;
      }
    }
    assertThat(runs).isEqualTo(14);
    assertThat(card.findValuesAsText("url")).containsExactly("https://baton.example/leads/1");
  }

  @Test
  void a_message_is_never_larger_than_teams_takes() throws Exception {
    String wide = "雪".repeat(5000);
    List<String> many = Collections.nCopies(80, wide);
    LeadBriefing briefing =
        new LeadBriefing(
            wide,
            new LeadSummary(wide, many, many, wide, many, wide, many, null),
            wide,
            new TalkTrack(wide, many, wide),
            null,
            "/leads/1",
            many,
            7L,
            null);
    office.outbox.tell(
        new Notice(
            "k", NoticeKind.DIGEST, "l", "h", "rita", new NoticeContent.Written(wide, briefing)));
    office.deliver();

    LoggedRequest request = TEAMS.findAll(postRequestedFor(urlEqualTo(PATH))).get(0);
    assertThat(request.getBody().length).isBetween(20_000, 28_000);
    JsonNode card = card(posted().get(0));
    assertThat(AdaptiveCards.findings(card)).isEmpty();
    assertThat(card.findValuesAsText("url")).containsExactly("https://baton.example/leads/1");
  }

  @Test
  void retry_after_is_honoured() throws Exception {
    answers(aResponse().withStatus(429).withHeader("Retry-After", "37"));
    office.outbox.tell(office.assigned("k1"));
    office.outbox.tell(office.assigned("k2"));
    office.deliver();
    assertThat(posted()).hasSize(1);
    assertThat(office.alert("k1", "teams").error()).isEqualTo("Teams asked to wait 37 s");

    answers(aResponse().withStatus(202));
    office.clock.advance(Duration.ofMillis(36_999));
    office.deliver();
    assertThat(posted()).hasSize(1);

    office.clock.advance(Duration.ofMillis(1));
    office.deliver();
    assertThat(posted()).hasSize(3);
    assertThat(office.log.list(null, "sent", null)).hasSize(2);
  }

  @Test
  void an_overloaded_workflow_that_says_how_long_is_left_alone_that_long() throws Exception {
    answers(aResponse().withStatus(503).withHeader("Retry-After", "120"));
    office.outbox.tell(office.assigned("k1"));
    office.outbox.tell(office.assigned("k2"));
    office.deliver();

    assertThat(posted()).hasSize(1);
    assertThat(office.alert("k1", "teams").error()).isEqualTo("Teams asked to wait 120 s");
  }

  @Test
  void a_broken_answer_or_line_is_tried_again() {
    List<ResponseDefinitionBuilder> faults =
        List.of(
            aResponse().withStatus(500),
            aResponse().withStatus(503),
            aResponse().withStatus(408),
            aResponse().withStatus(302).withHeader("Location", "https://evil.example/"),
            aResponse().withFault(Fault.EMPTY_RESPONSE),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    for (int n = 0; n < faults.size(); n++) {
      answers(faults.get(n));
      office.outbox.tell(office.assigned("k" + n));
      office.deliver();
      assertThat(office.alert("k" + n, "teams").state()).as("fault " + n).isEqualTo("pending");
      assertThat(office.alert("k" + n, "teams").error())
          .as("fault " + n)
          .startsWith("Teams ")
          .doesNotContain("secret");
    }

    answers(aResponse().withStatus(202));
    office.clock.advance(Duration.ofHours(1));
    office.deliver();
    assertThat(office.log.list(null, "sent", null)).hasSize(faults.size());
  }

  @Test
  void what_the_workflow_refuses_fails_at_once_and_says_so() throws Exception {
    for (int status : List.of(400, 405, 413)) {
      answers(aResponse().withStatus(status));
      office.outbox.tell(office.assigned("k" + status));
      office.deliver();
      assertThat(office.alert("k" + status, "teams"))
          .extracting(Alert::state, Alert::error)
          .containsExactly("failed", "Teams refused the message with status " + status);
    }
    assertThat(posted()).hasSize(3);
  }

  @Test
  void a_workflow_that_is_gone_costs_no_message_and_is_known_by_its_status() throws Exception {
    for (int status : List.of(401, 403, 404, 410)) {
      answers(aResponse().withStatus(status));
      office.outbox.tell(office.assigned("k" + status));
      office.deliver();
      assertThat(office.alert("k" + status, "teams"))
          .extracting(Alert::state, Alert::attempts, Alert::error)
          .containsExactly(
              "pending", 0, "the workflow of Teams refuses our address with status " + status);
      office.clock.advance(Duration.ofMinutes(2));
      answers(aResponse().withStatus(202));
      office.deliver();
      assertThat(office.alert("k" + status, "teams").state()).isEqualTo("sent");
    }
  }

  @Test
  void a_workflow_that_hangs_ends_at_the_whole_call_time_out() {
    try (TeamsMessenger hanging = teams(TEAMS.baseUrl() + PATH, Duration.ofSeconds(1));
        AlertTestBed other = new AlertTestBed(hanging)) {
      answers(aResponse().withFixedDelay(30_000));
      other.outbox.tell(other.assigned("k"));
      long start = System.nanoTime();
      other.deliver();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(other.alert("k", "teams").state()).isEqualTo("pending");
      assertThat(other.alert("k", "teams").error()).isEqualTo("Teams can't be reached: timeout");
    }
  }

  @Test
  void without_its_setting_it_is_skipped_visibly_and_with_a_wrong_one_it_fails() {
    for (String nothing : new String[] {null, "", "  "}) {
      assertThat(teams(nothing, Duration.ofSeconds(1)).missing())
          .contains("baton.teams.webhook-url");
    }
    try (TeamsMessenger without = teams(null, Duration.ofSeconds(1));
        AlertTestBed other = new AlertTestBed(without)) {
      other.outbox.tell(other.assigned("k"));
      assertThat(other.alert("k", "teams"))
          .extracting(Alert::state, Alert::error)
          .containsExactly("skipped", "No channel is set up; set one of baton.teams.webhook-url");
    }
    try (TeamsMessenger wrong = teams("teams", Duration.ofSeconds(1));
        AlertTestBed other = new AlertTestBed(wrong)) {
      other.outbox.tell(other.assigned("k"));
      other.deliver();
      assertThat(other.alert("k", "teams"))
          .extracting(Alert::state, Alert::error)
          .containsExactly("failed", "baton.teams.webhook-url is no address");
    }
  }

  @Test
  void the_address_is_never_in_a_log_line() {
    assertThat(new TeamsSettings("https://teams.example/?sig=secret", null).toString())
        .doesNotContain("secret");
    assertThat(new TeamsSettings(null, "https://teams.example/?sig=secret").toString())
        .doesNotContain("secret");
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    TEAMS.stubFor(post(PATH).willReturn(answer));
  }

  private static List<JsonNode> posted() throws Exception {
    List<JsonNode> posted = new ArrayList<>();
    for (LoggedRequest request : TEAMS.findAll(postRequestedFor(urlEqualTo(PATH)))) {
      posted.add(new ObjectMapper().readTree(request.getBodyAsString()));
    }
    return posted;
  }

  @Test
  void a_card_that_breaks_the_published_rules_is_noticed() throws Exception {
    for (String broken :
        List.of(
            "{'type':'AdaptiveCard'}",
            "{'type':'Card','version':'1.4'}",
            "{'type':'AdaptiveCard','version':'1.6'}",
            "{'type':'AdaptiveCard','version':'1.4','bodies':[]}",
            "{'type':'AdaptiveCard','version':'1.4','body':{}}",
            "{'type':'AdaptiveCard','version':'1.4','body':[{'type':'TextBlock'}]}",
            "{'type':'AdaptiveCard','version':'1.4','body':[{'type':'TextRun','text':'x'}]}",
            "{'type':'AdaptiveCard','version':'1.4','body':[{'type':'TextBlock','text':1}]}",
            "{'type':'AdaptiveCard','version':'1.4','actions':[{'type':'Action.OpenUrl'}]}")) {
      JsonNode card = new ObjectMapper().readTree(broken.replace('\'', '"'));
      assertThat(AdaptiveCards.findings(card)).as(broken).isNotEmpty();
    }
  }

  private static JsonNode card(JsonNode message) {
    return message.at("/attachments/0/content");
  }
}
