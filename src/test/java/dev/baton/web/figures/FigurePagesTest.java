package dev.baton.web.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import dev.baton.sql.Sql;
import dev.baton.web.HandedLead;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages about figures say what the API says, to whom it may be said. */
@OnH2
class FigurePagesTest {
  @Autowired JdbcClient db;
  private HttpCaller baton;
  private static HandedLead lead;

  /** The one that the test before left as it was, or a new one. */
  @BeforeEach
  void hand_a_lead_to_rita(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    if (lead == null || !isStillToBeReviewed()) {
      lead = HandedLead.of(baton, db, "Ada");
    }
  }

  private boolean isStillToBeReviewed() {
    return db.sql("select state, owner, team from handoff where id = ?")
        .param(lead.handoff())
        .query()
        .singleRow()
        .equals(Map.of("state", "REVIEW", "owner", "rita", "team", "south"));
  }

  private Answer open(String path, String user) {
    Answer page =
        baton
            .as(user)
            .send(
                HttpRequest.newBuilder(baton.root().resolve(path))
                    .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    assertThat(page.type()).as(page.text()).startsWith("text/html");
    assertThat(page.text()).doesNotContain("<script>", " style=", " onclick=");
    return page;
  }

  private String read(String path, String user) {
    return open(path, user).is(200).text();
  }

  private void reject(String reason) {
    Map<String, String> no = Map.of("decision", "reject", "reason", reason);
    baton.as("rita").post("/api/handoffs/" + lead.handoff() + "/review", no).is(200);
  }

  private void is_due(Instant warn, Instant due) {
    for (String table : new String[] {"deadline", "sla_entry"}) {
      db.sql(
              "update %s set warn_at = ?, due_at = ? where handoff_id = ? and clock = 'review'"
                  .formatted(table))
          .params(Sql.timestamp(warn), Sql.timestamp(due), lead.handoff())
          .update();
    }
    db.sql("update sla_entry set owner = 'rita' where handoff_id = ?")
        .param(lead.handoff())
        .update();
  }

  /** What is late would push other tests' leads off a short list. */
  @AfterEach
  void nobody_is_late() {
    is_due(Instant.now().plusSeconds(3600), Instant.now().plusSeconds(9000));
  }

  @ParameterizedTest
  @CsvSource({"source, cohort", "segment, period", "definition, cohort", "owner, cohort"})
  void the_funnel_page_counts_what_the_api_counts(String by, String basis) {
    String same = "by=%s&basis=%s".formatted(by, basis);
    Answer figures = baton.as("mona").get("/api/insight/funnel?" + same).is(200);
    String page = read("/funnel?range=all&" + same, "mona");
    assertThat(figures.at("/rows")).isNotEmpty();
    for (String stage : new String[] {"mql", "sal", "sql", "opportunity", "customer"}) {
      String total = figures.at("/total/" + stage).asText();
      assertThat(page)
          .contains(
              "href=\"/funnel/leads?by=%s&amp;basis=%s&amp;stage=%s&amp;range=all\">%s</a>"
                  .formatted(by, basis, stage, total));
    }
    for (JsonNode row : figures.at("/rows")) {
      String key = row.at("/key").asText();
      if (row.at("/mql").asLong() > 0 && key.matches("\\w+")) {
        assertThat(page)
            .contains(
                "stage=mql&amp;key=%s&amp;range=all\">%s</a>"
                    .formatted(key, row.at("/mql").asText()));
      }
    }
  }

  @Test
  void each_rate_names_its_team_and_stands_beside_the_last_ninety_days() {
    assertThat(read("/funnel", "marc"))
        .contains("Acceptance", "Qualification", "MQL to SQL", "SQL to opportunity", "Win")
        .contains("Your last 90 days", "Sales", "Marketing")
        .contains("Under 15 %", "Over 40 %");
  }

  @Test
  void a_figure_leads_to_the_leads_behind_it_and_back() {
    String rows =
        read("/funnel/leads?by=source&basis=period&stage=mql&key=webinar&range=30", "mona");
    assertThat(rows)
        .contains(lead.path(), lead.name(), "source: Webinar")
        .contains("href=\"/funnel?by=source&amp;basis=period&amp;range=30\"")
        .contains("/api/insight/funnel/leads.csv?by=source&amp;basis=period&amp;stage=mql");
  }

  @Test
  void a_file_of_the_rows_holds_the_same_leads() {
    String rows = read("/funnel/leads?stage=mql&key=webinar", "mona");
    String file = rows.substring(rows.indexOf("/api/insight/funnel/leads.csv"));
    String path = file.substring(0, file.indexOf('"')).replace("&amp;", "&");
    assertThat(baton.as("mona").get(path).is(200).text()).contains(lead.email());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/funnel/leads?stage=mql&range=all",
        "/sla/deadlines?range=all",
        "/sla/deadlines?clock=review",
        "/sla",
        "/sla/at-risk",
        "/funnel"
      })
  void another_teams_lead_is_behind_no_figure(String path) {
    is_due(Instant.now().minusSeconds(60), Instant.now().plusSeconds(600));
    assertThat(read(path, "nora")).doesNotContain(lead.id(), lead.email(), lead.name());
  }

  @Test
  void by_owner_a_rep_sees_the_own_row_and_the_total() throws Exception {
    HandedLead.of(baton, db, "Bea");
    db.sql("update funnel_entry set owner = 'ben' where unit_id = ?")
        .param(lead.handoff())
        .update();
    reject("low_intent");
    db.sql("update funnel_entry set owner = 'ben' where unit_id = ?")
        .param(lead.handoff())
        .update();
    assertThat(read("/funnel/rejections?by=owner&range=all", "rita"))
        .contains("You see your own rows")
        .doesNotContain("key=ben", "key=nora");
    String page = read("/funnel?by=owner&range=all", "rita");
    assertThat(page).contains("a rate of theirs can exceed 100 %");
    assertThat(read("/funnel?by=source&range=all", "rita")).doesNotContain("exceed 100 %");
    assertThat(page).contains("You see your own row and the total.").doesNotContain("key=ben");
    assertThat(read("/sla?by=rep&range=all", "rita")).doesNotContain("key=ben", "key=nora");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/funnel",
        "/funnel/leads",
        "/funnel/rejections",
        "/funnel/rejections/leads",
        "/funnel/signals",
        "/know",
        "/sla",
        "/sla/at-risk",
        "/sla/deadlines",
        "/accounts/1"
      })
  void a_designer_reads_figures_in_cockpit_only(String path) {
    assertThat(open(path, "dora").is(403).text()).doesNotContain(lead.email());
  }

  @Test
  void a_rejection_is_counted_with_its_reason_and_its_cause() {
    reject("low_intent");
    assertThat(read("/funnel/rejections?by=source", "marc"))
        .contains("No real interest yet", "Lead quality", "Webinar", "The reasons")
        .contains("/funnel/rejections/leads?by=source&amp;basis=cohort&amp;reason=low_intent")
        .contains("key=webinar&amp;stage=review&amp;reason=low_intent");
    assertThat(
            read(
                "/funnel/rejections/leads?by=source&key=webinar&stage=review&reason=low_intent",
                "marc"))
        .contains(lead.path(), "No real interest yet", "href=\"/funnel/rejections?by=source");
  }

  @Test
  void too_few_leads_have_no_signal_lift() {
    assertThat(read("/funnel/signals?from=2030-01-01", "marc")).contains("0</span> went on");
    assertThat(read("/funnel/signals?start=sql&goal=mql", "marc"))
        .contains("Choose a second stage that comes after the first.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rep", "team", "source", "clock", "channel", "segment"})
  void the_sla_page_counts_what_the_api_counts(String by) {
    is_due(Instant.now().minusSeconds(9000), Instant.now().minusSeconds(3600));
    Answer figures = baton.as("mona").get("/api/insight/sla?by=" + by).is(200);
    String page = read("/sla?range=all&by=" + by, "mona");
    for (String verdict : new String[] {"met", "missed", "open", "void"}) {
      assertThat(page)
          .contains(
              "/sla/deadlines?by=%s&amp;verdict=%s&amp;range=all\"><strong>%s<"
                  .formatted(by, verdict, figures.at("/total/" + verdict).asText()));
    }
    for (JsonNode row : figures.at("/rows")) {
      long missed = row.at("/missed").asLong();
      if (missed > 0 && row.at("/key").asText().matches("\\w+")) {
        assertThat(page)
            .contains(
                "key=%s&amp;clock=%s&amp;verdict=missed&amp;range=all\">%d</a>"
                    .formatted(row.at("/key").asText(), row.at("/clock").asText(), missed));
      }
    }
  }

  @Test
  void every_clock_has_a_place_that_a_link_finds() {
    assertThat(read("/sla?by=rep&from=2026-01-01", "mona"))
        .contains("id=\"route\"", "id=\"review\"", "id=\"qualification\"", "id=\"first_touch\"")
        .contains("id=\"opportunity\"", "id=\"overdue\"", "id=\"at-risk\"")
        .contains("value=\"2026-01-01\"");
  }

  @Test
  void each_figure_of_a_week_stands_beside_the_last_one_and_a_target() {
    is_due(Instant.now().minusSeconds(9000), Instant.now().minusSeconds(3600));
    assertThat(read("/sla?range=week", "mona"))
        .contains("last week by now: ", "target 90 %", "Target: 90 % met. In brackets: last week");
    assertThat(read("/sla?range=last-week", "mona")).contains("the week before: ");
  }

  @Test
  void what_is_late_is_in_the_list_of_what_is_late() {
    is_due(Instant.now().minusSeconds(9000), Instant.now().minusSeconds(3600));
    String page = read("/sla", "rita");
    assertThat(page.substring(page.indexOf("id=\"overdue\""))).contains(lead.path(), "overdue for");
  }

  @Test
  void what_is_about_to_be_late_comes_as_a_piece_of_the_page() {
    is_due(Instant.now().minusSeconds(60), Instant.now().plusSeconds(600));
    assertThat(read("/sla/at-risk", "rita"))
        .contains(lead.path(), lead.name())
        .doesNotContain("<html", "<nav");
    assertThat(read("/sla", "rita")).contains(lead.path());
  }

  @Test
  void a_week_shows_its_hours() {
    is_due(Instant.now().minusSeconds(9000), Instant.now().minusSeconds(3600));
    assertThat(read("/sla?by=hour", "mona"))
        .contains("Monday", "Sunday", "/sla/deadlines?by=hour&amp;key=");
  }

  @Test
  void a_company_shows_its_people_to_whom_may_see_them() {
    String account =
        db.sql("select account_id from lead where id = ?")
            .param(lead.id())
            .query(String.class)
            .single();
    assertThat(read(lead.path(), "rita")).contains("/accounts/" + account);
    String page = read("/accounts/" + account, "rita");
    assertThat(page).contains(lead.path(), lead.name(), "Accept or reject", "Requested a demo");
    assertThat(read("/accounts/" + account, "marc")).contains(lead.path());
    db.sql("update handoff set owner = 'rita', team = 'south' where team = 'default'").update();
    db.sql("update account set owner = null where id = ?").param(account).update();
    open("/accounts/" + account, "nora").is(404);
    db.sql("update account set owner = 'nora' where id = ?").param(account).update();
    assertThat(read("/accounts/" + account, "nora"))
        .contains("Nobody of theirs is with you or your team.")
        .doesNotContain(lead.id(), lead.email());
    db.sql("update account set owner = null where id = ?").param(account).update();
  }

  @Test
  void an_unknown_company_is_not_there() {
    open("/accounts/unknown", "mona").is(404);
    baton.as("mona").get("/accounts/unknown").isProblem(404);
  }

  @Test
  void a_lead_tells_how_its_score_moved_and_how_it_was_routed() {
    String page = read(lead.path(), "rita");
    assertThat(page)
        .contains("The score over 7 days", "From <strong>0</strong>", ">new</span>")
        .contains("Routing", "round robin");
  }

  @Test
  void what_a_lead_writes_is_text_here_too() throws Exception {
    HandedLead mean = HandedLead.of(baton, db, "<img src=x onerror=alert(1)>");
    db.sql("update funnel_entry set source = ? where unit_id = ?")
        .params("<b>mean</b>", mean.handoff())
        .update();
    for (String path :
        new String[] {"/funnel?range=all", "/funnel/leads?stage=mql", "/sla", "/sla/deadlines"}) {
      assertThat(read(path, "mona")).doesNotContain("<img", "<b>mean");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/funnel?range=never&by=nothing&basis=mean",
        "/funnel?from=2026-13-45&to=tomorrow",
        "/funnel?from=2026-02-02&to=2026-01-01",
        "/funnel?from=9999-12-31",
        "/funnel?from=1970-01-01&by=campaign",
        "/funnel?by=source&by=campaign",
        "/funnel/leads?stage=nonsense&page=-1&key=%27%22%3E",
        "/funnel/leads?key=%0A&page=99999",
        "/funnel/rejections?by=owner&range=year",
        "/funnel/rejections/leads?reason=%25&stage=x",
        "/funnel/signals?start=&goal=%F0%9F%9A%80",
        "/sla?by=nothing&range=quarter",
        "/sla?by=hour&from=2026-11-22",
        "/sla/deadlines?verdict=nonsense&clock=x&page=many"
      })
  void a_question_that_makes_no_sense_breaks_nothing(String path) {
    open(path, "mona").is(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from=2026-11-30&to=2026-11-01   | to   | The end must be after the start",
        "from=2026-11-30&to=2026-11-30   | to   | The end must be after the start",
        "range=90&from=&to=2026-13-45    | to   | Not a day we know",
        "from=yesterday&to=2026-11-30    | from | Not a day we know"
      })
  void a_range_that_cannot_be_is_an_error_beside_its_field_and_no_figure(
      String range, String field, String said) {
    for (String path : new String[] {"/funnel", "/funnel/rejections", "/funnel/signals", "/sla"}) {
      assertThat(read(path + "?" + range, "mona"))
          .as(path)
          .contains(
              "aria-describedby=\"" + field + "-wrong\"", "id=\"" + field + "-wrong\">" + said)
          .doesNotContain("Download as CSV", "Nothing happened", "No lead was rejected");
    }
    for (String path :
        new String[] {"/funnel/leads", "/funnel/rejections/leads", "/sla/deadlines"}) {
      assertThat(read(path + "?" + range, "mona")).as(path).contains(said).doesNotContain(" here.");
    }
  }

  @Test
  void leads_are_in_no_picture_with_handoffs() {
    String page = read("/funnel?range=all", "mona");
    String ladder = page.substring(page.indexOf("<ol class=\"ladder\">"), page.indexOf("</ol>"));
    assertThat(ladder).contains("MQL", "Customer").doesNotContain("Leads");
    String figures = page.substring(page.indexOf("The funnel row by row"));
    assertThat(figures.substring(0, figures.indexOf("</thead>"))).doesNotContain(">Leads<");
    assertThat(page)
        .contains("New leads: ", "/funnel/leads?by=source&amp;basis=cohort&amp;stage=lead");
  }

  @Test
  void the_heat_of_hours_names_its_zone() {
    assertThat(read("/sla?by=hour", "mona")).contains("Hours are UTC, the company’s");
    assertThat(read("/sla/deadlines?by=hour&key=1-09", "mona")).contains("Monday 09:00, UTC");
    db.sql("update person set zone = 'Europe/Berlin' where id = 'mona'").update();
    try {
      assertThat(read("/sla", "mona"))
          .contains("you read the rest of this page in Berlin time", "Days begin at midnight UTC.");
    } finally {
      db.sql("update person set zone = 'UTC' where id = 'mona'").update();
    }
  }

  @Test
  void the_chart_library_comes_from_our_own_server() {
    Answer script = baton.get("/assets/chart.js/4.5.1/chart.umd.min.js").is(200);
    assertThat(script.text()).contains("Chart.js v4.5.1");
    assertThat(read("/funnel", "mona"))
        .contains("src=\"/assets/chart.js/4.5.1/chart.umd.min.js\"")
        .doesNotContain("https://");
    assertThat(baton.get("/assets/chart.js/4.5.1/chart.umd.min.js.map").status()).isEqualTo(404);
  }
}
