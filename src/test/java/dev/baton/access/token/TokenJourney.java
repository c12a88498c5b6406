package dev.baton.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.sql.Sql;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a token opens, until when, how often, and what its secret is. */
abstract class TokenJourney {
  private static final String SIGNAL =
      "{\"type\":\"page_view\",\"lead\":{\"email\":\"token@acme.example\"}}";

  @Autowired JdbcClient db;
  @Autowired TokenCalls calls;
  @Autowired TokenExpiryNotices notices;
  private HttpCaller admin;

  @BeforeEach
  void call(@LocalServerPort int port) {
    admin = HttpCaller.at(port).as("admin");
  }

  @Test
  void a_token_opens_what_its_scopes_say_and_nothing_else() {
    String metrics = made(Map.of("scopes", List.of("metrics")));
    String signals = made(Map.of());

    assertThat(send(signals).status()).isEqualTo(200);
    send(metrics).isProblem(403);
    assertThat(scrape(metrics).status()).isEqualTo(200);
    scrape(signals).isProblem(403);
    bearer(signals).get("/api/leads").isProblem(403);
    bearer(metrics).get("/api/tokens").isProblem(403);
  }

  @Test
  void a_token_that_has_ended_opens_nothing() {
    String secret = made(Map.of("expiresAt", Instant.now().plus(Duration.ofDays(1)).toString()));
    send(secret).is(200);

    db.sql("update api_token set expires_at = :past where hash = :hash")
        .param("past", Sql.timestamp(Instant.now().minusSeconds(1)))
        .param("hash", Tokens.hash(secret))
        .update();

    send(secret).isProblem(401);
  }

  @Test
  void a_new_secret_opens_at_once_and_the_earlier_one_until_its_overlap_is_over() {
    String first = made(Map.of());
    Answer rotated =
        admin.post("/api/tokens/" + id(first) + "/rotate", "{\"overlapHours\":2}").is(200);
    String second = rotated.at("/token").asText();

    assertThat(Instant.parse(rotated.at("/earlierSecretUntil").asText()))
        .isBetween(Instant.now().plusSeconds(7_100), Instant.now().plusSeconds(7_300));
    send(first).is(200);
    send(second).is(200);
    db.sql("update api_token set earlier_until = :past where hash = :hash")
        .param("past", Sql.timestamp(Instant.now().minusSeconds(1)))
        .param("hash", Tokens.hash(second))
        .update();
    send(first).isProblem(401);
    send(second).is(200);

    String third =
        admin
            .post("/api/tokens/" + id(second) + "/rotate", "{\"overlapHours\":0}")
            .at("/token")
            .asText();
    send(second).isProblem(401);
    send(third).is(200);
    assertThat(admin.get("/api/audit").text()).contains("token_rotated");
  }

  @Test
  void a_revoked_token_is_not_rotated_and_its_earlier_secret_is_over_too() {
    String first = made(Map.of());
    String id = id(first);
    String second = admin.post("/api/tokens/" + id + "/rotate", "{}").at("/token").asText();
    assertThat(admin.send("DELETE", "/api/tokens/" + id, null, "").status()).isEqualTo(204);

    send(first).isProblem(401);
    send(second).isProblem(401);
    admin.post("/api/tokens/" + id + "/rotate", "{}").isProblem(409);
    admin.post("/api/tokens/unknown/rotate", "{}").isProblem(404);
  }

  @Test
  void beyond_its_limit_a_token_waits_for_the_next_minute_and_others_do_not() throws Exception {
    String slow = made(Map.of("callsAMinute", 3));
    String other = made(Map.of());
    // not across the turn of a minute
    await().atMost(Duration.ofSeconds(11)).until(() -> Instant.now().getEpochSecond() % 60 <= 50);
    for (int call = 0; call < 3; call++) {
      send(slow).is(200);
    }
    HttpResponse<String> refused =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(admin.root().resolve("/api/signals"))
                    .header("Authorization", "Bearer " + slow)
                    .header("Content-Type", HttpCaller.OBJECT)
                    .POST(HttpRequest.BodyPublishers.ofString(SIGNAL))
                    .build(),
                BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Too many calls of this token in a minute");
    assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1L, 60L);
    send(other).is(200);
  }

  @Test
  void when_a_token_was_last_used_is_written_once_a_minute() {
    String secret = made(Map.of());
    send(secret).is(200);
    send(secret).is(200);
    assertThat(shown(secret).has("lastUsedAt")).isFalse();

    calls.write();

    assertThat(Instant.parse(shown(secret).at("/lastUsedAt").asText()))
        .isBetween(Instant.now().minusSeconds(130), Instant.now());
  }

  @Test
  void administrators_are_told_once_two_weeks_before_a_token_ends() {
    String soon = made(Map.of("expiresAt", Instant.now().plus(Duration.ofDays(13)).toString()));
    String later = made(Map.of("expiresAt", Instant.now().plus(Duration.ofDays(15)).toString()));

    notices.tell();
    int once = told(soon);
    notices.tell();

    assertThat(once).isPositive();
    assertThat(told(soon)).isEqualTo(once);
    assertThat(told(later)).isZero();
  }

  @Test
  void terms_that_will_not_do_are_told_by_field() {
    admin
        .post("/api/tokens", Map.of("name", "x", "scopes", List.of("all")))
        .isProblem(422, "scopes");
    admin.post("/api/tokens", Map.of("name", "x", "scopes", List.of())).isProblem(422, "scopes");
    admin
        .post("/api/tokens", Map.of("name", "x", "expiresAt", "2020-01-01T00:00:00Z"))
        .isProblem(422, "expiresAt");
    admin.post("/api/tokens", Map.of("name", "x", "expiresAt", "soon")).isProblem(422, "expiresAt");
    admin
        .post("/api/tokens", Map.of("name", "x", "callsAMinute", 0))
        .isProblem(422, "callsAMinute");
    admin
        .post("/api/tokens/" + id(made(Map.of())) + "/rotate", "{\"overlapHours\":721}")
        .isProblem(422, "overlapHours");
  }

  private String made(Map<String, Object> terms) {
    Map<String, Object> draft = new HashMap<>(terms);
    draft.put("name", "machine " + UUID.randomUUID());
    return admin.post("/api/tokens", draft).is(201).at("/token").asText();
  }

  private HttpCaller bearer(String secret) {
    return new HttpCaller(admin.root(), "Bearer " + secret, "203.0.113.20");
  }

  private Answer send(String secret) {
    return bearer(secret).post("/api/signals", SIGNAL);
  }

  private Answer scrape(String secret) {
    return bearer(secret).get("/actuator/prometheus");
  }

  private JsonNode shown(String secret) {
    for (JsonNode token : admin.get("/api/tokens").at("/items")) {
      if (token.at("/id").asText().equals(id(secret))) {
        return token;
      }
    }
    throw new AssertionError("not listed");
  }

  private String id(String secret) {
    return db.sql("select id from api_token where hash = :hash")
        .param("hash", Tokens.hash(secret))
        .query(String.class)
        .single();
  }

  private int told(String secret) {
    return db.sql("select count(*) as told from notice where notice_key like :key")
        .param("key", "token:" + id(secret) + ":%")
        .query(Integer.class)
        .single();
  }
}
