package dev.baton.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.LeadsOverHttp;
import dev.baton.sql.Sql;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads book meetings and sales says how they went, over HTTP, on whatever database. */
abstract class BookingJourney {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern TIME = Pattern.compile("name=\"at\" value=\"([^\"]+)\"");

  @Autowired JdbcClient db;
  private HttpCaller baton;
  private HttpCaller rita;

  @BeforeEach
  void come(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    rita = baton.as("rita");
  }

  /** A lead with an open handoff of rita's. */
  private String leadOf(String rep) {
    Map<String, Object> lead =
        Map.of(
            "email",
            "ada@acme%s.example".formatted(UUID.randomUUID().toString().substring(0, 8)),
            "firstName",
            "Ada");
    String id = new LeadsOverHttp(baton).ask(lead);
    JsonNode routed =
        baton
            .as("mona")
            .await(
                "/api/leads/" + id,
                found ->
                    found.at("/handoff/deadlines").findValuesAsText("clock").contains("review"));
    if (!routed.at("/handoff/owner").asText().equals(rep)) {
      reassign(id, rep);
    }
    return id;
  }

  private void reassign(String lead, String rep) {
    baton
        .as("mona")
        .post(handoff(lead) + "/reassign", Map.of("rep", rep, "reason", "knows them"))
        .is(200);
  }

  private String handoff(String lead) {
    return "/api/handoffs/"
        + baton.as("mona").get("/api/leads/" + lead).is(200).at("/handoff/id").asText();
  }

  private String link(String lead) {
    String url =
        baton
            .as("mona")
            .post("/api/leads/" + lead + "/booking-link", "")
            .is(201)
            .at("/url")
            .asText();
    return URI.create(url).getPath();
  }

  private List<String> times(String link) {
    List<String> times = new ArrayList<>();
    Matcher found = TIME.matcher(baton.get(link).is(200).text());
    while (found.find()) {
      times.add(found.group(1));
    }
    return times;
  }

  private Answer act(String link, String act, String at) {
    String body =
        "act=%s&zone=%s&at=%s"
            .formatted(act, URLEncoder.encode("Asia/Kolkata", StandardCharsets.UTF_8), encoded(at));
    return baton.send("POST", link, FORM, body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String book(String link) {
    String at = times(link).get(0);
    act(link, "book", at).is(303);
    return at;
  }

  private JsonNode booking(String lead) {
    JsonNode items = baton.as("mona").get("/api/bookings?leadId=" + lead).is(200).at("/items");
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private List<String> what(String lead) {
    return db.sql(
            """
            select e.what from booking_event e join booking b on b.id = e.booking_id
            where b.lead_id = ? order by e.id
            """)
        .param(lead)
        .query(String.class)
        .list();
  }

  private List<String> signals(String lead) {
    return db.sql("select type from signal where lead_id = ? order by id")
        .param(lead)
        .query(String.class)
        .list();
  }

  /** The meeting was an hour ago. */
  private String isOver(String lead) {
    String id = booking(lead).at("/id").asText();
    Instant begun = Instant.now().minus(Duration.ofHours(1));
    db.sql("update booking set starts_at = ?, ends_at = ? where id = ?")
        .params(Sql.timestamp(begun), Sql.timestamp(begun.plus(Duration.ofMinutes(30))), id)
        .update();
    return "/api/bookings/" + id;
  }

  @Test
  void a_lead_books_moves_and_cancels_and_each_is_in_its_story() {
    String lead = leadOf("rita");
    String link = link(lead);
    List<String> free = times(link);
    assertThat(free).hasSizeGreaterThan(20);
    act(link, "book", free.get(3)).is(303);

    JsonNode booked = booking(lead);
    assertThat(booked.at("/owner").asText()).isEqualTo("rita");
    assertThat(booked.at("/startsAt").asText()).isEqualTo(free.get(3));
    assertThat(booked.at("/zone").asText()).isEqualTo("Asia/Kolkata");
    assertThat(booked.at("/state").asText()).isEqualTo("booked");
    assertThat(baton.get(link + "?zone=Asia/Kolkata").is(200).text())
        .contains("You meet", "Asia/Kolkata", "Move it to another time");
    assertThat(signals(lead)).containsOnlyOnce("meeting_booked");
    JsonNode story = baton.as("mona").get("/api/leads/" + lead).is(200).json();
    assertThat(story.at("/timeline").findValuesAsText("what")).contains("meeting", "touch");
    assertThat(story.at("/handoff/attempts/count").asInt()).isEqualTo(1);

    assertThat(times(link)).doesNotContain(free.get(3)).contains(free.get(8));
    act(link, "move", free.get(8)).is(303);
    assertThat(booking(lead).at("/startsAt").asText()).isEqualTo(free.get(8));
    assertThat(booking(lead).at("/sequence").asInt()).isEqualTo(1);
    assertThat(times(link(leadOf("rita")))).contains(free.get(3)).doesNotContain(free.get(8));

    act(link, "cancel", "").is(303);
    assertThat(booking(lead).at("/state").asText()).isEqualTo("cancelled");
    assertThat(times(link)).contains(free.get(8));
    act(link, "cancel", "").is(409);
    assertThat(what(lead)).containsExactly("BOOKED", "MOVED", "CANCELLED");
    assertThat(signals(lead)).containsOnlyOnce("meeting_booked");
  }

  @Test
  void what_is_not_offered_is_not_taken_by_hand_either() {
    String lead = leadOf("rita");
    String link = link(lead);
    Instant noon =
        Instant.now().atZone(ZoneOffset.UTC).toLocalDate().atTime(12, 0).toInstant(ZoneOffset.UTC);
    Instant sunday = noon;
    while (sunday.atZone(ZoneOffset.UTC).getDayOfWeek() != DayOfWeek.SUNDAY
        || sunday.isBefore(Instant.now().plus(Duration.ofHours(3)))) {
      sunday = sunday.plus(Duration.ofDays(1));
    }
    List<String> free = times(link);
    String tuesday = free.get(0);
    for (String at :
        List.of(
            noon.minus(Duration.ofDays(1)).toString(),
            sunday.toString(),
            Instant.parse(tuesday).plus(Duration.ofMinutes(7)).toString(),
            noon.plus(Duration.ofDays(60)).toString(),
            "soon")) {
      Answer refused = act(link, "book", at);
      assertThat(refused.status()).as(at).isEqualTo(409);
      assertThat(refused.text()).as(at).contains("role=\"alert\"", "name=\"at\"");
    }
    act(link, "dance", tuesday).is(400);

    String absence =
        rita.post(
                "/api/people/rita/absences",
                Map.of("from", tuesday, "to", Instant.parse(tuesday).plusSeconds(1800).toString()))
            .is(200)
            .at("/id")
            .asText();
    assertThat(times(link)).doesNotContain(tuesday).contains(free.get(1));
    act(link, "book", tuesday).is(409);
    rita.send("DELETE", "/api/people/rita/absences/" + absence, null, "");
    assertThat(times(link)).contains(tuesday);
    assertThat(what(lead)).isEmpty();
  }

  @Test
  void of_two_who_want_one_time_one_gets_it_and_the_other_is_offered_others() throws Exception {
    int bookers = 4;
    List<String> links = new ArrayList<>();
    for (int i = 0; i < bookers; i++) {
      links.add(link(leadOf("rita")));
    }
    String wanted = times(links.get(0)).get(5);
    ExecutorService threads = Executors.newFixedThreadPool(bookers);
    CyclicBarrier together = new CyclicBarrier(bookers);
    List<Future<Answer>> answers =
        threads.invokeAll(
            links.stream()
                .<Callable<Answer>>map(
                    link ->
                        () -> {
                          together.await();
                          return act(link, "book", wanted);
                        })
                .toList());
    threads.shutdown();
    List<Integer> statuses = new ArrayList<>();
    for (Future<Answer> answer : answers) {
      statuses.add(answer.get().status());
      if (answer.get().status() == 409) {
        assertThat(answer.get().text())
            .contains("This time isn’t free any more", "name=\"at\"")
            .doesNotContain("value=\"" + wanted + "\"");
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(303, 409, 409, 409);
    assertThat(
            db.sql(
                    """
                    select count(*) as n from booking
                    where owner = 'rita' and starts_at = ? and state = 'BOOKED'
                    """)
                .param(Sql.timestamp(Instant.parse(wanted)))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_lead_has_one_meeting_at_a_time_and_only_its_own_link_changes_it() {
    String lead = leadOf("rita");
    String first = link(lead);
    String second = link(lead);
    String at = book(first);
    assertThat(times(second)).isEmpty();
    assertThat(baton.get(second).is(200).text())
        .contains("You have a meeting with us already")
        .doesNotContain("Cancel the meeting");
    act(second, "cancel", "").is(409);
    act(second, "book", at).is(409);
    assertThat(what(lead)).containsExactly("BOOKED");
  }

  @Test
  void a_meeting_that_was_held_is_a_signal_and_a_contact() {
    String lead = leadOf("rita");
    book(link(lead));
    rita.post("/api/bookings/" + booking(lead).at("/id").asText() + "/held", "").isProblem(409);
    String booking = isOver(lead);
    rita.post(booking + "/cancel", "").isProblem(409);
    assertThat(rita.post(booking + "/held", "").is(200).at("/state").asText()).isEqualTo("held");
    rita.post(booking + "/held", "").isProblem(409);
    rita.post(booking + "/no-show", "").isProblem(409);
    assertThat(signals(lead)).containsOnlyOnce("meeting_held");
    JsonNode story = baton.as("mona").get("/api/leads/" + lead).is(200).json();
    assertThat(story.at("/handoff/attempts/count").asInt()).isEqualTo(2);
    assertThat(
            db.sql("select counts_as from touch where handoff_id = ? order by id")
                .param(story.at("/handoff/id").asText())
                .query(String.class)
                .list())
        .containsExactly("contact", "contact");
  }

  @Test
  void a_booking_is_the_lead_s_answer_and_meets_the_first_touch() {
    String lead = leadOf("rita");
    String handoff = handoff(lead);
    rita.post(handoff + "/review", Map.of("decision", "accept")).is(200);
    rita.post(
            handoff + "/qualification",
            Map.of(
                "framework", "bant",
                "decision", "qualify",
                "criteria", Map.of("need", Map.of("met", true, "evidence", "said so"))))
        .is(200);
    book(link(lead));
    JsonNode now = baton.as("mona").get("/api/leads/" + lead).is(200).json();
    assertThat(now.at("/handoff/state").asText()).isEqualTo("OPPORTUNITY");
    for (JsonNode deadline : now.at("/handoff/deadlines")) {
      if (deadline.at("/clock").asText().equals("first_touch")) {
        assertThat(deadline.hasNonNull("metAt")).isTrue();
      }
    }
  }

  @Test
  void a_no_show_gives_the_turn_back_once() {
    String lead = leadOf("rita");
    String id = handoff(lead).substring("/api/handoffs/".length());
    db.sql("update routing_entry set owner = 'rita' where handoff_id = ? and turn is not null")
        .param(id)
        .update();
    db.sql("update handoff set team = 'south' where id = ?").param(id).update();
    long before = tag();
    book(link(lead));
    String booking = isOver(lead);
    baton.as("nora").post(booking + "/no-show", "").isProblem(404);
    baton.as("marc").post(booking + "/no-show", "").isProblem(403);
    assertThat(rita.post(booking + "/no-show", "").is(200).at("/state").asText())
        .isEqualTo("no_show");
    assertThat(tag()).isEqualTo(before - 2520);
    JsonNode routing = rita.get("/api/handoffs/" + id + "/routing").is(200).json();
    assertThat(routing.toString()).contains("\"returned\"", "was given back");
    rita.post(booking + "/no-show", "").isProblem(409);
    assertThat(tag()).isEqualTo(before - 2520);
    assertThat(what(lead)).containsExactly("BOOKED", "NO_SHOW");
  }

  /** Where rita's last turn ends. */
  private long tag() {
    return db.sql(
            """
            select tag from routing_entry where owner = 'rita' and turn is not null
            and team = 'default' order by turn desc fetch first 1 row only
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void a_new_owner_hears_of_the_meeting_and_decides() {
    String lead = leadOf("rita");
    String link = link(lead);
    String at = book(link);
    reassign(lead, "ben");
    assertThat(booking(lead).at("/owner").asText()).isEqualTo("rita");
    List<String> told =
        db.sql(
                """
                select distinct recipient from notice
                where kind = 'meeting' and notice_key like 'meeting-owner:%' and lead_id = ?
                """)
            .param(lead)
            .query(String.class)
            .list();
    assertThat(told).containsExactlyInAnyOrder("rita", "ben");

    String booking = "/api/bookings/" + booking(lead).at("/id").asText();
    rita.post(booking + "/take-over", "").isProblem(403);
    assertThat(baton.as("ben").post(booking + "/take-over", "").is(200).at("/owner").asText())
        .isEqualTo("ben");
    assertThat(booking(lead).at("/startsAt").asText()).isEqualTo(at);
    assertThat(times(link(leadOf("rita")))).contains(at);
    assertThat(what(lead)).containsExactly("BOOKED", "REOWNED", "TAKEN_OVER");
    assertThat(baton.get(link).is(200).text()).contains("You meet", "ben");
  }

  @Test
  void who_may_not_see_a_lead_sees_no_meeting_of_it() {
    String lead = leadOf("rita");
    book(link(lead));
    assertThat(rita.get("/api/bookings?owner=rita").is(200).at("/items").toString()).contains(lead);
    assertThat(baton.as("marc").get("/api/bookings?leadId=" + lead).is(200).at("/items"))
        .hasSize(1);
    db.sql("update handoff set team = 'south' where lead_id = ?").param(lead).update();
    assertThat(baton.as("nora").get("/api/bookings?leadId=" + lead).is(200).at("/items")).isEmpty();
    baton.as("dora").get("/api/bookings").isProblem(403);
    rita.get("/api/bookings?page=-1").isProblem(422, "page");
    baton.as("nora").post("/api/leads/" + lead + "/booking-link", "").isProblem(404);
  }

  @Test
  void a_merge_takes_the_meeting_along_and_an_erasure_calls_it_off() {
    String lead = leadOf("rita");
    String link = link(lead);
    book(link);
    String older =
        baton
            .as("marc")
            .post(
                "/api/signals",
                Map.of(
                    "type",
                    "page_view",
                    "lead",
                    Map.of("email", UUID.randomUUID() + "@acme.example")))
            .is(200)
            .at("/lead/id")
            .asText();
    String into =
        baton
            .as("mona")
            .post("/api/leads/" + lead + "/merge", Map.of("into", older))
            .is(200)
            .at("/survivor")
            .asText();
    assertThat(booking(into).at("/state").asText()).isEqualTo("booked");
    assertThat(baton.get(link).is(200).text()).contains("You meet");

    String id = booking(into).at("/id").asText();
    baton
        .as("marc")
        .post("/api/leads/" + into + "/erase", Map.of("reason", "asked for it"))
        .is(200);
    assertThat(
            db.sql("select state from booking where id = ?").param(id).query(String.class).single())
        .isEqualTo("CANCELLED");
    assertThat(
            db.sql("select count(*) as n from booked_time where booking_id = ?")
                .param(id)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(baton.get(link).status()).isEqualTo(404);
    assertThat(
            db.sql("select briefing from notice where notice_key like ?")
                .param("meeting:%s:1%%".formatted(id))
                .query(String.class)
                .list())
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).contains("CANCEL").doesNotContain("Ada", "acme"));
  }

  @Test
  void a_lead_books_in_the_language_of_its_browser() {
    String link = link(leadOf("rita"));
    assertThat(inGerman("GET", link, ""))
        .contains("<html lang=\"de\"", "Termin wählen", "Zeitzone: ", "Freie Zeiten")
        .doesNotContain("Choose a time", "??");
    assertThat(inGerman("POST", link, "act=book&at=never"))
        .contains("Bitte wählen Sie eine der Zeiten.");
    book(link);
    assertThat(inGerman("GET", link, ""))
        .contains("Ihr Termin", "Sie sprechen mit", "Termin absagen", "Auf eine andere Zeit")
        .containsPattern("(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag), \\d+\\. ");
  }

  private String inGerman(String method, String path, String body) {
    return baton
        .send(
            HttpRequest.newBuilder(baton.root().resolve(path))
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body)))
        .text();
  }

  @Test
  void a_lead_that_nobody_owns_yet_is_told_so_and_the_page_looks_again() {
    String lead = leadOf("rita");
    String link = link(lead);
    db.sql("update handoff set owner = null where lead_id = ?").param(lead).update();
    assertThat(baton.get(link).is(200).text())
        .contains("We are choosing who of us can help you best", "http-equiv=\"refresh\"");
    act(link, "book", Instant.now().toString()).is(409);
    db.sql("update handoff set owner = 'rita' where lead_id = ?").param(lead).update();
    assertThat(times(link)).isNotEmpty();
    baton.get("/book/" + "A".repeat(43)).is(404);
  }
}
