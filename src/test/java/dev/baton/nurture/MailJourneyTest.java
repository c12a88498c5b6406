package dev.baton.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.LoopbackMail;
import dev.baton.TestStaff;
import dev.baton.nurture.mail.Mailings;
import dev.baton.sql.Sql;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
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

/** A mail on its whole way: from the process over a real mail server into a mailbox, and back. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "BATON_ADMIN_PASSWORD=" + TestStaff.PASSWORD,
      "baton.public-url=https://baton.example/",
      "baton.mail.from=Baton <hello@baton.example>",
      "baton.nurture.unsubscribe-address=leave@baton.example",
      "baton.nurture.sender=Baton Ltd, 1 Relay Street, Berlin",
      "spring.datasource.url=jdbc:h2:mem:nurture;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT"
    })
@Import(TestStaff.class)
class MailJourneyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final GreenMail SERVER = LoopbackMail.server();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern LINK =
      Pattern.compile("https://baton\\.example(/(n|unsubscribe|about-you)/[A-Za-z0-9_-]{43})");

  private static final Pattern ANSWER =
      Pattern.compile("Answer now: (https://\\S+/answer/\\S{43})\\s");

  @Autowired JdbcClient db;
  @Autowired ManagementService jobs;
  @Autowired Mailings mailings;
  @Autowired Nurtures nurtures;
  private HttpCaller baton;
  private String root;
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
  void come(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    root = "http://localhost:" + port;
    email = UUID.randomUUID() + "@acme.example";
  }

  /** Where it is broad daylight, whenever this runs. */
  private static String wideAwake() {
    return Stream.of("DE", "US", "JP", "NZ", "BR", "IN")
        .filter(
            country -> {
              int hour =
                  Instant.now().atZone(new CountryZones(ZoneId.of("UTC")).of(country)).getHour();
              return hour >= 8 && hour < 19;
            })
        .findFirst()
        .orElseThrow();
  }

  private String signsUp(Map<String, Object> more) {
    return signsUp("en", more);
  }

  /** In a form of that language, whichever country is awake. */
  private String signsUp(String language, Map<String, Object> more) {
    Map<String, Object> lead = new java.util.HashMap<>(more);
    lead.put("email", email);
    lead.put("country", wideAwake());
    lead.put("consent", Map.of("email", true, "text", "Yes, mail me."));
    return baton
        .as("marc")
        .post(
            "/api/signals",
            Map.of(
                "type",
                "newsletter_signup",
                "properties",
                Map.of("language", language),
                "lead",
                lead))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  /** The timer of the next mail comes due. */
  private MimeMessage gets(String lead, int nth) throws Exception {
    String nurture = nurtures.ofLead(lead).get(0).id();
    jobs.executeJob(await().atMost(PATIENCE).until(() -> jobOf(nurture), Objects::nonNull));
    await().atMost(PATIENCE).until(() -> received().size() >= nth);
    assertThat(received()).hasSize(nth);
    await().atMost(PATIENCE).until(() -> !mailings.ofLead(lead).get(nth - 1).isPlanned());
    return received().get(nth - 1);
  }

  private String jobOf(String nurture) {
    return jobs.createJobQuery().timers().list().stream()
        .filter(
            job ->
                db.sql(
                            "select count(*) as n from act_ru_execution where id_ = ? and business_key_ = ?")
                        .params(job.getProcessInstanceId(), nurture)
                        .query(Integer.class)
                        .single()
                    == 1)
        .map(job -> job.getId())
        .findFirst()
        .orElse(null);
  }

  private List<MimeMessage> received() {
    return Stream.of(SERVER.getReceivedMessagesForDomain(email)).toList();
  }

  private static String part(Part message, String type) throws Exception {
    if (message.isMimeType(type)) {
      return message.getContent().toString();
    }
    if (message.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = part(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static String path(String text, String kind) {
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      if (links.group(2).equals(kind)) {
        return links.group(1);
      }
    }
    throw new AssertionError("no link " + kind + " in " + text);
  }

  /** As a mail program does: no cookie, no login, no page before it. */
  private HttpResponse<String> call(String method, String path, String form)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode lead(String id) {
    return baton.as("mona").get("/api/leads/" + id).is(200).json();
  }

  private List<String> signals(String lead) {
    return db.sql("select type from signal where lead_id = ? order by id")
        .param(lead)
        .query(String.class)
        .list();
  }

  @Test
  void a_mail_carries_both_bodies_one_thing_to_do_and_one_click_to_leave() throws Exception {
    String lead = signsUp(Map.of("firstName", "Ada <b>", "company", "Acme & Söhne"));
    MimeMessage mail = gets(lead, 1);

    assertThat(mail.getSubject()).isEqualTo("How good teams hand over a lead");
    assertThat(mail.getFrom()[0]).hasToString("Baton <hello@baton.example>");
    assertThat(mail.getAllRecipients()).hasSize(1);
    String text = part(mail, "text/plain");
    String html = part(mail, "text/html");
    String leave = path(text, "unsubscribe");
    assertThat(mail.getHeader("List-Unsubscribe"))
        .containsExactly(
            "<https://baton.example%s>, <mailto:leave@baton.example?subject=unsubscribe>"
                .formatted(leave));
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(text)
        .startsWith("Hello,")
        .contains("how teams at Acme & Söhne pass", "Read the short guide:", "Relay Street");
    assertThat(html)
        .contains("how teams at Acme &amp; Söhne pass", "Relay Street", leave)
        .doesNotContain("<b>", "<img", "null");
    assertThat(html.split("class=\"go\"")).as("one button").hasSize(2);
    assertThat(path(html, "n")).isEqualTo(path(text, "n"));

    String kept =
        db.sql("select body from notice where kind = 'nurture' and lead_id = ?")
            .param(lead)
            .query(String.class)
            .single();
    assertThat(kept).contains("Read the short guide").doesNotContain("baton.example/");
    assertThat(baton.as("mona").get("/api/alerts?leadId=" + lead).is(200).at("/items")).isEmpty();
    assertThat(lead(lead).at("/timeline").findValuesAsText("what")).contains("alert");
  }

  @Test
  void a_lead_that_speaks_german_reads_german_from_the_subject_to_the_last_line() throws Exception {
    MimeMessage mail = gets(signsUp("de-AT", Map.of("firstName", "Ada")), 1);

    assertThat(mail.getSubject()).isEqualTo("Wie gute Teams einen Lead übergeben");
    assertThat(part(mail, "text/plain"))
        .startsWith("Guten Tag Ada,")
        .contains(
            "Den kurzen Leitfaden lesen:",
            "weil Sie eingewilligt haben",
            "Mit einem Klick abmelden: ")
        .doesNotContain("You get", "Unsubscribe");
    assertThat(part(mail, "text/html"))
        .contains("<html lang=\"de\"", ">Abmelden</a>")
        .doesNotContain("Unsubscribe");
  }

  private Answer put(Map<String, Object> fields) {
    return baton
        .as("marc")
        .send("PUT", "/api/nurture/mails/education-1", HttpCaller.OBJECT, HttpCaller.json(fields))
        .is(200);
  }

  /** What stood in a mail before, in both languages. */
  private JsonNode restore(JsonNode mail) {
    Map<String, Object> fields = new java.util.HashMap<>();
    for (String field : List.of("subject", "action", "subjectDe", "bodyDe", "actionDe")) {
      fields.put(field, mail.at("/" + field).asText());
    }
    return put(fields).at("/mail");
  }

  @Test
  void a_mail_without_german_is_english_for_everybody() throws Exception {
    Map<String, Object> english = Map.of("subject", "How good teams pass on a lead");
    JsonNode shipped = baton.as("marc").get("/api/nurture/mails/education-1").at("/mail");
    assertThat(shipped.at("/subjectDe").asText()).isEqualTo("Wie gute Teams einen Lead übergeben");
    try {
      JsonNode changed = put(english).at("/mail");
      assertThat(changed.has("subjectDe")).as("it said something else").isFalse();
      MimeMessage mail = gets(signsUp("de", Map.of()), 1);
      assertThat(mail.getSubject()).isEqualTo("How good teams pass on a lead");
      assertThat(part(mail, "text/plain")).contains("Unsubscribe with one click");
    } finally {
      JsonNode back = restore(shipped);
      assertThat(back.at("/urlDe")).isEqualTo(back.at("/url"));
    }
  }

  @Test
  void half_a_translation_is_refused_and_a_preview_shows_both_languages() {
    HttpCaller marc = baton.as("marc");
    JsonNode half =
        marc.post(
                "/api/nurture/mails/education-2/preview",
                Map.of("subjectDe", "Nur ein {Betreff}", "bodyDe", " ", "urlDe", "ftp://x"))
            .is(422)
            .json();
    assertThat(half.at("/errors").findValuesAsText("field"))
        .containsExactly("bodyDe", "subjectDe", "urlDe");
    JsonNode preview = marc.post("/api/nurture/mails/education-2/preview", Map.of()).is(200).json();
    assertThat(preview.at("/bare/text").asText()).startsWith("Hello,");
    assertThat(preview.at("/bareDe/text").asText()).startsWith("Guten Tag,");
    assertThat(marc.get("/nurture/mails/education-2/preview?language=de").is(200).text())
        .contains("<html lang=\"de\"", "Guten Tag Ada,");
    assertThat(marc.get("/nurture/mails/education-2").is(200).text())
        .contains("The mail in English", "The mail in German", "name=\"bodyDe\"");
  }

  @Test
  void one_post_unsubscribes_without_login_and_a_look_changes_nothing() throws Exception {
    String lead = signsUp(Map.of());
    String leave = path(part(gets(lead, 1), "text/plain"), "unsubscribe");

    for (int i = 0; i < 3; i++) {
      HttpResponse<String> look = call("GET", leave, "");
      assertThat(look.statusCode()).isEqualTo(200);
      assertThat(look.body()).contains("<button").contains("Unsubscribe").doesNotContain(email);
      assertThat(look.headers().allValues("Set-Cookie")).isEmpty();
      call("HEAD", leave, "");
    }
    assertThat(
            baton
                .send(
                    HttpRequest.newBuilder(baton.root().resolve(leave))
                        .header("Accept-Language", "de"))
                .text())
        .contains("<html lang=\"de\"", "Ein Klick, und Sie bekommen von uns keine");
    assertThat(signals(lead)).doesNotContain("unsubscribed");
    assertThat(nurtures.ofLead(lead).get(0).ending()).isNull();

    HttpResponse<String> left = call("POST", leave, "List-Unsubscribe=One-Click");
    assertThat(left.statusCode()).isEqualTo(200);
    assertThat(left.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(call("POST", leave, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);

    assertThat(signals(lead)).containsOnlyOnce("unsubscribed");
    assertThat(
            db.sql(
                    """
                    select content from profile_value where lead_id = ? and field = 'consent.email'
                    order by id desc fetch first 1 row only
                    """)
                .param(lead)
                .query(String.class)
                .single())
        .isEqualTo("false");
    assertThat(nurtures.ofLead(lead).get(0).ending().outcome()).isEqualTo("unsubscribed");
    assertThat(
            baton
                .as("marc")
                .get("/api/nurture/mails/education-1")
                .at("/mail/figures/unsubscribed")
                .asInt())
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void a_click_is_noted_and_leads_to_the_template_s_address_and_nowhere_else() throws Exception {
    String lead = signsUp(Map.of());
    String click = path(part(gets(lead, 1), "text/html"), "n");

    assertThat(call("HEAD", click, "").statusCode()).isEqualTo(302);
    assertThat(signals(lead)).as("a HEAD is no click").doesNotContain("email_clicked");

    HttpResponse<String> clicked = call("GET", click + "?url=https://evil.example", "");
    assertThat(clicked.statusCode()).isEqualTo(302);
    assertThat(clicked.headers().firstValue("Location"))
        .contains("https://www.example.com/guides/lead-handoff");
    assertThat(call("GET", "/n/" + "A".repeat(43), "").statusCode()).isEqualTo(404);
    assertThat(
            call(
                    "GET",
                    path(part(received().get(0), "text/html"), "unsubscribe")
                        .replace("unsubscribe", "n"),
                    "")
                .statusCode())
        .as("a token does one thing")
        .isEqualTo(404);

    String properties =
        db.sql("select properties from signal where lead_id = ? and type = 'email_clicked'")
            .param(lead)
            .query(String.class)
            .single();
    assertThat(properties)
        .contains("messageId", "sentAt", "https://www.example.com/guides/lead-handoff");
    assertThat(lead(lead).at("/score/contributions").findValuesAsText("rule"))
        .as("rule R16: within ten seconds of the sending it was a scanner")
        .doesNotContain("mail-clicked");
    JsonNode flagged = lead(lead).at("/timeline");
    assertThat(flagged.toString()).contains("mail scanner");
  }

  @Test
  void a_click_later_on_counts() throws Exception {
    String lead = signsUp(Map.of());
    String click = path(part(gets(lead, 1), "text/html"), "n");
    db.sql("update nurture_mail set sent_at = ? where lead_id = ?")
        .params(Sql.timestamp(Instant.now().minusSeconds(3600)), lead)
        .update();
    int before = lead(lead).at("/score/behaviour").asInt();
    call("GET", click, "");
    call("GET", click, "");
    assertThat(lead(lead).at("/score/behaviour").asInt()).isEqualTo(before + 2);
  }

  @Test
  void the_form_asks_only_what_is_not_known_and_the_fit_changes_at_once() throws Exception {
    String lead = signsUp(Map.of("industry", "Secret Trade", "company", "Acme Hidden"));
    gets(lead, 1);
    db.sql("update nurture_mail set sent_at = ? where lead_id = ?")
        .params(Sql.timestamp(Instant.now().minusSeconds(3600)), lead)
        .update();
    String form = path(part(gets(lead, 2), "text/plain"), "about-you");
    String token = form.substring(form.lastIndexOf('/') + 1);

    String page = call("GET", form, "").body();
    assertThat(page)
        .contains("How many people work at your company?")
        .doesNotContain("Which industry", "Secret Trade", "Acme Hidden", email);
    assertThat(lead(lead).at("/score/fit").asInt()).isZero();

    Answer wrong =
        baton
            .post("/api/questions/" + token, Map.of("answers", Map.of("companySize", "many")))
            .isProblem(422, "companySize");
    assertThat(wrong.text()).contains("whole number");
    assertThat(call("POST", form, "companySize=-5").statusCode()).isEqualTo(422);
    assertThat(lead(lead).at("/score/fit").asInt()).isZero();

    assertThat(call("POST", form, "companySize=120&industry=SaaS").statusCode()).isEqualTo(200);
    assertThat(lead(lead).at("/score/fit").asInt()).isEqualTo(20);
    assertThat(baton.as("mona").get("/api/leads/" + lead + "/score").at("/fit").asInt())
        .isEqualTo(20);

    Answer next = baton.get("/api/questions/" + token).is(200);
    assertThat(next.at("/questions").findValuesAsText("field")).containsExactly("jobTitle");
    assertThat(next.text()).doesNotContain("120", "Secret Trade", email);
    Answer after =
        baton
            .post(
                "/api/questions/" + token,
                Map.of(
                    "answers",
                    Map.of("jobTitle", "VP Sales", "industry", "SaaS", "company", "Other")))
            .is(200);
    assertThat(after.at("/questions").findValuesAsText("field")).containsExactly("firstName");
    assertThat(lead(lead).at("/score/fit").asInt()).isEqualTo(35);
    assertThat(lead(lead).at("/company").asText())
        .as("what is known is never overwritten by a form")
        .isEqualTo("Acme Hidden");
    assertThat(signals(lead)).contains("form_submitted");
  }

  @Test
  void somebody_s_own_form_asks_with_a_machine_s_token_and_keeps_the_consent_s_words() {
    String machine =
        baton
            .as("admin")
            .post("/api/tokens", Map.of("name", "site-" + UUID.randomUUID()))
            .is(201)
            .at("/token")
            .asText();
    HttpCaller site = new HttpCaller(baton.root(), "Bearer " + machine, null);
    Map<String, Object> visitor = Map.of("visitorId", UUID.randomUUID().toString());

    assertThat(
            site.post("/api/questions", Map.of("lead", visitor))
                .is(200)
                .at("/questions")
                .findValuesAsText("field"))
        .containsExactly("companySize");
    site.post("/api/questions", Map.of("lead", visitor, "answers", Map.of("companySize", "80")))
        .is(200);
    Answer second = site.post("/api/questions", Map.of("lead", visitor)).is(200);
    assertThat(second.at("/questions").findValuesAsText("field")).containsExactly("industry");
    Answer wrong =
        site.post(
                "/api/questions", Map.of("lead", visitor, "answers", Map.of("industry", "Piracy")))
            .isProblem(422, "industry");
    assertThat(wrong.at("/errors/0/allowed").toString()).contains("SaaS", "Manufacturing");

    site.post(
            "/api/questions",
            Map.of(
                "lead", Map.of("email", email),
                "answers", Map.of("companySize", 60),
                "consentText", "Yes, write to me about lead handoff."))
        .is(200);
    String lead =
        db.sql("select id from lead where email = ?").param(email).query(String.class).single();
    Map<String, String> kept =
        new java.util.HashMap<>(
            Map.of("consent.email", "", "consent.text", "", "consent.at", "", "companySize", ""));
    kept.replaceAll(
        (field, none) ->
            db.sql("select content from profile_value where lead_id = ? and field = ?")
                .params(lead, field)
                .query(String.class)
                .single());
    assertThat(kept)
        .containsEntry("consent.email", "true")
        .containsEntry("consent.text", "Yes, write to me about lead handoff.")
        .containsEntry("companySize", "60");
    assertThat(Instant.parse(kept.get("consent.at"))).isBefore(Instant.now().plusSeconds(1));
  }

  @Test
  void marketing_changes_a_mail_and_what_cannot_work_is_refused_with_what_can() {
    HttpCaller marc = baton.as("marc");
    String path = "/api/nurture/mails/education-1";
    JsonNode shipped = baton.as("marc").get(path).at("/mail");
    int version = marc.get(path).is(200).at("/mail/version").asInt();

    Answer wrong =
        marc.send("PUT", path, HttpCaller.OBJECT, "{\"body\": \"Dear {nick_name},\"}")
            .isProblem(422, "body");
    assertThat(wrong.at("/errors/0/allowed").toString()).contains("{firstName}");
    marc.send("PUT", path, HttpCaller.OBJECT, "{\"url\": \"javascript:alert(1)\"}")
        .isProblem(422, "url");
    marc.send("PUT", path, HttpCaller.OBJECT, "{\"url\": \"http://www.example.com\"}")
        .isProblem(422, "url");
    marc.send("PUT", path, HttpCaller.OBJECT, "{\"subject\": \"a\\r\\nBcc: b@c.example\"}")
        .isProblem(422, "subject");
    baton.as("mona").send("PUT", path, HttpCaller.OBJECT, "{}").isProblem(403);

    Answer saved =
        marc.send(
                "PUT",
                path,
                HttpCaller.OBJECT,
                "{\"action\": \"Read it\", \"version\": %d}".formatted(version))
            .is(200);
    assertThat(saved.at("/mail/version").asInt()).isEqualTo(version + 1);
    assertThat(saved.at("/mail/changedBy").asText()).isEqualTo("marc");
    assertThat(saved.at("/versions")).hasSize(version + 1);
    marc.send(
            "PUT",
            path,
            HttpCaller.OBJECT,
            "{\"action\": \"Mine\", \"version\": %d}".formatted(version))
        .isProblem(409);
    Answer preview =
        marc.post(path + "/preview", Map.of("body", "Hello {firstName}, from {company|you}"))
            .is(200);
    assertThat(preview.at("/filled/text").asText()).startsWith("Hello Ada, from Acme");
    assertThat(preview.at("/bare/text").asText()).startsWith("Hello, from you");
    restore(shipped);
  }

  @Test
  void a_rep_gets_a_mail_and_answers_from_it_without_a_login() throws Exception {
    Map<String, Object> signal = Map.of("type", "demo_requested", "lead", Map.of("email", email));
    String lead = baton.as("marc").post("/api/signals", signal).is(200).at("/lead/id").asText();

    String owner =
        baton
            .as("mona")
            .await("/api/leads/" + lead, now -> now.at("/handoff/owner").isTextual())
            .at("/handoff/owner")
            .asText();
    MimeMessage mail =
        await().atMost(PATIENCE).until(() -> mailAbout(lead, owner), Optional::isPresent).get();
    Matcher link = ANSWER.matcher(firstText(mail));
    assertThat(link.find()).isTrue();
    String path = URI.create(link.group(1)).getPath();

    assertThat(baton.get(path).is(200).text()).contains("You answer as <strong>" + owner);
    HttpRequest.Builder answer =
        HttpRequest.newBuilder(baton.root().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("decision=accept"));
    assertThat(baton.send(answer).is(200).text()).contains("Your answer is saved");
    baton
        .as("mona")
        .await(
            "/api/leads/" + lead, now -> now.at("/handoff/state").asText().equals("QUALIFICATION"));
    assertThat(baton.as("mona").get("/api/alerts").is(200).text()).doesNotContain("/answer/");
  }

  private static String firstText(MimeMessage mail) {
    try {
      Part part = ((Multipart) mail.getContent()).getBodyPart(0);
      while (part.getContent() instanceof Multipart inner) {
        part = inner.getBodyPart(0);
      }
      return (String) part.getContent();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<MimeMessage> mailAbout(String lead, String owner) {
    return Stream.of(SERVER.getReceivedMessagesForDomain(owner + "@baton.example"))
        .filter(mail -> firstText(mail).contains(lead))
        .findFirst();
  }
}
