package dev.baton.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code /api/sources}, {@code /hooks} and {@code /v1} on one database. */
abstract class SourceJourney {
  private static final String SECRET = "a-secret-of-its-own";

  @Autowired JdbcClient db;
  private final String name = "s-" + UUID.randomUUID().toString().substring(0, 8);
  private final String email = "ada@%s.example".formatted(name);
  private HttpCaller baton;
  private HttpCaller marc;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    marc = baton.as("marc");
  }

  private void put(Map<String, Object> source) {
    marc.send("PUT", "/api/sources/" + name, HttpCaller.OBJECT, HttpCaller.json(source)).is(200);
  }

  private void is(String kind) {
    put(Map.of("kind", kind, "secret", SECRET));
  }

  private Answer hook(String body, String... headers) {
    return sent("/hooks/" + name, body, headers);
  }

  private Answer sent(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(baton.root().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return baton.send(request);
  }

  private Answer told(String body) {
    return hook(body, "X-Baton-Secret", SECRET);
  }

  private static byte[] hmac(String algorithm, String content) throws Exception {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), algorithm));
    return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private List<Map<String, Object>> signals() {
    return db.sql(
            """
            select s.type, l.email, s.occurred_at, s.source, s.campaign, s.properties
            from signal s join lead l on l.id = s.lead_id where s.sender = :sender order by s.id
            """)
        .param("sender", "source:" + name)
        .query()
        .listOfRows();
  }

  private String known(String field) {
    return db.sql(
            """
            select p.content from profile_value p join lead l on l.id = p.lead_id
            where l.email = :email and p.field = :field order by p.id desc limit 1
            """)
        .param("email", email)
        .param("field", field)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private JsonNode payloads(String state) {
    return marc.get("/api/sources/%s/payloads?state=%s".formatted(name, state))
        .is(200)
        .at("/items");
  }

  // A source

  @Test
  void what_is_wrong_with_a_source_is_named() {
    String path = "/api/sources/" + name;
    marc.send("PUT", path, HttpCaller.OBJECT, "{\"kind\": \"fax\"}").isProblem(422, "kind");
    marc.send("PUT", path, HttpCaller.OBJECT, "{\"kind\": \"generic\", \"secret\": \"short\"}")
        .isProblem(422, "secret");
    String rule = "{\"kind\": \"generic\", \"secret\": \"%s\", \"mapping\": [%s]}";
    for (Map.Entry<String, String> wrong :
        Map.of(
                "{\"field\": \"lead.email\"}", "mapping[0].path",
                "{\"field\": \"nothing\", \"path\": \"a\"}", "mapping[0].field",
                "{\"field\": \"type\", \"path\": \"a[\"}", "mapping[0].path",
                "{\"field\": \"type\", \"path\": \"a\", \"as\": \"b\"}", "mapping[0].as",
                "{\"field\": \"type\", \"path\": \"a\", \"map\": 1}", "mapping[0].map",
                "7", "mapping[0]")
            .entrySet()) {
      marc.send("PUT", path, HttpCaller.OBJECT, rule.formatted(SECRET, wrong.getKey()))
          .isProblem(422, wrong.getValue());
    }
    marc.get(path).isProblem(404);
  }

  @Test
  void a_secret_is_kept_and_never_shown() {
    is("generic");
    put(Map.of("kind", "generic"));

    assertThat(marc.get("/api/sources").is(200).text()).contains(name).doesNotContain(SECRET);
    assertThat(marc.get("/api/sources/" + name).is(200).text()).doesNotContain(SECRET);
    told("{}").is(200);
    marc.send("DELETE", "/api/sources/" + name, null, "").is(204);
    told("{}").isProblem(401);
  }

  // What it sends

  @Test
  void a_signal_of_the_contract_is_taken_as_it_is_and_once() {
    is("generic");
    String signal =
        """
        {"type": "demo_requested", "lead": {"email": "%s"}, "campaign": "fair"}"""
            .formatted(email);

    assertThat(told(signal).is(200).at("/state").asText()).isEqualTo("recorded");
    assertThat(hook(signal, "Authorization", "Bearer " + SECRET).is(200).at("/state").asText())
        .isEqualTo("repeated");

    assertThat(signals()).hasSize(1);
    assertThat(signals().get(0)).containsEntry("campaign", "fair");
    assertThat(marc.get("/api/leads?email=" + email).is(200).at("/items/0/stage").asText())
        .isEqualTo("MQL");
  }

  @Test
  void who_does_not_prove_it_is_refused_and_nothing_is_kept() throws Exception {
    is("generic");
    hook("{}").isProblem(401);
    hook("{}", "X-Baton-Secret", SECRET + "1").isProblem(401);
    hook("{}", "X-Signature-256", "sha256=00").isProblem(401);
    hook("{} ", "X-Signature-256", "sha256=" + hex("{}")).isProblem(401);
    assertThat(payloads("waiting")).isEmpty();
    hook("{}", "X-Signature-256", "sha256=" + hex("{}")).is(200);
    told("x".repeat(10 * 1024 * 1024)).isProblem(413);
  }

  private static String hex(String content) throws Exception {
    return HexFormat.of().formatHex(hmac("HmacSHA256", content));
  }

  @Test
  void what_can_not_be_mapped_waits_is_corrected_and_sent_again() {
    is("generic");
    told("no json").is(200);
    String half =
        """
        [{"type": "page_view", "lead": {"email": "%s"}}, {"event": "Demo Requested", "who": {"mail": "%s"}}]"""
            .formatted(email, email);
    Answer waits = told(half).is(200);
    assertThat(waits.at("/state").asText()).isEqualTo("waiting");
    assertThat(waits.at("/signals").asInt()).isEqualTo(1);
    JsonNode waiting = payloads("waiting");
    assertThat(waiting).hasSize(2);
    assertThat(waiting.at("/0/body").asText()).isEqualTo(half);
    assertThat(waiting.at("/0/issues/0/field").asText()).startsWith("[1].");
    Instant received = Instant.parse(waiting.at("/0/receivedAt").asText());

    put(
        Map.of(
            "kind",
            "generic",
            "mapping",
            List.of(
                Map.of("field", "type", "path", "event | type", "as", "type"),
                Map.of("field", "lead.email", "path", "who.mail | lead.email"))));
    Answer again =
        marc.send(
                "POST",
                "/api/sources/%s/payloads/%s/retry".formatted(name, waiting.at("/0/id").asText()),
                null,
                "")
            .is(200);

    assertThat(again.at("/state").asText()).isEqualTo("recorded");
    assertThat(signals()).extracting("type").containsExactly("page_view", "demo_requested");
    assertThat(
            db.sql("select count(*) as n from signal where sender = :s and occurred_at = :at")
                .param("s", "source:" + name)
                .param(
                    "at",
                    java.time.OffsetDateTime.parse(received.toString().replace("Z", "+00:00"))
                        .truncatedTo(java.time.temporal.ChronoUnit.MILLIS))
                .query(Integer.class)
                .single())
        .isPositive();
    assertThat(marc.get("/api/sources/" + name).is(200).at("/waiting").asInt()).isEqualTo(1);
    marc.send("POST", "/api/sources/%s/payloads/x/retry".formatted(name), null, "").isProblem(404);
  }

  // As they come

  @Test
  void a_typeform_answer_comes_with_its_signature() throws Exception {
    is("typeform");
    String body =
        """
        {"event_id": "%s", "event_type": "form_response", "form_response": {
          "submitted_at": "2026-01-05T10:00:00Z", "hidden": {"utm_source": "fair", "utm_campaign": "spring"},
          "definition": {"title": "Talk to us"},
          "answers": [
            {"type": "text", "text": "Ada Lovelace", "field": {"ref": "name", "type": "short_text"}},
            {"type": "email", "email": "%s", "field": {"ref": "x", "type": "email"}},
            {"type": "choice", "choice": {"label": "51-200"}, "field": {"ref": "company_size"}},
            {"type": "text", "text": "We lose leads", "field": {"ref": "message"}}]}}"""
            .formatted(name, email);

    hook(body, "Typeform-Signature", "sha256=" + base64(hmac("HmacSHA256", body + " ")))
        .isProblem(401);
    hook(body, "Typeform-Signature", "sha256=" + base64(hmac("HmacSHA256", body))).is(200);

    assertThat(signals()).hasSize(1);
    assertThat(signals().get(0))
        .containsEntry("type", "form_submitted")
        .containsEntry("source", "fair")
        .containsEntry("campaign", "spring");
    assertThat(signals().get(0).get("properties").toString()).contains("We lose leads");
    assertThat(known("firstName")).isEqualTo("Ada");
    assertThat(known("companySize")).isEqualTo("51-200");
  }

  @Test
  void calendly_books_and_cancels_and_an_old_signature_is_none() throws Exception {
    is("calendly");
    String booked =
        """
        {"event": "invitee.created", "created_at": "2026-01-05T10:00:00.000000Z", "payload": {
          "uri": "https://calendly.example/invitees/%s", "email": "%s", "name": "Ada Lovelace",
          "scheduled_event": {"name": "Demo", "start_time": "2026-01-09T10:00:00Z"},
          "tracking": {"utm_source": "mail"}}}"""
            .formatted(name, email);
    long now = Instant.now().getEpochSecond();

    hook(booked, "Calendly-Webhook-Signature", calendly(now - 3600, booked)).isProblem(401);
    hook(booked, "Calendly-Webhook-Signature", calendly(now, booked)).is(200);
    String cancelled = booked.replace("invitee.created", "invitee.canceled");
    hook(cancelled, "Calendly-Webhook-Signature", calendly(now, cancelled)).is(200);
    String other = booked.replace("invitee.created", "routing_form_submission.created");
    assertThat(told(other).is(200).at("/state").asText()).isEqualTo("ignored");

    assertThat(signals()).extracting("type").containsExactly("meeting_booked", "meeting_cancelled");
  }

  private static String calendly(long at, String body) throws Exception {
    return "t=%d,v1=%s".formatted(at, hex(at + "." + body));
  }

  @Test
  void hubspot_signs_address_body_and_time() throws Exception {
    is("hubspot");
    String body =
        """
        {"vid": 4711, "properties": {"email": {"value": "%s"}, "firstname": {"value": "Ada"},
          "company": {"value": "Acme"}, "numemployees": {"value": "120"}, "country": {"value": "Germany"}}}"""
            .formatted(email);
    String at = String.valueOf(Instant.now().toEpochMilli());
    String signed = "POST" + baton.root().resolve("/hooks/" + name) + body + at;
    String signature = base64(hmac("HmacSHA256", signed));

    hook(body, "X-HubSpot-Signature-v3", signature, "X-HubSpot-Request-Timestamp", at + "1")
        .isProblem(401);
    hook(body, "X-HubSpot-Signature-v3", signature, "X-HubSpot-Request-Timestamp", at).is(200);

    assertThat(signals()).extracting("type").containsExactly("form_submitted");
    assertThat(known("country")).isEqualTo("DE");
    assertThat(known("companySize")).isEqualTo("120");
  }

  @Test
  void segment_speaks_its_own_protocol_with_a_write_key() {
    String key = "write-key-" + name;
    put(Map.of("kind", "segment", "secret", key));
    String basic = "Basic " + base64((key + ":").getBytes(StandardCharsets.UTF_8));
    String page =
        """
        {"messageId": "m1", "anonymousId": "v-%s", "timestamp": "2026-01-05T10:00:00Z",
          "properties": {"path": "/pricing"}}"""
            .formatted(name);
    String identify =
        """
        {"messageId": "m2", "anonymousId": "v-%s", "userId": "u-%s", "timestamp": "2026-01-05T10:01:00Z",
          "traits": {"email": "%s", "name": "Ada Lovelace", "company": {"name": "Acme", "employee_count": 120}}}"""
            .formatted(name, name, email);
    String batch =
        """
        {"batch": [
          {"type": "track", "event": "Demo Requested", "messageId": "m3", "userId": "u-%s", "timestamp": "2026-01-05T10:02:00Z",
            "context": {"campaign": {"name": "spring", "source": "mail"}}},
          {"type": "alias", "messageId": "m4", "userId": "u-%s"},
          {"type": "track", "event": "Demo Requested", "messageId": "m3", "userId": "u-%s", "timestamp": "2026-01-05T10:02:00Z"}]}"""
            .formatted(name, name, name);

    sent("/v1/track", page).isProblem(401);
    sent("/v1/page", page, "Authorization", basic + "x").isProblem(401);
    sent("/v1/page", page, "Authorization", basic).is(200);
    assertThat(
            sent("/v1/identify", identify, "Authorization", basic)
                .is(200)
                .at("/success")
                .asBoolean())
        .isTrue();
    sent("/v1/batch", batch, "Authorization", basic).is(200);
    sent("/v1/batch", batch, "Authorization", basic).is(200);

    assertThat(payloads("waiting")).as(payloads("waiting").toString()).isEmpty();
    assertThat(signals())
        .extracting("type")
        .containsExactly("page_view", "identified", "demo_requested");
    assertThat(signals()).extracting("email").containsOnly(email);
    assertThat(known("company")).isEqualTo("Acme");
    assertThat(known("companySize")).isEqualTo("120");
  }

  @Test
  void salesforce_sends_its_leads_as_it_names_their_fields() {
    is("salesforce");
    String body =
        """
        {"records": [{"attributes": {"type": "Lead"}, "Id": "00Q%s", "LastModifiedDate": "2026-01-05T10:00:00.000+0000",
          "FirstName": "Ada", "LastName": "Lovelace", "Email": "%s", "Title": "VP Sales", "Company": "Acme",
          "NumberOfEmployees": 120, "Industry": "Software", "Website": "https://www.%s.example/about",
          "Country": "Germany", "LeadSource": "Trade Show", "Description": "Call me"}]}"""
            .formatted(name, email, name);

    assertThat(told(body).is(200).at("/state").asText()).isEqualTo("recorded");
    assertThat(told(body).is(200).at("/state").asText()).isEqualTo("repeated");

    assertThat(signals()).extracting("type").containsExactly("form_submitted");
    assertThat(signals().get(0)).containsEntry("source", "Trade Show");
    assertThat(known("jobTitle")).isEqualTo("VP Sales");
    assertThat(known("companySize")).isEqualTo("120");
    assertThat(known("domain")).isEqualTo(name + ".example");
    assertThat(known("country")).isEqualTo("DE");
  }

  @Test
  void marketo_sends_activities_by_their_number_and_leads_by_their_fields() {
    is("marketo");
    String activities =
        """
        {"requestId": "1", "success": true, "result": [
          {"id": 1, "marketoGUID": "%s-1", "leadId": "m-%s", "activityDate": "2026-01-05T10:00:00Z", "activityTypeId": 1,
            "attributes": [{"name": "Webpage URL", "value": "/pricing"}]},
          {"id": 2, "marketoGUID": "%s-2", "leadId": "m-%s", "activityDate": "2026-01-05T10:01:00Z", "activityTypeId": 12},
          {"id": 3, "marketoGUID": "%s-3", "leadId": "m-%s", "activityDate": "2026-01-05T10:02:00Z", "activityTypeId": 10}]}"""
            .formatted(name, name, name, name, name, name);
    String webhook =
        """
        {"activity": "Demo Requested", "lead": {"id": "m-%s", "email": "%s", "firstName": "Ada", "company": "Acme"}}"""
            .formatted(name, email);

    assertThat(told(activities).is(200).at("/signals").asInt()).isEqualTo(2);
    assertThat(told(webhook).is(200).at("/state").asText()).isEqualTo("recorded");

    assertThat(signals())
        .extracting("type")
        .containsExactly("page_view", "email_opened", "demo_requested");
    assertThat(signals()).extracting("email").containsOnly(email);
    assertThat(signals().get(0).get("properties").toString()).contains("/pricing");
  }

  @Test
  void linkedin_asks_whether_the_address_is_ours_and_signs_what_it_sends() throws Exception {
    is("linkedin");
    String code = UUID.randomUUID().toString();
    assertThat(
            baton
                .get("/hooks/%s?challengeCode=%s".formatted(name, code))
                .is(200)
                .at("/challengeResponse")
                .asText())
        .isEqualTo(hex(code));
    // whatever is no challenge is signed for nobody
    baton.get("/hooks/%s?challengeCode={}".formatted(name).replace("{}", "%7B%7D")).is(400);
    baton.get("/hooks/nobody?challengeCode=" + code).isProblem(401);
    String body =
        """
        {"id": "%s", "submittedAt": 1767607200000, "formResponse": {"answers": [
          {"predefinedField": "EMAIL", "answerDetails": {"textQuestionAnswer": {"answer": "%s"}}},
          {"predefinedField": "JOB_TITLE", "answerDetails": {"textQuestionAnswer": {"answer": "VP Sales"}}}]},
          "leadMetadata": {"sponsoredLeadMetadata": {"campaign": "urn:li:sponsoredCampaign:7"}}}"""
            .formatted(name, email);

    hook(body, "X-LI-Signature", hex(body)).isProblem(401);
    hook(body, "X-LI-Signature", hex("hmacsha256=" + body)).is(200);

    assertThat(signals()).hasSize(1);
    assertThat(signals().get(0))
        .containsEntry("type", "form_submitted")
        .containsEntry("source", "linkedin")
        .containsEntry("campaign", "urn:li:sponsoredCampaign:7");
    assertThat(known("jobTitle")).isEqualTo("VP Sales");
  }

  // Of a company

  private String lead(String address) {
    return marc.post(
            "/api/signals",
            """
            {"type": "page_view", "lead": {"email": "%s", "domain": "%s.example"}}"""
                .formatted(address, name))
        .is(200)
        .at("/lead/id")
        .asText();
  }

  private List<String> actsOf(String leadId) {
    return db.sql("select type from signal where lead_id = :id order by id")
        .param("id", leadId)
        .query(String.class)
        .list();
  }

  @Test
  void research_on_g2_is_told_to_each_lead_of_the_company_once() {
    is("g2");
    String ada = lead(email);
    String ben = lead("ben@%s.example".formatted(name));
    String body =
        """
        {"data": [{"id": "%s", "attributes": {"company_domain": "www.%s.example", "company_name": "Acme",
          "signal_type": "compare", "product_name": "Baton", "time": "%s"}}]}"""
            .formatted(name, name, Instant.now().minusSeconds(60));

    assertThat(told(body).is(200).at("/state").asText()).isEqualTo("recorded");
    assertThat(told(body).is(200).at("/state").asText()).isEqualTo("repeated");

    assertThat(actsOf(ada)).containsExactly("page_view", "review_site_research");
    assertThat(actsOf(ben)).containsExactly("page_view", "review_site_research");
    assertThat(marc.get("/api/leads/" + ada).is(200).at("/score/contributions").toString())
        .contains("review");
  }

  @Test
  void who_joins_a_company_later_is_told_what_still_counts() {
    String path = "/api/company-signals";
    String funding =
        """
        {"id": "f-%s", "type": "funding_event", "occurredAt": "%s", "lead": {"domain": "https://%s.example"},
          "properties": {"round": "B"}}""";
    Instant lately = Instant.now().minusSeconds(3600);
    marc.post(path, funding.formatted(name, lately, name)).is(200);
    assertThat(
            marc.post(path, funding.formatted(name, lately, name))
                .is(200)
                .at("/duplicate")
                .asBoolean())
        .isTrue();
    Instant longAgo = lately.minus(java.time.Duration.ofDays(100));
    marc.post(path, funding.formatted(name + "-old", longAgo, name)).is(200);
    String ada = lead(email);

    // whoever says it again sets off the next look
    marc.post(path, funding.formatted(name, lately, name)).is(200);
    marc.post(path, funding.formatted(name, lately, name)).is(200);

    assertThat(actsOf(ada)).containsExactly("page_view", "funding_event");
  }

  @Test
  void what_is_wrong_with_a_company_signal_is_named() {
    String path = "/api/company-signals";
    marc.post(path, "[]").isProblem(400);
    marc.post(path, "{\"type\": \"funding_event\"}").isProblem(422, "lead.domain");
    marc.post(path, "{\"type\": \"funding_event\", \"lead\": {\"domain\": \"Acme Inc\"}}")
        .isProblem(422, "lead.domain");
    marc.post(path, "{\"lead\": {\"domain\": \"acme.example\"}}").isProblem(422, "type");
    baton.as("rita").post(path, "{}").isProblem(403);
  }

  // What presets may not lose

  private List<String> states(String... bodies) {
    return Stream.of(bodies).map(body -> told(body).is(200).at("/state").asText()).toList();
  }

  private String consent(String way) {
    return String.valueOf(known("consent." + way));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hubspot    | {"vid": 1, "properties": {"email": {"value": "%s"}, "hs_email_optout": {"value": "true"}}} | false | null
          hubspot    | {"email": "%s", "hs_email_optout": true}                                      | false | null
          hubspot    | {"email": "%s", "hs_email_optout": "false"}                                   | null  | null
          salesforce | {"Email": "%s", "HasOptedOutOfEmail": true, "DoNotCall": true}                | false | false
          salesforce | {"records": [{"Email": "%s", "HasOptedOutOfEmail": false, "DoNotCall": true}]} | null  | false
          salesforce | {"email": "%s", "emailOptOut": "1"}                                           | false | null
          marketo    | {"result": [{"email": "%s", "unsubscribed": true, "doNotCall": false}]}       | false | null
          segment    | {"type": "identify", "traits": {"email": "%s", "unsubscribed": true}}         | false | null
          """)
  void an_opt_out_in_the_words_of_a_system_is_one(
      String kind, String body, String mail, String phone) {
    is(kind);

    assertThat(states(body.formatted(email))).containsExactly("recorded");

    assertThat(consent("email")).isEqualTo(mail);
    assertThat(consent("phone")).isEqualTo(phone);
  }

  @Test
  void a_form_of_a_website_that_says_no_is_heard() throws Exception {
    is("salesforce");

    assertThat(posted(form("emailOptOut", "1", "doNotCall", "1")).statusCode()).isEqualTo(200);

    assertThat(List.of(consent("email"), consent("phone"))).containsExactly("false", "false");
  }

  @Test
  void numbers_of_events_that_hubspot_gives_twice_are_two_events() {
    is("hubspot");
    String event =
        """
        [{"eventId": 1, "subscriptionType": "contact.creation", "objectId": %d, "attemptNumber": %d,
          "occurredAt": 1700000000000}]""";

    assertThat(states(event.formatted(7, 0), event.formatted(8, 0), event.formatted(7, 1)))
        .containsExactly("recorded", "recorded", "repeated");
    assertThat(states("{\"objectId\": 7, \"email\": \"a@%s.example\"}".formatted(name)))
        .as("what has no number of its own is known by what it says")
        .containsExactly("recorded");
    assertThat(states("{\"objectId\": 7, \"email\": \"b@%s.example\"}".formatted(name)))
        .containsExactly("recorded");
  }

  @Test
  void a_record_that_changed_is_another_event_by_whichever_instant_it_names() {
    is("salesforce");
    String record =
        "{\"Id\": \"00Q\", \"Email\": \"%s\", \"SystemModstamp\": \"2026-0%d-01T10:00:00Z\"}";

    assertThat(
            states(
                record.formatted(email, 1), record.formatted(email, 2), record.formatted(email, 1)))
        .containsExactly("recorded", "recorded", "repeated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hubspot    | {"eventId": 1, "subscriptionType": "object.creation", "objectTypeId": "0-2", "objectId": 5}
          hubspot    | {"eventId": 1, "subscriptionType": "contact.deletion", "objectId": 5}
          salesforce | {"Id": "00Q", "Email": "%s", "IsDeleted": true}
          typeform   | {"event_id": "1", "event_type": "form_response_partial", "form_response": {"answers": [{"type": "email", "email": "%s"}]}}
          linkedin   | {"id": "1", "testLead": true, "emailAddress": "%s"}
          linkedin   | {"leadGenFormResponse": "urn:li:leadGenFormResponse:1", "leadAction": "DELETED"}
          """)
  void what_is_no_act_of_a_lead_is_none(String kind, String body) {
    is(kind);

    assertThat(states(body.formatted(email))).containsExactly("ignored");
    assertThat(signals()).isEmpty();
  }

  @Test
  void the_same_of_somebody_who_is_there_is_an_act() {
    is("hubspot");
    assertThat(
            states(
                """
                {"eventId": 1, "subscriptionType": "object.creation", "objectTypeId": "0-1", "objectId": 5}"""))
        .containsExactly("recorded");
    is("linkedin");
    assertThat(
            states(
                "{\"id\": \"li-1\", \"testLead\": false, \"emailAddress\": \"%s\"}"
                    .formatted(email)))
        .containsExactly("recorded");
    is("salesforce");
    assertThat(
            states("{\"Id\": \"00Q\", \"Email\": \"%s\", \"IsDeleted\": false}".formatted(email)))
        .containsExactly("recorded");
  }

  @Test
  void what_nobody_can_map_waits_with_its_reason_and_age_until_somebody_leaves_it_out() {
    is("marketo");

    told("{\"requestId\": \"e42b#14272d07d78\", \"success\": true}").is(200);

    JsonNode waits = payloads("waiting").at("/0");
    assertThat(waits.at("/issues/0/message").asText()).isNotEmpty();
    JsonNode source = marc.get("/api/sources/" + name).is(200).json();
    assertThat(source.at("/waiting").asInt()).isEqualTo(1);
    assertThat(source.at("/waitingSince").asText()).isEqualTo(waits.at("/receivedAt").asText());
    assertThat(marc.get("/sources/" + name).is(200).text())
        .contains("Leave out", "the oldest since", waits.at("/issues/0/message").asText());
    String ignore = "/api/sources/%s/payloads/%s/ignore".formatted(name, waits.at("/id").asText());
    marc.send("POST", ignore, null, "").is(204);
    marc.send("POST", ignore, null, "").is(409);
    assertThat(payloads("waiting")).isEmpty();
    assertThat(payloads("ignored").at("/0/issues/0/message").asText())
        .isEqualTo("Somebody left it out");
    assertThat(marc.get("/api/sources/" + name).is(200).at("/waitingSince").isMissingNode())
        .isTrue();
  }

  @Test
  void a_soft_bounce_of_marketo_ends_no_mail() {
    is("marketo");

    states(
        """
        {"result": [{"marketoGUID": "%s", "activityTypeId": 27, "email": "%s"}]}"""
            .formatted(name, email));

    assertThat(signals())
        .singleElement()
        .satisfies(
            signal ->
                assertThat(signal)
                    .containsEntry("type", "email_bounced")
                    .extractingByKey("properties")
                    .asString()
                    .contains("soft"));
  }

  @Test
  void both_halves_of_a_move_in_calendly_say_that_it_is_one() {
    is("calendly");
    String event =
        """
        {"event": "%s", "created_at": "2026-01-05T10:00:00Z", "payload": {"email": "%s", "uri": "%s", %s}}""";
    states(
        event.formatted("invitee.canceled", email, "u1", "\"rescheduled\": true"),
        event.formatted(
            "invitee.created", email, "u2", "\"rescheduled\": false, \"old_invitee\": \"u1\""));

    assertThat(signals())
        .hasSize(2)
        .allSatisfy(
            signal ->
                assertThat(signal)
                    .extractingByKey("properties")
                    .asString()
                    .contains("\"moved\":\"true\""));
  }

  // Character sets

  private int sentIn(String charset, String declared, String path) {
    return baton
        .send(
            HttpRequest.newBuilder(baton.root().resolve(path))
                .header("Content-Type", declared)
                .header("X-Baton-Secret", SECRET)
                .POST(
                    BodyPublishers.ofByteArray(
                        """
                        {"type": "form_submitted", "lead": {"email": "%s", "lastName": "Müller"}}"""
                            .formatted(email)
                            .getBytes(Charset.forName(charset)))))
        .status();
  }

  @Test
  void a_body_is_read_in_the_character_set_that_it_declares_and_refused_where_it_is_none() {
    is("generic");
    String path = "/hooks/" + name;

    assertThat(sentIn("ISO-8859-1", "application/json", path)).isEqualTo(400);
    assertThat(sentIn("ISO-8859-1", "application/json; charset=nonsense", path)).isEqualTo(415);
    assertThat(signals()).isEmpty();
    assertThat(sentIn("ISO-8859-1", "application/json; charset=ISO-8859-1", path)).isEqualTo(200);
    assertThat(known("lastName")).isEqualTo("Müller");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "windows-1252"})
  void a_form_is_read_in_the_character_set_of_the_page_around_it(String charset) throws Exception {
    is("salesforce");
    String body =
        "oid=%s&email=%s&last_name=%s&company=100%%+Caf%%&a%%00b=1"
            .formatted(
                SECRET,
                URLEncoder.encode(email, charset),
                URLEncoder.encode("Müller “Jr”", charset));
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(baton.root().resolve("/hooks/" + name))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(known("lastName")).isEqualTo("Müller “Jr”");
    assertThat(known("company")).isEqualTo("100% Caf%");
  }

  // The form of a website

  private HttpResponse<String> posted(Map<String, String> form) throws Exception {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(baton.root().resolve("/hooks/" + name))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private Map<String, String> form(String... more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("oid", SECRET);
    form.put("email", email);
    form.put("first_name", "Ada");
    form.put("last_name", "Löwe & Co");
    form.put("retURL", "https://www.acme.example/thanks");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  @Test
  void a_website_posts_its_form_and_the_visitor_goes_on_where_the_source_allows_it()
      throws Exception {
    put(Map.of("kind", "salesforce", "secret", SECRET, "returnHosts", List.of("www.acme.example")));

    assertThat(posted(form("oid", "another-secret-of-its-own")).statusCode()).isEqualTo(401);
    HttpResponse<String> sent = posted(form("description", "Call me"));
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location")).contains("https://www.acme.example/thanks");
    HttpResponse<String> stays = posted(form("retURL", "https://elsewhere.example/"));
    assertThat(stays.statusCode()).isEqualTo(200);
    assertThat(stays.body()).contains("Thank you");

    assertThat(signals()).extracting("type").contains("form_submitted");
    assertThat(known("lastName")).isEqualTo("Löwe & Co");
    assertThat(payloads("recorded").toString()).doesNotContain(SECRET);
  }

  @Test
  void a_robot_fills_what_no_person_sees_and_makes_no_lead() throws Exception {
    is("salesforce");

    assertThat(posted(form("leave_this_empty", "buy now")).statusCode()).isEqualTo(200);

    assertThat(signals()).isEmpty();
    assertThat(payloads("ignored").at("/0/issues/0/message").asText()).contains("robot");
  }

  // A mapping is tried

  @Test
  void a_mapping_is_tried_on_what_came_and_records_nothing() {
    is("generic");
    told("{\"who\": {\"mail\": \"%s\"}, \"did\": \"Demo Requested\"}".formatted(email)).is(200);
    String mapping =
        """
        {"kind": "generic", "mapping": [
          {"field": "type", "path": "did", "as": "type"}, {"field": "lead.email", "path": "%s"}]}""";
    String path = "/api/sources/%s/try".formatted(name);

    Answer wrong = marc.post(path, mapping.formatted("who.email")).is(200);
    assertThat(wrong.at("/items/0/issues").toString()).contains("lead");
    Answer right = marc.post(path, mapping.formatted("who.mail")).is(200);
    assertThat(right.at("/items/0/issues")).isEmpty();
    assertThat(right.at("/items/0/signals/0/lead/email").asText()).isEqualTo(email);
    assertThat(right.at("/items/0/signals/0/type").asText()).isEqualTo("demo_requested");

    assertThat(signals()).isEmpty();
    assertThat(payloads("waiting")).hasSize(1);
  }
}
