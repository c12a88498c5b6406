package dev.baton.web.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What marketing does with the list of leads: narrow it by dates, keep views, nurture many. */
abstract class LeadListJourney {
  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private HttpCaller marc;

  @BeforeEach
  void come(@LocalServerPort int port) {
    marc = HttpCaller.at(port).as("marc");
  }

  private String does(String who, String type, boolean consents) {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", who + "@" + tag + ".example");
    lead.put("lastName", tag);
    if (consents) {
      lead.put("consent", Map.of("email", true));
    }
    return marc.post("/api/signals", Map.of("type", type, "lead", lead))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  private int found(String parameters) {
    return marc.get("/api/leads?q=" + tag + parameters).is(200).at("/items").size();
  }

  @Test
  void days_when_leads_came_and_last_did_something_narrow_the_list() {
    does("ada", "page_view", false);
    Instant now = Instant.now();
    String before = now.minus(1, ChronoUnit.HOURS).toString();
    String after = now.plus(1, ChronoUnit.HOURS).toString();

    assertThat(found("&createdFrom=" + before + "&createdTo=" + after)).isEqualTo(1);
    assertThat(found("&signalFrom=" + before + "&signalTo=" + after)).isEqualTo(1);
    assertThat(found("&createdTo=" + before)).isZero();
    assertThat(found("&createdFrom=" + after)).isZero();
    assertThat(found("&signalTo=" + before)).isZero();
    assertThat(found("&signalFrom=" + after)).isZero();
    assertThat(found("&createdFrom=2026-01-01&signalFrom=2026-01-01")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"createdFrom=yesterday", "signalTo=2026-13-01", "createdTo=1"})
  void a_day_that_is_none_is_told_by_its_name(String filter) {
    marc.get("/api/leads?" + filter).isProblem(422, filter.substring(0, filter.indexOf('=')));
    marc.get("/leads?" + filter).is(200);
  }

  @Test
  void an_end_before_its_beginning_is_refused() {
    marc.get("/api/leads?createdFrom=2026-02-01&createdTo=2026-01-01").isProblem(422, "createdTo");
  }

  private Answer keep(String name, Map<String, Object> query) {
    return marc.post("/api/lead-views", Map.of("name", name, "query", query));
  }

  @Test
  void a_view_is_its_query_and_belongs_to_who_keeps_it(@LocalServerPort int port) {
    Answer kept = keep("Fair " + tag, Map.of("q", "müller " + tag, "stage", "MQL")).is(201);
    String id = kept.at("/id").asText();
    assertThat(kept.at("/query/stage").asText()).isEqualTo("MQL");
    assertThat(marc.get(kept.at("/url").asText()).is(200).text())
        .contains("This view is kept as Fair " + tag, "müller " + tag);

    assertThat(keep("Fair " + tag, Map.of("stage", "SAL")).is(201).at("/id").asText())
        .as("the same name is replaced")
        .isEqualTo(id);
    assertThat(marc.get("/api/lead-views").is(200).text()).contains("SAL").doesNotContain("müller");

    HttpCaller mona = HttpCaller.at(port).as("mona");
    assertThat(mona.get("/api/lead-views").is(200).text()).doesNotContain(tag);
    mona.send("DELETE", "/api/lead-views/" + id, null, "").isProblem(404);
    marc.send("DELETE", "/api/lead-views/" + id, null, "").is(204);
    marc.send("DELETE", "/api/lead-views/" + id, null, "").isProblem(404);
    assertThat(marc.get("/leads").is(200).text()).doesNotContain("Fair " + tag);
  }

  @Test
  void a_view_that_could_not_be_shown_is_refused() {
    keep("", Map.of("stage", "MQL")).isProblem(422, "name");
    keep("x".repeat(61), Map.of("stage", "MQL")).isProblem(422, "name");
    keep(tag, Map.of()).isProblem(422, "query");
    keep(tag, Map.of("colour", "red")).isProblem(422, "colour");
    keep(tag, Map.of("stage", "NONE")).isProblem(422, "stage");
    marc.post("/api/lead-views", Map.of("name", tag, "query", "stage=MQL")).isProblem(422, "query");
    assertThat(marc.get("/api/lead-views").text()).doesNotContain(tag);
  }

  @Test
  void each_of_many_goes_to_nurture_or_says_why_it_stays() {
    String free = does("free", "page_view", true);
    // a reply ends the nurture that had begun by rule
    does("free", "email_replied", true);
    String running = does("running", "page_view", true);
    String silent = does("silent", "page_view", false);
    String open = does("open", "demo_requested", true);

    Answer answer =
        marc.post(
                "/api/nurture/leads",
                Map.of(
                    "leads",
                    List.of(free, running, silent, open, "nobody", free),
                    "reason",
                    "Met at the fair " + tag))
            .is(200);

    assertThat(answer.at("/begun")).hasSize(1);
    assertThat(answer.at("/begun/0").asText()).isEqualTo(free);
    assertThat(answer.at("/kept").findValuesAsText("lead"))
        .containsExactly(running, silent, open, "nobody");
    assertThat(answer.at("/kept").findValuesAsText("why"))
        .containsExactly(
            "is in nurture already",
            "the lead has not consented to mail, or not any more",
            "is open for sales: whoever owns it decides what comes next",
            "is no lead that we know");
    assertThat(marc.get("/api/leads/" + free).is(200).at("/timeline").findValuesAsText("detail"))
        .contains("nurture: Met at the fair " + tag);
    assertThat(marc.get("/leads/" + free).is(200).text())
        .contains("Put into nurture: Met at the fair " + tag);
    assertThat(marc.get("/leads/" + free + "?show=clocks").is(200).text())
        .doesNotContain("Put into nurture");
  }

  @Test
  void nurture_of_nobody_or_without_a_reason_is_refused(@LocalServerPort int port) {
    marc.post("/api/nurture/leads", Map.of()).isProblem(422, "leads").isProblem(422, "reason");
    marc.post("/api/nurture/leads", Map.of("leads", "all", "reason", "x")).isProblem(422, "leads");
    HttpCaller.at(port)
        .as("mona")
        .post("/api/nurture/leads", Map.of("leads", List.of("x"), "reason", "x"))
        .isProblem(403);
  }
}
