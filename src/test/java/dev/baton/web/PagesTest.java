package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import dev.baton.handoff.DeadlineSweeper;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees what on the pages. */
@OnH2
class PagesTest {
  private static final String FORM = "data-to=\"/api/handoffs/";

  @Autowired JdbcClient db;
  @Autowired RuntimeService runtime;
  @Autowired DeadlineSweeper sweeper;
  private HttpCaller baton;
  private HandedLead lead;

  @BeforeEach
  void hand_a_lead_to_rita(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    lead = HandedLead.of(baton, db, "Ada");
  }

  private Answer open(String path, String user) {
    HttpCaller caller = user == null ? baton : baton.as(user);
    Answer page =
        caller.send(
            HttpRequest.newBuilder(baton.root().resolve(path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    if (page.status() != 302) {
      assertThat(page.type()).as(page.text()).startsWith("text/html");
      assertThat(page.text()).doesNotContain("<script>", " style=", " onclick=");
    }
    return page;
  }

  @Test
  void the_owner_reads_why_and_may_answer() {
    String page = open(lead.path(), "rita").is(200).text();
    assertThat(page)
        .contains(lead.name(), lead.email(), "Requested a demo", "120 people")
        .contains("Accept the lead", FORM + lead.handoff() + "/review");
    assertThat(open("/", "rita").is(200).text()).contains(lead.path());
    assertThat(open("/leads?owner=rita", "rita").is(200).text()).contains(lead.path());
  }

  @Test
  void the_card_says_who_why_and_by_when_and_has_no_form() {
    assertThat(open(lead.path() + "/card", "rita").is(200).text())
        .contains(lead.name(), "VP Sales", "Acme &amp; Sons", "due in", "UTC")
        .contains("We lose leads")
        .doesNotContain(FORM);
  }

  @Test
  void a_manager_restarts_an_interrupted_handoff_from_the_home_page() {
    String button = FORM + lead.handoff() + "/restart";
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(lead.handoff())
        .list()
        .forEach(process -> runtime.deleteProcessInstance(process.getId(), "tidying up"));
    sweeper.sweep();
    db.sql("update interrupted_handoff set found_at = found_at - interval '2' minute").update();
    sweeper.sweep();

    assertThat(open("/", "mona").is(200).text())
        .contains("Interrupted handoffs", "its process is gone", button, "Why? (optional)");
    assertThat(open("/", "rita").is(200).text()).doesNotContain("Interrupted handoffs");

    String restart = "/api/handoffs/%s/restart".formatted(lead.handoff());
    baton.as("mona").post(restart, Map.of("reason", "Cancelled by mistake")).is(200);
    assertThat(open(lead.path(), "mona").is(200).text()).contains("“Cancelled by mistake”");
    assertThat(open("/", "mona").is(200).text()).doesNotContain(button);
    assertThat(baton.as("mona").post(restart, Map.of()).is(409).text())
        .contains("This handoff waits for its review");
  }

  @Test
  void the_card_lists_colleagues_with_sales_and_names_those_whom_its_reader_may_see() {
    String company = UUID.randomUUID() + ".example";
    String bob = leadOf("bob@" + company, "rita", "south");
    String cleo = leadOf("cleo@" + company, "nora", "north");

    assertThat(open("/leads/" + cleo + "/card", "mona").is(200).text())
        .contains("Colleagues with sales now", "/leads/" + bob, "bob@" + company)
        .contains("review, with rita", "raised a hand");
    assertThat(open("/leads/" + cleo, "nora").is(200).text())
        .contains("Colleagues with sales now", "Somebody")
        .doesNotContain(bob, "bob@" + company);
  }

  private String leadOf(String email, String owner, String team) {
    Map<String, Object> signal = Map.of("type", "demo_requested", "lead", Map.of("email", email));
    String id = baton.as("marc").post("/api/signals", signal).is(200).at("/lead/id").asText();
    baton
        .as("mona")
        .await(
            "/api/leads/" + id,
            found -> found.at("/handoff/deadlines").findValuesAsText("clock").contains("review"));
    db.sql("update handoff set owner = ?, team = ? where lead_id = ?")
        .params(owner, team, id)
        .update();
    return id;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/card"})
  void another_teams_lead_is_not_there(String part) {
    String page = open(lead.path() + part, "nora").is(404).text();
    assertThat(page).contains("Page not found").doesNotContain(lead.email());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/leads", "/leads?owner=rita", "/leads?email=lane"})
  void another_teams_lead_is_in_no_list(String path) {
    assertThat(open(path, "nora").is(200).text()).doesNotContain(lead.id(), lead.email());
  }

  @Test
  void marketing_reads_everything_and_answers_nothing() {
    String page = open(lead.path(), "marc").is(200).text();
    assertThat(page).contains(lead.name()).doesNotContain(FORM, "Accept the lead");
    assertThat(open("/", "marc").is(200).text())
        .contains("/camunda/app/tasklist/")
        .doesNotContain("/camunda/app/cockpit/");
  }

  @Test
  void marketing_reads_the_latest_rejections_with_their_reasons() {
    Map<String, String> no =
        Map.of("decision", "reject", "reason", "low_intent", "note", "Only <i>curious</i>");
    baton.as("rita").post("/api/handoffs/" + lead.handoff() + "/review", no).is(200);
    assertThat(open("/", "marc").is(200).text())
        .contains(lead.path(), "No real interest yet", "Only &lt;i&gt;curious&lt;/i&gt;");
    assertThat(open(lead.path(), "rita").is(200).text())
        .contains("Rejected the lead: No real interest yet")
        .doesNotContain(FORM);
  }

  @Test
  void a_designer_finds_cockpit_and_no_personal_data() {
    String home = open("/", "dora").is(200).text();
    assertThat(home)
        .contains("/camunda/app/cockpit/")
        .doesNotContain(lead.id(), lead.email(), lead.name(), "href=\"/leads", "tasklist", "MQL");
    assertThat(open("/leads", "dora").is(403).text()).doesNotContain(lead.email());
    assertThat(open(lead.path(), "dora").is(403).text()).doesNotContain(lead.email());
    assertThat(open(lead.path() + "/card", "dora").is(403).text()).doesNotContain(lead.email());
  }

  @Test
  void a_manager_sees_who_is_late_and_may_answer_for_the_team() {
    db.sql("update deadline set due_at = started_at where handoff_id = ? and clock = 'review'")
        .param(lead.handoff())
        .update();
    assertThat(open("/", "mona").is(200).text())
        .contains("Late by person", "href=\"/sla?owner=rita#overdue\"", lead.path());
    assertThat(open("/sla?owner=rita", "mona").is(200).text())
        .contains("All that rita owes", lead.path(), "never opened", "Give to…", "value=\"ben\"");
    assertThat(open("/sla", "rita").is(200).text())
        .contains(lead.path())
        .doesNotContain("never opened", "Give to…");

    open(lead.path(), "rita").is(200);

    assertThat(open("/sla?owner=rita", "mona").is(200).text())
        .contains("opened, not answered")
        .doesNotContain("never opened");
    assertThat(open(lead.path(), "mona").is(200).text()).contains("Overdue for", FORM);
  }

  @ParameterizedTest
  @CsvSource({
    "/reps, /reps/rita",
    "/reps/rita, <h1>rita</h1>",
    "/teams, <h1>Teams and calendars</h1>",
  })
  void a_manager_reads_who_takes_leads_and_on_which_terms(String path, String shown) {
    assertThat(open(path, "mona").is(200).text()).contains(shown);
  }

  @Test
  void a_question_of_a_designers_own_is_answered_in_tasklist() throws Exception {
    HandedLead asked = HandedLead.of(baton, db, "Ida Legal");
    db.sql(
            """
            insert into deadline (handoff_id, clock, round, owner, started_at, recorded_at,
              counted_from, due_at)
            select handoff_id, 'legal_check', 1, owner, started_at, recorded_at, counted_from,
              due_at
            from deadline where handoff_id = ? and clock = 'review'
            """)
        .param(asked.handoff())
        .update();

    try {
      assertThat(open(asked.path(), "mona").is(200).text())
          .contains("Legal check", "This question is answered in")
          .doesNotContain("Accept the lead", "Log a touch");
    } finally {
      // no row of the policy knows it
      db.sql("delete from deadline where clock = 'legal_check'").update();
    }
  }

  @Test
  void what_a_lead_writes_is_text_and_nothing_else() throws Exception {
    HandedLead mean = HandedLead.of(baton, db, "<img src=x onerror=alert(1)>");
    for (String path : new String[] {mean.path(), mean.path() + "/card", "/leads", "/"}) {
      String page = open(path, "rita").is(200).text();
      assertThat(page).doesNotContain("<img", "<b>every</b>").contains("&lt;img src=x");
    }
  }

  @Test
  void a_lead_that_was_never_handed_over_opens_too() {
    Map<String, Object> look =
        Map.of("type", "page_view", "lead", Map.of("email", "only." + lead.email()));
    String id = baton.as("marc").post("/api/signals", look).is(200).at("/lead/id").asText();
    for (String part : new String[] {"", "/card"}) {
      assertThat(open("/leads/" + id + part, "mona").is(200).text()).contains("Visited the site");
    }
    open("/leads?email=only.", "mona").is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/leads?stage=NONSENSE",
        "/leads?page=-1",
        "/leads?page=many",
        "/leads?email=%25",
        "/leads?email=_!%27&owner=nobody-here"
      })
  void a_filter_that_makes_no_sense_breaks_nothing(String path) {
    open(path, "mona").is(200);
  }

  @Test
  void a_stranger_is_sent_to_the_login() {
    assertThat(open("/", null).status()).isEqualTo(302);
    assertThat(open("/login", null).is(200).text()).contains("name=\"_csrf\"");
  }

  @Test
  void programs_get_problems_where_people_get_pages() {
    baton.as("nora").get(lead.path()).isProblem(404);
    baton.as("dora").get("/leads").isProblem(403);
    open("/leads/unknown", "mona").is(404);
    open("/no/such/page", "mona").is(403);
    baton
        .as("mona")
        .send(
            HttpRequest.newBuilder(baton.root().resolve("/api/leads/unknown"))
                .header("Accept", "text/html, application/problem+json"))
        .isProblem(404);
  }
}
