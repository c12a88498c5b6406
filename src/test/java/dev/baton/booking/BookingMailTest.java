package dev.baton.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpServer;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.LoopbackMail;
import dev.baton.TestStaff;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A meeting from a website's form into both mailboxes and out of a rep's published calendar. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "BATON_ADMIN_PASSWORD=" + TestStaff.PASSWORD,
      "baton.public-url=https://baton.example/",
      "baton.mail.from=Baton <hello@baton.example>",
      "baton.booking.place=https://video.example/room",
      "baton.personal-calendar.private-addresses=true",
      "spring.datasource.url=jdbc:h2:mem:booking;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT"
    })
@Import(TestStaff.class)
class BookingMailTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern TIME = Pattern.compile("name=\"at\" value=\"([^\"]+)\"");
  private static final Pattern LINK =
      Pattern.compile("https://baton\\.example(/book/[A-Za-z0-9_-]{43})");
  private static final GreenMail SERVER = LoopbackMail.server();

  @Autowired JdbcClient db;
  private HttpCaller baton;
  private String email;

  @DynamicPropertySource
  static void mail_server(DynamicPropertyRegistry properties) {
    LoopbackMail.serve(SERVER, properties);
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void come(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    email = "ada@acme" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    SERVER.purgeEmailFromAllMailboxes();
    // nobody's quiet hours, whenever this runs
    db.sql("update person set zone = ?").param(wideAwake().getId()).update();
  }

  private static ZoneId wideAwake() {
    return Stream.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Auckland")
        .map(ZoneId::of)
        .filter(zone -> Instant.now().atZone(zone).getHour() >= 8)
        .filter(zone -> Instant.now().atZone(zone).getHour() < 19)
        .findFirst()
        .orElseThrow();
  }

  /** Somebody asks for a demo on the website, and goes on to the page where they choose a time. */
  private String asksForADemo() {
    Map<String, Object> source =
        Map.of(
            "kind",
            "generic",
            "secret",
            "a-secret-of-the-website",
            "returnHosts",
            List.of("www.acme.example"),
            "mapping",
            List.of(
                Map.of("field", "lead.email", "path", "email"),
                Map.of("field", "lead.firstName", "path", "name"),
                Map.of("field", "type", "value", "demo_requested")));
    baton
        .as("marc")
        .send("PUT", "/api/sources/website", HttpCaller.OBJECT, HttpCaller.json(source))
        .is(200);
    Answer thanks =
        baton.send(
            "POST",
            "/hooks/website",
            FORM,
            "oid=a-secret-of-the-website&name=Ada&email="
                + URLEncoder.encode(email, StandardCharsets.UTF_8));
    assertThat(thanks.is(200).text()).contains("Thank you", "Choose a time for a meeting");
    String link = link(thanks.text());
    await().atMost(PATIENCE).until(() -> !times(link).isEmpty());
    return link;
  }

  @Test
  void a_website_to_which_the_visitor_goes_back_is_told_the_link() throws Exception {
    asksForADemo();
    String form =
        "oid=a-secret-of-the-website&name=Grace&email=grace@acme.example&retURL="
            + URLEncoder.encode("https://www.acme.example/a%20b?x=1#top", StandardCharsets.UTF_8);
    HttpResponse<Void> sent =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(baton.root().resolve("/hooks/website"))
                    .header("Content-Type", FORM)
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location").orElseThrow())
        .matches(
            "https://www\\.acme\\.example/a%20b\\?x=1&booking=https%3A%2F%2Fbaton\\.example%2Fbook%2F[A-Za-z0-9_-]{43}#top");
  }

  private static String link(String text) {
    Matcher found = LINK.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private List<String> times(String link) {
    List<String> times = new ArrayList<>();
    Matcher found = TIME.matcher(baton.get(link).is(200).text());
    while (found.find()) {
      times.add(found.group(1));
    }
    return times;
  }

  private void act(String link, String act, String at) {
    baton
        .send(
            "POST",
            link,
            FORM,
            "act=%s&zone=Asia%%2FKolkata&at=%s"
                .formatted(act, URLEncoder.encode(at, StandardCharsets.UTF_8)))
        .is(303);
  }

  /** The nth mail about a meeting in a mailbox. */
  private static MimeMessage mail(String to, int nth) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                Stream.of(SERVER.getReceivedMessages())
                    .filter(message -> isTo(message, to) && part(message, "text/calendar") != null)
                    .toList(),
            found -> found.size() >= nth)
        .get(nth - 1);
  }

  private static boolean isTo(MimeMessage message, String to) {
    try {
      return message.getAllRecipients()[0].toString().contains(to);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String part(Part message, String type) {
    try {
      if (message.isMimeType(type)) {
        return new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
      if (message.isMimeType("multipart/*") && message.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          String found = part(parts.getBodyPart(i), type);
          if (found != null) {
            return found;
          }
        }
      }
      return null;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static VEvent event(MimeMessage mail, String method) {
    ICalendar calendar = Biweekly.parse(part(mail, "text/calendar")).first();
    assertThat(calendar.getMethod().getValue()).isEqualTo(method);
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0).getWarnings()).isEmpty();
    return calendar.getEvents().get(0);
  }

  private String owner() {
    return db.sql("select b.owner from booking b join lead l on l.id = b.lead_id where l.email = ?")
        .param(email)
        .query(String.class)
        .single();
  }

  @Test
  void a_lead_that_named_german_hears_of_its_meeting_in_german() throws Exception {
    String link = asksForADemo();
    baton
        .as("marc")
        .post(
            "/api/signals",
            Map.of(
                "type",
                "page_viewed",
                "properties",
                Map.of("language", "de"),
                "lead",
                Map.of("email", email)))
        .is(200);
    act(link, "book", times(link).get(2));

    MimeMessage toLead = mail(email, 1);
    assertThat(toLead.getSubject()).startsWith("Ihr Termin mit ");
    assertThat(part(toLead, "text/plain"))
        .contains("Sie treffen ", "Verschieben oder absagen:")
        .doesNotContain("meet");
    assertThat(part(toLead, "text/html"))
        .contains("<html lang=\"de\"", "weil Sie einen Termin mit uns gebucht haben");
    String own = link(part(toLead, "text/plain"));
    act(own, "cancel", "");
    assertThat(mail(email, 2).getSubject()).startsWith("Abgesagt: Ihr Termin mit ");
  }

  @Test
  void both_are_invited_and_hear_that_it_is_moved_and_off() throws Exception {
    String link = asksForADemo();
    List<String> free = times(link);
    act(link, "book", free.get(2));
    String rep = owner() + "@baton.example";

    MimeMessage toLead = mail(email, 1);
    VEvent invited = event(toLead, "REQUEST");
    assertThat(invited.getDateStart().getValue().toInstant()).isEqualTo(free.get(2));
    assertThat(invited.getDateEnd().getValue().toInstant())
        .isEqualTo(Instant.parse(free.get(2)).plusSeconds(1800));
    assertThat(invited.getSequence().getValue()).isZero();
    assertThat(invited.getOrganizer().getEmail()).isEqualTo("hello@baton.example");
    assertThat(invited.getAttendees()).extracting("email").containsExactlyInAnyOrder(email, rep);
    assertThat(invited.getLocation().getValue()).isEqualTo("https://video.example/room");
    assertThat(toLead.getReplyTo()[0]).hasToString(rep);
    assertThat(toLead.getHeader("List-Unsubscribe")).isNull();
    assertThat(part(toLead, "text/html")).contains("Asia/Kolkata").doesNotContain("Unsubscribe");
    String own = link(part(toLead, "text/plain"));
    assertThat(own).isNotEqualTo(link);
    assertThat(part(toLead, "application/ics")).contains("BEGIN:VCALENDAR");

    VEvent ofRep = event(mail(rep, 1), "REQUEST");
    assertThat(ofRep.getUid().getValue()).isEqualTo(invited.getUid().getValue());
    assertThat(part(mail(rep, 1), "text/calendar")).doesNotContain("/book/");

    act(own, "move", free.get(7));
    VEvent moved = event(mail(email, 2), "REQUEST");
    assertThat(moved.getUid().getValue()).isEqualTo(invited.getUid().getValue());
    assertThat(moved.getSequence().getValue()).isEqualTo(1);
    assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(free.get(7));
    assertThat(event(mail(rep, 2), "REQUEST").getSequence().getValue()).isEqualTo(1);

    act(own, "cancel", "");
    VEvent off = event(mail(email, 3), "CANCEL");
    assertThat(off.getSequence().getValue()).isEqualTo(2);
    assertThat(off.getStatus().isCancelled()).isTrue();
    assertThat(mail(email, 3).getSubject()).startsWith("Cancelled: your meeting with");
    assertThat(event(mail(rep, 3), "CANCEL").getSequence().getValue()).isEqualTo(2);
    assertThat(
            db.sql("select body from notice where kind = 'invitation' and state = 'sent'")
                .query(String.class)
                .list())
        .hasSizeGreaterThanOrEqualTo(3)
        .noneMatch(kept -> kept.contains("/book/"));
  }

  @Test
  void a_rep_s_own_calendar_takes_times_away_and_goes_on_counting_while_it_is_ill()
      throws Exception {
    String link = asksForADemo();
    List<String> free = times(link);
    String owner =
        db.sql("select h.owner from handoff h join lead l on l.id = h.lead_id where l.email = ?")
            .param(email)
            .query(String.class)
            .single();
    HttpCaller rep = baton.as(owner);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String[] calendar = {busyAt(free.get(4))};
    server.createContext(
        "/",
        call -> {
          byte[] body = calendar[0].getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(
              body.length == 0 ? 500 : 200, body.length == 0 ? -1 : body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    server.start();
    try {
      String url = "http://localhost:%d/me.ics".formatted(server.getAddress().getPort());
      JsonNode set = save(rep, url).is(200).json();
      assertThat(set.at("/busy").asInt()).isEqualTo(1);
      assertThat(set.hasNonNull("error")).isFalse();
      assertThat(set.toString()).doesNotContain("localhost");
      assertThat(times(link)).doesNotContain(free.get(4)).contains(free.get(0));
      assertThat(
              baton
                  .send(
                      "POST",
                      link,
                      FORM,
                      "act=book&at=" + URLEncoder.encode(free.get(4), StandardCharsets.UTF_8))
                  .status())
          .isEqualTo(409);

      calendar[0] = "";
      db.sql("update personal_calendar set tried_at = null").update();
      assertThat(times(link)).as("what was read still counts").doesNotContain(free.get(4));
      assertThat(rep.get("/api/personal-calendar").is(200).at("/error").asText())
          .isEqualTo("it answered 500");
      calendar[0] = busyAt(free.get(0));
      assertThat(times(link)).as("tried a moment ago").doesNotContain(free.get(4));
      db.sql("update personal_calendar set tried_at = null").update();
      assertThat(times(link)).contains(free.get(4)).doesNotContain(free.get(0));

      save(rep, "ftp://localhost/me.ics").isProblem(422, "url");
      assertThat(save(rep, "").is(200).at("/set").asBoolean()).isFalse();
      assertThat(times(link)).contains(free.get(0), free.get(4));
    } finally {
      server.stop(0);
    }
  }

  private static Answer save(HttpCaller rep, String url) {
    return rep.send(
        "PUT", "/api/personal-calendar", HttpCaller.OBJECT, HttpCaller.json(Map.of("url", url)));
  }

  private static String busyAt(String start) throws IOException {
    return """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Somebody//EN
        BEGIN:VEVENT
        UID:dentist
        DTSTAMP:20260101T000000Z
        DTSTART:%s
        DURATION:PT30M
        SUMMARY:Dentist
        END:VEVENT
        END:VCALENDAR
        """
        .formatted(start.replaceAll("[-:]", ""))
        .replace("\n", "\r\n");
  }
}
