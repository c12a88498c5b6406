package dev.baton.web.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.web.HandedLead;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule R15: the page behind a mail's link, without any login. */
@OnH2
class AnswerPageTest {
  private static final Map<String, String> YES = Map.of("decision", "accept");

  @Autowired JdbcClient db;
  @Autowired AnswerLinkIssuer issuer;
  private HttpCaller baton;
  private HandedLead lead;
  private String path;

  @BeforeEach
  void mail_a_lead_to_rita(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    lead = HandedLead.of(baton, db, "Ada");
    path = lead.mailedTo("rita", "review", issuer, db);
  }

  private Answer open(String method) {
    return baton.send(
        HttpRequest.newBuilder(baton.root().resolve(path))
            .header("Accept", "text/html,*/*;q=0.8")
            .method(method, BodyPublishers.noBody()));
  }

  private Answer send(Map<String, String> form) {
    return send(form, path);
  }

  private Answer send(Map<String, String> form, String to) {
    return post(
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")),
        to);
  }

  private Answer post(String body, String to) {
    return baton.send(
        HttpRequest.newBuilder(baton.root().resolve(to))
            .header("Accept", "text/html,*/*;q=0.8")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private String state() {
    return baton.as("mona").get("/api/leads/" + lead.id()).at("/handoff/state").asText();
  }

  private void shows_nothing_of_the_lead(Answer page) {
    assertThat(page.type()).startsWith("text/html");
    assertThat(page.text())
        .contains("Log in to Baton")
        .doesNotContain(
            lead.name(), lead.email(), lead.id(), lead.handoff(), "Acme", "We lose leads", "<form");
  }

  @Test
  void the_page_shows_the_lead_and_the_form_without_a_login() {
    Answer page = open("GET").is(200);
    assertThat(page.text())
        .contains(lead.name(), "VP Sales", "Acme &amp; Sons", "due in", "UTC", "Requested a demo")
        .contains("We lose leads &lt;b&gt;every&lt;/b&gt; week.")
        .contains("You answer as <strong>rita</strong>", "Accept the lead", "value=\"low_intent\"")
        .contains("name=\"duplicateOf\"", "name=\"wakeAt\"", "name=\"renewalAt\"")
        .contains(lead.email(), "Next step", "What to ask", "Consent: not asked yet")
        .doesNotContain("<script", " style=", " onclick=", "_csrf");
  }

  @Test
  void a_button_that_rejects_opens_the_reasons_and_answers_nothing() {
    String closed = open("GET").is(200).text();
    path = path + "?open=reject";
    String opened = open("GET").is(200).text();

    assertThat(closed).contains("<details class=\"rejection\">");
    assertThat(opened).contains("<details class=\"rejection\" open=\"open\">");
    assertThat(state()).isEqualTo("REVIEW");
    path = path.replace("reject", "accept");
    assertThat(open("GET").is(200).text()).contains("<details class=\"rejection\">");
    assertThat(state()).isEqualTo("REVIEW");
  }

  @Test
  void what_is_chosen_on_the_page_counts_whichever_button_led_there() {
    send(Map.of("decision", "reject", "reason", "low_intent"), path + "?open=accept").is(200);
    assertThat(baton.as("mona").get("/api/leads/" + lead.id()).at("/handoff/result").asText())
        .isEqualTo("rejected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void opening_a_link_any_number_of_times_never_answers(String method) {
    for (int time = 0; time < 3; time++) {
      open(method).is(200);
    }
    assertThat(state()).isEqualTo("REVIEW");
    assertThat(
            db.sql(
                    """
                    select count(*) as used from answer_link l
                      join deadline d on d.id = l.deadline_id
                    where d.handoff_id = ? and l.used_at is not null
                    """)
                .param(lead.handoff())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void an_acceptance_is_recorded_as_hers_and_the_link_says_so_afterwards() throws Exception {
    Answer saved = send(Map.of("decision", "accept", "note", "I know them")).is(200);
    assertThat(saved.text()).contains("Your answer is saved", "waits for you");
    shows_nothing_of_the_lead(saved);
    assertThat(
            db.sql("select answered_by || ': ' || note from answer where handoff_id = ?")
                .param(lead.handoff())
                .query(String.class)
                .single())
        .isEqualTo("rita: I know them");
    baton
        .as("mona")
        .await(
            "/api/leads/" + lead.id(),
            now -> now.at("/handoff/state").asText().equals("QUALIFICATION"));

    Answer again = open("GET").is(410);
    assertThat(again.text()).contains("This is answered already", "You answered today, ");
    shows_nothing_of_the_lead(again);
    shows_nothing_of_the_lead(send(Map.of("decision", "reject", "reason", "no_budget")).is(410));
    assertThat(state()).isEqualTo("QUALIFICATION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%00b", "a%07b", "M%FCller", "a%ED%A0%BDb", "a%EF%BF%BDb"})
  void a_note_that_is_no_text_is_refused_and_nothing_is_answered(String note) {
    post("decision=accept&note=" + note, path).is(422);
    assertThat(state()).isEqualTo("REVIEW");
  }

  @Test
  void a_rejection_needs_a_reason_and_what_was_typed_stays() {
    Answer asked = send(Map.of("decision", "reject", "note", "<i>curious</i>")).is(422);
    assertThat(asked.text())
        .contains("Please choose a reason.", "&lt;i&gt;curious&lt;/i&gt;</textarea>")
        .contains("open=\"open\"");
    assertThat(send(Map.of("decision", "reject", "reason", "'><script>")).is(422).text())
        .doesNotContain("<script");
    assertThat(send(Map.of("decision", "love")).is(422).text())
        .contains("Please accept or reject.");
    send(Map.of()).is(422);
    assertThat(send(Map.of("decision", "accept", "note", "x".repeat(4001))).is(422).text())
        .contains("longer than 4000 characters");
    assertThat(state()).isEqualTo("REVIEW");

    String saved =
        send(Map.of("decision", "reject", "reason", "low_intent", "note", "curious"))
            .is(200)
            .text();
    assertThat(saved).contains("marketing sees your reason");
    assertThat(state()).isEqualTo("CLOSED");
  }

  @Test
  void a_rejection_says_which_other_record_it_is() {
    Map<String, String> answer =
        Map.of("decision", "reject", "reason", "duplicate", "duplicateOf", "x".repeat(321));
    assertThat(send(answer).is(422).text())
        .contains("E-mail or id of the other record: longer than 320 characters.");

    send(Map.of(
            "decision", "reject",
            "reason", "duplicate",
            "duplicateOf", "bob@acme.example",
            "wakeAt", ""))
        .is(200);
    assertThat(
            db.sql("select content from answer where handoff_id = ?")
                .param(lead.handoff())
                .query(String.class)
                .single())
        .contains("bob@acme.example");
  }

  @Test
  void an_answer_in_the_application_ends_the_link_and_the_page_names_who_was_faster() {
    String review = "/api/handoffs/" + lead.handoff() + "/review";
    baton.as("mona").post(review, Map.of("decision", "accept")).is(200);

    Answer late = send(YES).is(410);
    assertThat(late.text()).contains("mona answered today, ");
    shows_nothing_of_the_lead(late);
  }

  @Test
  void another_owner_ends_the_link_and_the_page_names_them() {
    baton
        .as("mona")
        .post(
            "/api/handoffs/" + lead.handoff() + "/reassign",
            Map.of("rep", "ben", "reason", "knows them"))
        .is(200);

    for (Answer late : new Answer[] {open("GET").is(410), send(YES).is(410)}) {
      assertThat(late.text()).contains("Somebody else has this now", "ben owns it now");
      shows_nothing_of_the_lead(late);
    }
    assertThat(state()).isEqualTo("REVIEW");
  }

  @Test
  void seven_days_end_the_link() {
    db.sql("update answer_link set expires_at = dateadd('DAY', -8, expires_at)").update();

    Answer late = send(YES).is(410);
    assertThat(late.text()).contains("This link has expired", "log in to answer it");
    shows_nothing_of_the_lead(late);
    assertThat(state()).isEqualTo("REVIEW");
  }

  @Test
  void a_question_that_takes_more_shows_the_lead_and_leads_to_the_login() throws Exception {
    send(YES).is(200);
    baton
        .as("mona")
        .await(
            "/api/leads/" + lead.id(),
            now ->
                now.at("/handoff/deadlines").findValuesAsText("clock").contains("qualification"));
    path = lead.mailedTo("rita", "qualification", issuer, db);

    assertThat(open("GET").is(200).text())
        .contains(lead.name(), "Log in and answer", "href=\"" + lead.path() + "\"")
        .doesNotContain("<form");
    send(YES).is(409);
    send(Map.of("framework", "bant", "decision", "qualify")).is(409);
    assertThat(state()).isEqualTo("QUALIFICATION");
  }

  @Test
  void a_login_of_somebody_else_in_the_same_browser_changes_nothing() {
    HttpCaller nora = baton.as("nora");
    Answer page =
        nora.send(HttpRequest.newBuilder(baton.root().resolve(path)).header("Accept", "text/html"));
    assertThat(page.is(200).text()).contains("You answer as <strong>rita</strong>");
  }

  @Test
  void what_is_no_link_is_not_found() {
    Answer page = send(YES, path.substring(0, path.length() - 3)).is(404);
    assertThat(page.text()).contains("Page not found").doesNotContain(lead.name());
  }
}
