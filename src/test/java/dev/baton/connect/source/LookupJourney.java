package dev.baton.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.HttpCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What HubSpot and LinkedIn only point to is looked up there, on one database. */
@DirtiesContext
abstract class LookupJourney {
  private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();
  private static final HttpServer SYSTEM = system();
  private static final String SECRET = "a-secret-of-its-own";

  private static HttpServer system() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
      server.createContext("/", LookupJourney::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    ASKED.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    String answer = ANSWERS.getOrDefault(path, "404");
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        answer.length() == 3 ? Integer.parseInt(answer) : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @DynamicPropertySource
  static void set(DynamicPropertyRegistry properties) {
    String url = "http://localhost:" + SYSTEM.getAddress().getPort();
    properties.add("baton.connect.hubspot.api-url", () -> url);
    properties.add("baton.connect.hubspot.token", () -> "pat-of-hubspot");
    properties.add("baton.connect.linkedin.api-url", () -> url);
    properties.add("baton.connect.linkedin.token", () -> "token-of-linkedin");
  }

  @Autowired JdbcClient db;
  @Autowired LookupJob job;
  private final String name = "l-" + UUID.randomUUID().toString().substring(0, 8);
  private final String email = "ada@%s.example".formatted(name);
  private final long number = Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
  private HttpCaller baton;
  private HttpCaller marc;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    marc = baton.as("marc");
  }

  private void is(String kind) {
    marc.send(
            "PUT",
            "/api/sources/" + name,
            HttpCaller.OBJECT,
            HttpCaller.json(Map.of("kind", kind, "secret", SECRET)))
        .is(200);
  }

  private HttpCaller.Answer hook(String body) {
    return baton.send(
        HttpRequest.newBuilder(URI.create(baton.root() + "/hooks/" + name))
            .header("Content-Type", "application/json")
            .header("X-Baton-Secret", SECRET)
            .POST(BodyPublishers.ofString(body)));
  }

  private JsonNode payload() {
    return marc.get("/api/sources/%s/payloads".formatted(name)).is(200).at("/items/0");
  }

  /** Looks up all that is due, and what would be due later. */
  private void lookUp() {
    db.sql(
            "update source_payload set retry_at = received_at where retry_at is not null and source = ?")
        .param(name)
        .update();
    job.goOn();
  }

  private Map<String, Object> lead() {
    return db.sql(
            """
            select l.id, (select max(p.content) from profile_value p where p.lead_id = l.id
              and p.field = 'company') as company
            from lead l where l.email = ?
            """)
        .param(email)
        .query()
        .singleRow();
  }

  private String created(long contact) {
    return """
        [{"eventId": %d, "subscriptionId": 1, "portalId": 62515, "occurredAt": 1767225600000,
          "subscriptionType": "contact.creation", "attemptNumber": 0, "objectId": %d}]
        """
        .formatted(contact, contact);
  }

  @Test
  void a_contact_of_which_only_the_number_comes_is_looked_up_in_hubspot() {
    is("hubspot");
    ANSWERS.put(
        "/crm/v3/objects/contacts/" + number,
        """
        {"id": "%d", "properties": {"email": "%s", "firstname": "Ada", "company": "Acme"}}
        """
            .formatted(number, email));

    hook(created(number)).is(200);
    lookUp();

    assertThat(payload().at("/state").asText()).isEqualTo("recorded");
    assertThat(lead()).containsEntry("company", "Acme");
    assertThat(ASKED)
        .contains("/crm/v3/objects/contacts/%d Bearer pat-of-hubspot".formatted(number));
    hook(created(number)).is(200);
    lookUp();
    assertThat(payload().at("/state").asText()).isEqualTo("repeated");
  }

  @Test
  void a_look_up_that_fails_waits_says_why_and_is_tried_again() {
    is("hubspot");
    String path = "/crm/v3/objects/contacts/" + number;
    for (String fault : List.of("503", "429", "<html>")) {
      ANSWERS.put(path, fault);
      if (fault.equals("503")) {
        hook(created(number)).is(200);
      }
      lookUp();
      assertThat(payload().at("/state").asText()).as(fault).isEqualTo("waiting");
      assertThat(payload().at("/issues/0/message").asText())
          .startsWith("The contact could not be looked up");
    }
    long id = payload().at("/id").asLong();
    assertThat(
            db.sql(
                    "select count(*) as n from source_payload where id = ? and retry_at > received_at")
                .param(id)
                .query(Integer.class)
                .single())
        .as("is tried again by itself")
        .isEqualTo(1);

    ANSWERS.put(path, "{\"id\": \"1\", \"properties\": {\"email\": \"%s\"}}".formatted(email));
    marc.send("POST", "/api/sources/%s/payloads/%d/retry".formatted(name, id), null, "").is(200);

    assertThat(payload().at("/state").asText()).isEqualTo("recorded");
    assertThat(lead()).isNotEmpty();
  }

  @Test
  void a_contact_that_is_gone_by_then_is_nobody() {
    is("hubspot");

    hook(created(number)).is(200);
    lookUp();

    assertThat(payload().at("/state").asText()).isEqualTo("ignored");
    assertThat(
            db.sql("select count(*) as n from lead where external_id = ?")
                .param(String.valueOf(number))
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void an_answer_of_which_only_the_number_comes_is_looked_up_in_linkedin_with_its_form() {
    is("linkedin");
    String id = "a-" + number;
    ANSWERS.put(
        "/rest/leadFormResponses/" + id,
        """
        {"submittedAt": 1767225600000,
         "versionedLeadGenFormUrn": "urn:li:versionedLeadGenForm:(urn:li:leadGenForm:%d,1)",
         "formResponse": {"answers": [
           {"questionId": 1, "answerDetails": {"textQuestionAnswer": {"answer": "%s"}}},
           {"questionId": 2, "answerDetails": {"textQuestionAnswer": {"answer": "Acme"}}}]}}
        """
            .formatted(number, email));
    ANSWERS.put(
        "/rest/leadForms/" + number,
        """
        {"content": {"questions": [{"questionId": 1, "predefinedField": "EMAIL"},
          {"questionId": 2, "predefinedField": "COMPANY_NAME"}]}}
        """);

    hook("""
            {"type": "LEAD_ACTION", "leadGenFormResponse": "urn:li:leadGenFormResponse:%s",
             "leadAction": "CREATED"}
            """
            .formatted(id))
        .is(200);
    lookUp();

    assertThat(payload().at("/state").asText()).isEqualTo("recorded");
    assertThat(lead()).containsEntry("company", "Acme");
    assertThat(ASKED).contains("/rest/leadForms/%d Bearer token-of-linkedin".formatted(number));
  }
}
