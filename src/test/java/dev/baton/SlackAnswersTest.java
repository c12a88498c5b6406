package dev.baton;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.gson.Gson;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import dev.baton.alert.slack.SlackSocketServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages in Slack are answered where they are read, against a Slack that speaks HTTP. */
@Tag("nightly")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "BATON_ADMIN_PASSWORD=" + TestStaff.PASSWORD,
      "spring.datasource.url=jdbc:h2:mem:slack;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT",
      // a team's channel would wait for the morning
      "baton.quiet-hours.from=0",
      "baton.quiet-hours.to=0",
      "baton.slack.token=xoxb-test",
      "baton.slack.app-token=xapp-test",
      "baton.slack.signing-secret=" + SlackAnswersTest.SECRET
    })
@Import(TestStaff.class)
@DirtiesContext
class SlackAnswersTest {
  static final String SECRET = "0123456789abcdef0123456789abcdef";

  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static SlackSocketServer socket;

  @DynamicPropertySource
  static void slack(DynamicPropertyRegistry settings) throws InterruptedException {
    socket = new SlackSocketServer();
    settings.add("baton.slack.api-url", () -> SLACK.baseUrl() + "/api/");
    settings.add("baton.slack.reply-url", () -> SLACK.baseUrl() + "/hooks/");
  }

  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;
  private HttpCaller baton;
  private String hook;

  @BeforeEach
  void open(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    hook = SLACK.baseUrl() + "/hooks/" + UUID.randomUUID();
    for (String person : List.of("rita", "ben", "nora", "mona")) {
      SLACK.stubFor(
          post("/api/users.lookupByEmail")
              .withFormParam("email", equalTo(person + "@baton.example"))
              .willReturn(
                  okJson("{\"ok\":true,\"user\":{\"id\":\"%s\"}}".formatted(user(person)))));
      knows(user(person), "T1", person + "@baton.example");
    }
    answers(
        "/api/apps.connections.open",
        okJson("{\"ok\":true,\"url\":\"%s\"}".formatted(socket.url())));
    answers("/api/auth.test", okJson("{\"ok\":true,\"team_id\":\"T1\"}"));
    answers("/api/chat.postMessage", okJson("{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1.2\"}"));
    answers("/api/chat.update", okJson("{\"ok\":true}"));
    answers("/api/views.open", okJson("{\"ok\":true}"));
    SLACK.stubFor(post(urlPathMatching("/hooks/.*")).willReturn(aResponse().withStatus(200)));
  }

  @Test
  void a_lead_is_accepted_where_its_message_is_read_and_the_message_says_so() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode message = messageTo("rita", lead);
    assertThat(texts(message)).contains("Accept", "Reject…", "Open the lead");
    assertThat(texts(message)).as("a hand-raiser's review").doesNotContain("Snooze…");

    slackPosts("/slack/interactions", click("rita", button(message, "accept"))).is(200);

    lead.awaitState("QUALIFICATION", baton);
    assertThat(reply()).startsWith("Recorded. This lead waits for its qualification, by ");
    JsonNode anew = updated(lead);
    assertThat(anew.toString()).contains("Accepted by rita, ", lead.company());
    assertThat(texts(anew)).containsExactly("Open the lead");
  }

  @Test
  void an_answer_over_the_connection_that_baton_opened_counts_like_one_that_slack_posts()
      throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode message = messageTo("rita", lead);
    eventually(() -> socket.opened() > 0);
    String body = click("rita", button(message, "accept"));

    String sent =
        socket.send(
            "interactive",
            URLDecoder.decode(body.substring("payload=".length()), StandardCharsets.UTF_8));

    lead.awaitState("QUALIFICATION", baton);
    eventually(() -> socket.acknowledged().contains(sent));
    assertThat(reply()).startsWith("Recorded. ");
    assertThat(answers(lead)).isEqualTo(1);
  }

  @Test
  void an_administrator_tests_the_channels_and_reads_how_they_do() throws Exception {
    answers("/api/users.lookupByEmail", okJson("{\"ok\":true,\"user\":{\"id\":\"UADMIN\"}}"));
    HttpCaller admin = baton.as("admin");

    String key = admin.post("/api/channels/test", "").is(202).at("/key").asText();

    eventually(
        () ->
            !SLACK
                .findAll(
                    postRequestedFor(urlEqualTo("/api/chat.postMessage"))
                        .withFormParam("blocks", containing("A test from Baton")))
                .isEmpty());
    eventually(
        () ->
            admin.get("/api/channels").is(200).at("/items/0/lastSentAt").isTextual()
                && admin.get("/api/alerts").is(200).toString().contains(key));
  }

  @Test
  void a_message_about_a_person_who_is_erased_is_written_anew_without_them() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    messageTo("rita", lead);
    SLACK.resetRequests();

    baton
        .as("marc")
        .post("/api/leads/" + lead.lead() + "/erase", Map.of("reason", "asked for it"))
        .is(200);

    Supplier<List<LoggedRequest>> anew =
        () -> SLACK.findAll(postRequestedFor(urlEqualTo("/api/chat.update")));
    eventually(() -> !anew.get().isEmpty());
    assertThat(anew.get().get(0).formParameter("blocks").firstValue())
        .contains("This person was erased")
        .doesNotContain(lead.company());
  }

  @Test
  void the_team_reads_in_its_channel_without_a_name_and_the_owner_what_comes_next()
      throws Exception {
    channelOfTheTeam("\"#sales\"");
    try {
      ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
      Supplier<List<LoggedRequest>> told =
          () ->
              SLACK.findAll(
                  postRequestedFor(urlEqualTo("/api/chat.postMessage"))
                      .withFormParam("channel", equalTo("#sales"))
                      .withFormParam("blocks", containing(lead.lead())));
      eventually(() -> !told.get().isEmpty());
      String message = told.get().get(0).formParameter("blocks").firstValue();
      assertThat(message)
          .contains("New lead for ", " to review", lead.company(), "Score ")
          .doesNotContain("@acme.example", "VP Sales", "Accept");

      JsonNode own = messageTo("rita", lead);
      slackPosts("/slack/interactions", click("rita", button(own, "accept"))).is(200);
      eventually(() -> rewritten(lead, "Next: qualification, by "));
      eventually(
          () ->
              db.sql(
                          """
                          select count(*) as written from slack_message
                          where handoff_id = ? and recipient = 'team:default' and state = 'done'
                            and outcome like '%answered_review%rita%'
                          """)
                      .param(lead.handoff())
                      .query(Integer.class)
                      .single()
                  == 1);
    } finally {
      channelOfTheTeam("null");
    }
  }

  private void channelOfTheTeam(String channel) {
    String body = "{\"slackChannel\":%s}".formatted(channel);
    baton.as("mona").send("PUT", "/api/teams/default", HttpCaller.OBJECT, body).is(200);
  }

  private static boolean rewritten(ReviewedLead lead, String words) {
    return !SLACK
        .findAll(
            postRequestedFor(urlEqualTo("/api/chat.update"))
                .withFormParam("blocks", containing(lead.lead()))
                .withFormParam("blocks", containing(words)))
        .isEmpty();
  }

  @Test
  void a_no_is_asked_for_its_agreed_reason() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode message = messageTo("rita", lead);
    slackPosts("/slack/interactions", click("rita", button(message, "ask_reason"))).is(200);

    View form = opened(lead);
    assertThat(JSON.readTree(GSON.toJson(form)).findValuesAsText("value"))
        .containsExactlyInAnyOrder("wrong_icp", "low_intent", "duplicate", "unreachable");
    assertThat(JSON.readTree(GSON.toJson(form)).findValuesAsText("block_id"))
        .containsSubsequence("reason", "duplicateOf", "wakeAt", "renewalAt", "note");
    slackPosts(
            "/slack/interactions",
            submitted(
                "rita",
                form,
                Map.of(
                    "reason", "low_intent",
                    "note", "Only a student",
                    "wakeAt", "2030-01-31",
                    "renewalAt", "2030-06-30",
                    "duplicateOf", "bob@acme.example")))
        .is(200);

    lead.awaitState("CLOSED", baton);
    assertThat(reply()).isEqualTo("Recorded: rejected. Thank you.");
    assertThat(updated(lead).toString()).contains("Rejected by rita: ");
    assertThat(
            db.sql("select reason || ': ' || note from answer where handoff_id = ?")
                .param(lead.handoff())
                .query(String.class)
                .list())
        .contains("low_intent: Only a student");
    assertThat(
            db.sql("select content from answer where handoff_id = ? and content is not null")
                .param(lead.handoff())
                .query(String.class)
                .single())
        .contains("2030-01-31T00:00:00Z", "2030-06-30T00:00:00Z", "bob@acme.example");
  }

  @Test
  void a_form_and_what_it_refuses_are_in_the_language_of_who_opens_it() throws Exception {
    speaks("nora", "\"de\"");
    try {
      ReviewedLead lead = ReviewedLead.aLeadOf("nora", baton);
      JsonNode message = messageTo("nora", lead, "");
      slackPosts("/slack/interactions", click("nora", button(message, "ask_reason"))).is(200);

      JsonNode form = JSON.readTree(GSON.toJson(opened(lead)));
      assertThat(form.toString())
          .contains("Lead ablehnen", "Ablehnen", "Abbrechen", "Grund", "Passt nicht zu uns")
          .doesNotContain("Reject", "Cancel", "Reason", "Not our kind of customer");
      assertThat(form.findValuesAsText("value")).contains("wrong_icp", "low_intent");

      slackPosts(
              "/slack/interactions", submitted("nora", opened(lead), Map.of("reason", "nonsense")))
          .is(200);
      eventually(() -> !replies().isEmpty());
      assertThat(reply()).startsWith("Nicht gespeichert. „nonsense“ ist keines von: ");
    } finally {
      speaks("nora", "null");
    }
  }

  private void speaks(String person, String language) {
    String body = "{\"language\":%s}".formatted(language);
    baton
        .as(person)
        .send("PUT", "/api/people/%s/preferences".formatted(person), HttpCaller.OBJECT, body)
        .is(200);
  }

  @Test
  void a_clock_stands_still_for_as_long_as_the_form_says() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode review = messageTo("rita", lead);
    slackPosts("/slack/interactions", click("rita", button(review, "accept"))).is(200);
    lead.awaitState("QUALIFICATION", baton);
    baton
        .as("mona")
        .post(
            "/api/handoffs/" + lead.handoff() + "/reassign",
            Map.of("rep", "ben", "reason", "knows them"))
        .is(200);
    JsonNode message = messageTo("ben", lead, "to qualify");
    assertThat(texts(message)).containsExactly("Snooze…", "Open the lead");

    slackPosts("/slack/interactions", click("ben", button(message, "ask_pause"))).is(200);
    View form = opened(lead);
    slackPosts(
            "/slack/interactions",
            submitted("ben", form, Map.of("reason", "lead_unavailable", "hours", "24")))
        .is(200);

    eventually(() -> paused(lead) == 1);
    slackPosts("/slack/interactions", click("ben", button(message, "ask_pause"))).is(200);
    eventually(() -> replies().contains("This clock can't be paused now. Please answer the lead."));
  }

  @Test
  void two_clicks_answer_once() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode accept = button(messageTo("rita", lead), "accept");
    String body = click("rita", accept);
    slackPosts("/slack/interactions", body).is(200);
    // the same delivery once more, newly signed, and a second click
    slackPosts("/slack/interactions", body, 60).is(200);
    slackPosts("/slack/interactions", click("rita", accept)).is(200);

    eventually(() -> replies().size() == 2);
    assertThat(replies())
        .anyMatch(said -> said.startsWith("Recorded. "))
        .anyMatch(said -> said.contains("rita answered the review"));
    assertThat(answers(lead)).isEqualTo(1);
  }

  @Test
  void who_comes_second_reads_who_was_faster() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode accept = button(messageTo("rita", lead), "accept");
    baton
        .as("rita")
        .post("/api/handoffs/" + lead.handoff() + "/review", Map.of("decision", "accept"))
        .is(200);
    assertThat(updated(lead).toString()).contains("Accepted by rita, ");

    slackPosts("/slack/interactions", click("ben", accept)).is(200);
    assertThat(reply())
        .isEqualTo(
            "Not recorded. This handoff waits for its qualification; rita answered the review.");
  }

  @Test
  void a_rep_of_another_team_learns_nothing() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    db.sql("update handoff set team = 'south' where id = ?").param(lead.handoff()).update();
    JsonNode accept = button(messageTo("rita", lead), "accept");

    slackPosts("/slack/interactions", click("nora", accept)).is(200);
    assertThat(reply()).isEqualTo("Not recorded. There is no such lead for you.");
    assertThat(answers(lead)).isZero();
  }

  @Test
  void somebody_unknown_reads_how_to_link_and_links_by_hand() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode accept = button(messageTo("rita", lead), "accept");
    knows("U99", "T1", "elsewhere@private.example");
    slackPosts("/slack/interactions", click("99", accept)).is(200);
    assertThat(reply()).startsWith("Baton doesn't know who you are here").contains("U99");
    assertThat(answers(lead)).isZero();

    put("rita", "U99").is(200);
    slackPosts("/slack/interactions", click("99", accept)).is(200);
    lead.awaitState("QUALIFICATION", baton);
    put("ben", "U99").isProblem(422, "slackId");
    put("rita", "rita").isProblem(422, "slackId");
    assertThat(put("rita", null).is(200).json().has("slackId")).isFalse();
  }

  @Test
  void a_guest_of_another_workspace_is_nobody_whatever_address_they_carry() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode accept = button(messageTo("rita", lead), "accept");
    knows("U66", "T666", "rita@baton.example");

    slackPosts("/slack/interactions", click("66", accept)).is(200);
    assertThat(reply()).startsWith("Baton doesn't know who you are here");
    assertThat(answers(lead)).isZero();
  }

  @Test
  void slack_hears_at_once_that_we_have_it_however_slow_the_engine_is() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode accept = button(messageTo("rita", lead), "accept");
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            held -> {
              db.sql("select id from handoff where id = ? for update")
                  .param(lead.handoff())
                  .query(String.class)
                  .single();
              long began = System.nanoTime();
              slackPosts("/slack/interactions", click("rita", accept)).is(200);
              assertThat(Duration.ofNanos(System.nanoTime() - began))
                  .isLessThan(Duration.ofSeconds(3));
              await("still at it").during(Duration.ofMillis(1500)).until(() -> replies().isEmpty());
            });
    lead.awaitState("QUALIFICATION", baton);
    assertThat(reply()).startsWith("Recorded. ");
  }

  @Test
  void what_a_crash_left_behind_is_worked_off_once() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    messageTo("rita", lead);
    // as it is after the store and before the work: in the table, and nobody was woken
    db.sql(
            """
            insert into slack_action (id, verb, slack_user, handoff_id, question, fields,
              reply_url, state, attempts, recorded_at, next_attempt_at, lease_until)
            values (?, 'ACCEPT', ?, ?, 'review', '{}', ?, 'pending', 1, current_timestamp,
              current_timestamp, current_timestamp + interval '1' second)
            """)
        .params(List.of("click:" + UUID.randomUUID(), user("rita"), lead.handoff(), hook))
        .update();

    lead.awaitState("QUALIFICATION", baton);
    assertThat(reply()).startsWith("Recorded. ");
    assertThat(answers(lead)).isEqualTo(1);
  }

  @Test
  void a_forged_a_late_and_a_repeated_call_are_refused_and_do_nothing() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    String body = click("rita", button(messageTo("rita", lead), "accept"));
    String now = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    String late = String.valueOf(Clock.systemUTC().instant().getEpochSecond() - 301);
    String good = new SlackSignature.Generator(SECRET).generate(now, body);

    send("/slack/interactions", body, null, null).isProblem(401);
    send("/slack/interactions", body, now, good.replaceAll(".$", "x")).isProblem(401);
    send("/slack/interactions", body + "&a=b", now, good).isProblem(401);
    send(
            "/slack/interactions",
            body,
            late,
            new SlackSignature.Generator(SECRET).generate(late, body))
        .isProblem(401);
    send("/slack/commands", body, now, new SlackSignature.Generator("x").generate(now, body))
        .isProblem(401);
    assertThat(answers(lead)).isZero();

    send("/slack/interactions", body, now, good).is(200);
    lead.awaitState("QUALIFICATION", baton);
    send("/slack/interactions", body, now, good).isProblem(401);
    send("/slack/interactions", "x".repeat(600_000), now, good).isProblem(413);
    assertThat(answers(lead)).isEqualTo(1);
  }

  @Test
  void a_broken_slack_is_told_later() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode accept = button(messageTo("rita", lead), "accept");
    answers("/api/users.info", aResponse().withStatus(429).withHeader("Retry-After", "1"));
    SLACK.stubFor(
        post(urlPathMatching("/hooks/.*"))
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    answers("/api/chat.update", aResponse().withStatus(500));
    slackPosts("/slack/interactions", click("rita", accept)).is(200);
    eventually(() -> !asked("/api/users.info").isEmpty());
    assertThat(answers(lead)).isZero();

    knows(user("rita"), "T1", "rita@baton.example");
    lead.awaitState("QUALIFICATION", baton);
    eventually(() -> !replies().isEmpty());
    int failed = replies().size();
    SLACK.stubFor(post(urlPathMatching("/hooks/.*")).willReturn(aResponse().withStatus(200)));
    eventually(() -> replies().size() > failed);
    assertThat(reply()).startsWith("Recorded. ");
    assertThat(answers(lead)).isEqualTo(1);
    eventually(() -> !asked("/api/chat.update").isEmpty());
    eventually(() -> errorOfUpdate(lead) != null);
  }

  @Test
  void the_command_lists_what_waits_for_whoever_asks() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    messageTo("rita", lead);
    command("rita").is(200);
    assertThat(reply())
        .startsWith("Waiting for you:\n")
        .contains(lead.company(), "/leads/" + lead.lead() + "|", ": review, ");

    SLACK.resetRequests();
    command("mona").is(200);
    assertThat(reply()).isEqualTo("Nothing waits for you.");
  }

  @Test
  void a_click_on_the_link_asks_nothing_of_us() throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);
    JsonNode open = button(messageTo("rita", lead), "open");
    String body = click("rita", open);
    slackPosts("/slack/interactions", body).is(200);
    slackPosts("/slack/interactions", "payload=%7B%22type%22%3A%22view_closed%22%7D").is(200);
    slackPosts("/slack/interactions", "payload=%7Bbroken").isProblem(400);
    assertThat(
            db.sql("select count(*) as actions from slack_action where handoff_id = ?")
                .param(lead.handoff())
                .query(Long.class)
                .single())
        .isZero();
  }

  private static String user(String person) {
    return "U" + person.toUpperCase();
  }

  private HttpCaller.Answer put(String person, String slackId) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("slackId", slackId);
    return baton
        .as("admin")
        .send("PUT", "/api/people/" + person, HttpCaller.OBJECT, HttpCaller.json(fields));
  }

  private static void knows(String user, String workspace, String email) {
    SLACK.stubFor(
        post("/api/users.info")
            .withFormParam("user", equalTo(user))
            .willReturn(
                okJson(
                    """
                    {"ok":true,"user":{"id":"%s","team_id":"%s","profile":{"email":"%s"}}}"""
                        .formatted(user, workspace, email))));
  }

  private static void answers(String path, ResponseDefinitionBuilder answer) {
    SLACK.stubFor(post(path).willReturn(answer));
  }

  private static List<LoggedRequest> asked(String path) {
    return SLACK.findAll(postRequestedFor(urlEqualTo(path)));
  }

  private static JsonNode messageTo(String person, ReviewedLead lead) throws Exception {
    return messageTo(person, lead, "");
  }

  /** The blocks of the latest message to somebody about a lead. */
  private static JsonNode messageTo(String person, ReviewedLead lead, String about)
      throws Exception {
    Supplier<List<LoggedRequest>> found =
        () ->
            SLACK.findAll(
                postRequestedFor(urlEqualTo("/api/chat.postMessage"))
                    .withFormParam("channel", equalTo(user(person)))
                    .withFormParam("blocks", containing(lead.handoff()))
                    .withFormParam("blocks", containing(about)));
    eventually(() -> !found.get().isEmpty());
    List<LoggedRequest> messages = found.get();
    return JSON.readTree(messages.get(messages.size() - 1).formParameter("blocks").firstValue());
  }

  private static JsonNode updated(ReviewedLead lead) throws Exception {
    Supplier<List<LoggedRequest>> found =
        () ->
            SLACK.findAll(
                postRequestedFor(urlEqualTo("/api/chat.update"))
                    .withFormParam("ts", equalTo("1.2"))
                    .withFormParam("blocks", containing(" by rita")));
    eventually(() -> found.get().stream().anyMatch(r -> r.getBodyAsString().contains(lead.lead())));
    return JSON.readTree(
        found.get().stream()
            .filter(r -> r.getBodyAsString().contains(lead.lead()))
            .findFirst()
            .orElseThrow()
            .formParameter("blocks")
            .firstValue());
  }

  private static View opened(ReviewedLead lead) {
    Supplier<List<LoggedRequest>> found =
        () ->
            SLACK.findAll(
                postRequestedFor(urlEqualTo("/api/views.open"))
                    .withFormParam("view", containing(lead.handoff())));
    eventually(() -> !found.get().isEmpty());
    return GSON.fromJson(found.get().get(0).formParameter("view").firstValue(), View.class);
  }

  private static List<String> texts(JsonNode blocks) {
    return blocks.findParents("action_id").stream()
        .map(button -> button.at("/text/text").asText())
        .toList();
  }

  private static JsonNode button(JsonNode blocks, String id) {
    return blocks.findParents("action_id").stream()
        .filter(button -> button.at("/action_id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What Slack posts when somebody clicks on a button, made of Slack's own model. */
  private String click(String person, JsonNode button) {
    BlockActionPayload.Action action = new BlockActionPayload.Action();
    action.setActionId(button.at("/action_id").asText());
    action.setValue(button.hasNonNull("value") ? button.at("/value").asText() : null);
    BlockActionPayload.User user = new BlockActionPayload.User();
    user.setId(user(person));
    return payload(
        BlockActionPayload.builder()
            .user(user)
            .triggerId(UUID.randomUUID().toString())
            .responseUrl(hook)
            .actions(List.of(action))
            .build());
  }

  private static String submitted(String person, View form, Map<String, String> fields) {
    Map<String, Map<String, ViewState.Value>> values = new HashMap<>();
    fields.forEach(
        (field, given) -> {
          ViewState.Value value = new ViewState.Value();
          if (List.of("note", "duplicateOf").contains(field)) {
            value.setValue(given);
          } else if (field.endsWith("At")) {
            value.setSelectedDate(given);
          } else {
            ViewState.SelectedOption option = new ViewState.SelectedOption();
            option.setValue(given);
            value.setSelectedOption(option);
          }
          values.put(field, Map.of(field, value));
        });
    form.setId("V" + UUID.randomUUID());
    ViewState state = new ViewState();
    state.setValues(values);
    form.setState(state);
    ViewSubmissionPayload.User user = new ViewSubmissionPayload.User();
    user.setId(user(person));
    return payload(ViewSubmissionPayload.builder().user(user).view(form).build());
  }

  private static String payload(Object payload) {
    return "payload=" + URLEncoder.encode(GSON.toJson(payload), StandardCharsets.UTF_8);
  }

  private HttpCaller.Answer command(String person) {
    return slackPosts(
        "/slack/commands",
        "command=%2Fbaton&text=&user_id="
            + user(person)
            + "&trigger_id="
            + UUID.randomUUID()
            + "&response_url="
            + URLEncoder.encode(hook, StandardCharsets.UTF_8));
  }

  /** Signed as Slack signs, now. */
  private HttpCaller.Answer slackPosts(String path, String body) {
    return slackPosts(path, body, 0);
  }

  private HttpCaller.Answer slackPosts(String path, String body, int secondsAgo) {
    String timestamp = String.valueOf(Clock.systemUTC().instant().getEpochSecond() - secondsAgo);
    return send(
        path, body, timestamp, new SlackSignature.Generator(SECRET).generate(timestamp, body));
  }

  private HttpCaller.Answer send(String path, String body, String timestamp, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(baton.root().resolve(URI.create(path)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (timestamp != null) {
      request.header("X-Slack-Request-Timestamp", timestamp).header("X-Slack-Signature", signature);
    }
    return baton.send(request);
  }

  private List<String> replies() {
    return asked(URI.create(hook).getPath()).stream()
        .map(
            request -> {
              JsonNode said = tree(request.getBodyAsString());
              assertThat(said.at("/response_type").asText()).isEqualTo("ephemeral");
              return said.at("/text").asText();
            })
        .toList();
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String reply() {
    eventually(() -> !replies().isEmpty());
    return replies().get(replies().size() - 1);
  }

  private long answers(ReviewedLead lead) {
    return db.sql(
            "select count(*) as answers from answer where handoff_id = ? and question = 'review'")
        .param(lead.handoff())
        .query(Long.class)
        .single();
  }

  private long paused(ReviewedLead lead) {
    return db.sql(
            """
            select count(*) as pauses from pause p join deadline d on d.id = p.deadline_id
            where d.handoff_id = ? and p.reason = 'lead_unavailable'
            """)
        .param(lead.handoff())
        .query(Long.class)
        .single();
  }

  private String errorOfUpdate(ReviewedLead lead) {
    return db
        .sql("select error from slack_message where handoff_id = ? and error is not null")
        .param(lead.handoff())
        .query(String.class)
        .list()
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static void eventually(Callable<Boolean> wanted) {
    await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(wanted);
  }
}
