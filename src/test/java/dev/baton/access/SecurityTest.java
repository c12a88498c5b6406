package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import dev.baton.TestStaff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Attacks by path, header and login. */
@OnH2
class SecurityTest {
  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private int port;
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    this.port = port;
    this.baton = HttpCaller.at(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/leads",
        "/api//leads",
        "///",
        "/api/leads;x=1",
        "/api;x/leads",
        "/api/leads;jsessionid=1",
        "/api/../api/leads",
        "/api/./leads",
        "/api/leads/..",
        "/../api/leads",
        "/api/%2e%2e/api/leads",
        "/api/%2E/leads",
        "/api%2fleads",
        "/api/leads%2F",
        "/api/leads%00",
        "/api/leads%0d%0aX-Evil:1",
        "/api/leads%5c",
        "/api\\leads",
        "/api/leads%3b",
        "/api/leads%25",
        "/api/%252e%252e/leads",
        "/api/leads%ZZ",
        "/api/leads%",
        "/api/leads%c0%ae",
        "/api/leads/",
        "/api/leads.json",
        "/API/LEADS",
        "/%61pi/leads",
        "/api/lead%73",
        "/%65ngine-rest/engine",
        "/engine%2Drest/engine",
        "/Api/leads",
        "/api/ leads",
        "/actuator/health/",
        "/actuator/health/db",
        "/actuator/health/../../api/leads",
        "/actuator/health/..;/..;/api/leads",
        "/actuator/health;/../../api/leads",
        "/actuator/health%2f..%2f..%2fapi/leads",
        "/ACTUATOR/HEALTH",
        "/actuator/env",
        "/error",
        "/camunda/app/admin/default/setup/",
        "/answer",
        "/answer/",
        "/answer/1/",
        "/answer/1/2",
        "/answer/..",
        "/answer/../api/leads",
        "/answer/%2e%2e/api/leads",
        "/answer/1%2f..%2f..%2fapi%2fleads",
        "/answer/1;/../../api/leads",
        "/answer/1%00",
        "/answer//1",
        "/ANSWER/1",
        "/h2-console",
        "/reps/",
        "/reps/..",
        "/REPS",
        "/funnel/",
        "/FUNNEL",
        "/funnel/leads/1",
        "/sla/",
        "/sla/..;/funnel",
        "/accounts/",
        "/accounts/1/2",
        "/assets/chart.js/4.5.1/../../../api/leads",
        "/assets/chart.js/4.5.1/%2e%2e/package.json",
        "/assets/chart.js/4.5.1/chart.cjs",
        "/teams/default",
        "/api/people/",
        "/api/people/rita",
        "/api/people/rita/return",
        "/api/people/rita/absences",
        "/api/people/rita/absences/..;/x",
        "/api/people/rita/../../teams",
        "/api/teams/default/",
        "/api/calendars/standard",
        "/api/calendars/standard/closing-days",
        "/api/calendars/..%2fpeople"
      })
  void a_trick_with_the_path_opens_nothing_and_breaks_nothing(String path) throws Exception {
    assertThat(status(path, null)).as("without login").isIn(400, 401, 404);
    assertThat(status(path, "dora")).as("without rights").isIn(400, 403, 404);
    assertThat(status(path, "admin")).as("with all rights").isIn(400, 403, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/leads?email=%00",
        "/api/leads?owner=a%00b",
        "/api/leads?page=%00",
        "/api/leads/%00",
        "/api/alerts?leadId=%00",
        "/api/insight/funnel?from=%00",
        "/api/teams/%00",
        "/api/handoffs/%00/routing",
        "/api/handoffs/%F0%9F%9A%80/routing",
        "/reps/%00",
        "/accounts/%00",
        "/accounts/%F0%9F%9A%80",
        "/funnel?key=%00&from=%00",
        "/funnel/leads?key=%00",
        "/sla/deadlines?clock=%00",
        "/reps/%F0%9F%9A%80",
        "/api/leads?email=%ZZ",
        "/api/leads?email=%",
        "/api/leads?email=%c3%28",
        "/api/leads?page=1&page=2",
        "/api/leads?page=99999999999999999999",
        "/api/leads?owner=%F0%9F%9A%80"
      })
  void an_odd_question_is_answered_or_refused_and_breaks_nothing(String path) {
    assertThat(status(path, "mona")).isIn(200, 400, 404, 422);
  }

  @Test
  void a_path_that_is_written_oddly_is_refused_as_a_problem() {
    baton.as("admin").get("/api/leads;x=1").isProblem(400);
    baton.get("/api//leads").isProblem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"})
  void another_method_opens_nothing(String method) throws Exception {
    assertThat(status(method, "/api/leads", null)).isIn(400, 401, 405);
    assertThat(status(method, "/api/leads", "admin")).isIn(400, 403, 405);
    assertThat(status(method, "/actuator/health", null)).isIn(400, 401, 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic ",
        "Basic %%%",
        "Basic =",
        "Basic bm9jb2xvbg==", // nocolon
        "Basic Og==", // :
        "Basic cm90YTo=", // rota:
        "Basic OmRlbW8=", // :demo
        "Basic cm90YTpkZW1v!", // not Base64
        "Basic /////w==", // not UTF-8
        "Basic cmkAdGE6ZGVtbw==", // ri, NUL, ta
        "Bearer cm90YTpkZW1v",
        "Bearer ",
        "Bearer \u00e9",
        "Digest username=\"rita\"",
        "rita:demo"
      })
  void a_bad_authorization_header_is_a_problem_401_that_says_how_to_log_in(String header) {
    HttpRequest.Builder request = HttpRequest.newBuilder(baton.root().resolve("/api/leads"));
    Answer answer = elsewhere().send(request.header("Authorization", header));
    answer.isProblem(401);
  }

  @Test
  void a_user_name_counts_as_it_is_written() {
    HttpCaller somewhere = elsewhere();
    somewhere.as("rita").get("/api/leads").is(200);
    for (String user :
        List.of("RITA", " rita", "x".repeat(3000), "ri\u0000ta", "rita' or '1'='1", "%")) {
      somewhere.as(user).get("/api/leads").isProblem(401);
    }
  }

  @Test
  void a_password_that_is_wrong_says_the_same_for_known_and_unknown_users() {
    Answer known = elsewhere().as("rita", "wrong").get("/api/leads").isProblem(401);
    Answer unknown = elsewhere().as("nemo", "wrong").get("/api/leads").isProblem(401);
    assertThat(known.at("/detail")).isEqualTo(unknown.at("/detail"));
  }

  @Test
  void a_right_password_is_right_after_a_few_wrong_ones() {
    HttpCaller somewhere = elsewhere();
    for (int slip = 1; slip < EngineAuthenticationProvider.FREE; slip++) {
      somewhere.as("admin", "slip" + slip).get("/api/leads").isProblem(401);
    }
    somewhere.as("admin").get("/api/leads").is(200);
    somewhere.as("admin", "slip").get("/api/leads").isProblem(401);
    somewhere.as("admin").get("/api/leads").is(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/leads", "/engine-rest/task/count"})
  void wrong_passwords_slow_that_name_from_that_address_and_nobody_else(String path) {
    HttpCaller guesser = elsewhere();
    for (int guess = 0; guess < EngineAuthenticationProvider.FREE; guess++) {
      guesser.as("admin", "guess" + guess).get(path).isProblem(401);
    }
    Answer slowed = guesser.as("admin").get(path).isProblem(429);

    assertThat(slowed.at("/detail").asText())
        .startsWith("Too many wrong passwords for this name from your address; try again in ");
    guesser.as("mona").get(path).is(200);
    elsewhere().as("admin").get(path).is(200);
  }

  @Test
  void an_old_password_sent_again_and_again_slows_itself_and_not_the_right_one() {
    HttpCaller oldClient = elsewhere();
    for (int call = 0; call < EngineAuthenticationProvider.FREE; call++) {
      oldClient.as("admin", "last-years").get("/api/leads").isProblem(401);
    }
    Answer slowed = oldClient.as("admin", "last-years").get("/api/leads").isProblem(429);

    assertThat(slowed.at("/detail").asText()).endsWith(" s. Tries until then change nothing");
    oldClient.as("admin").get("/api/leads").is(200);
    oldClient.as("admin", "last-years").get("/api/leads").isProblem(429);
  }

  @Test
  void wrong_tokens_slow_no_person_and_no_right_token() {
    String token =
        baton.as("admin").post("/api/tokens", "{\"name\":\"form\"}").at("/token").asText();
    String signal = "{\"type\":\"page_view\",\"lead\":{\"email\":\"slow@acme.example\"}}";
    HttpCaller guesser = elsewhere();
    for (int guess = 0; guess < TokenAuthenticationProvider.FREE; guess++) {
      bearer(guesser, "bt_guess" + guess).post("/api/signals", signal).isProblem(401);
    }
    Answer slowed = bearer(guesser, "bt_next").post("/api/signals", signal).isProblem(429);

    assertThat(slowed.at("/detail").asText()).startsWith("Too many wrong tokens");
    bearer(guesser, token).post("/api/signals", signal).is(200);
    guesser.as("rita").get("/api/leads").is(200);
  }

  private static HttpCaller bearer(HttpCaller caller, String token) {
    return new HttpCaller(caller.root(), "Bearer " + token, caller.address());
  }

  @Test
  void nobody_guesses_a_colleagues_password_through_the_engine() {
    String guess = "{\"username\":\"admin\",\"password\":\"demo\"}";
    for (String path :
        List.of("/engine-rest/identity/verify", "/engine-rest/engine/default/identity/verify")) {
      baton.as("rita").post(path, guess).isProblem(403);
      baton.as("admin").post(path, guess).isProblem(403);
    }
  }

  @Test
  void an_address_that_guesses_links_has_to_wait_and_may_still_log_in() {
    HttpCaller guesser = elsewhere();

    for (int guess = 0; guess < LinkGuessFilter.MOST; guess++) {
      guesser.get("/answer/" + "x".repeat(41) + "%02d".formatted(guess)).isProblem(404);
    }
    Answer refused = guesser.get("/answer/" + "y".repeat(43)).isProblem(429);
    assertThat(refused.at("/detail").asText()).contains("try again in a minute");
    guesser.get("/unsubscribe/" + "y".repeat(43)).isProblem(429);
    guesser.get("/api/questions/" + "y".repeat(43)).isProblem(429);
    guesser.post("/answer/" + "y".repeat(43), "{}").isProblem(429);
    guesser.as("rita").get("/api/leads").is(200);
    elsewhere().get("/answer/" + "y".repeat(43)).isProblem(404);
  }

  @Test
  void the_page_behind_a_mail_is_kept_indexed_framed_and_told_to_others_by_nobody() {
    assertThat(raw("GET", "/answer/" + "z".repeat(43), null))
        .startsWith("HTTP/1.1 404")
        .contains("Cache-Control: no-cache, no-store")
        .contains("Referrer-Policy: no-referrer")
        .contains("X-Robots-Tag: noindex, nofollow")
        .contains("X-Frame-Options: DENY")
        .contains("frame-ancestors 'none'")
        .doesNotContain("Set-Cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"})
  void a_link_is_opened_and_answered_and_nothing_else(String method) {
    assertThat(status(method, "/answer/1", null)).isIn(400, 401, 405);
    assertThat(status(method, "/answer/1", "admin")).isIn(400, 401, 403, 405);
  }

  @Test
  void what_there_is_not_and_what_cannot_be_shown_are_problems() {
    baton.as("admin").get("/api/demo/clock").isProblem(404);
    HttpRequest.Builder page =
        HttpRequest.newBuilder(baton.root().resolve("/api/leads")).header("Accept", "text/html");
    baton.as("mona").send(page).isProblem(406);
  }

  @Test
  void our_pages_say_what_a_browser_may_do_with_them() {
    assertThat(raw("GET", "/login", null))
        .startsWith("HTTP/1.1 200")
        .contains("script-src 'self'")
        .doesNotContain("unsafe")
        .contains("X-Content-Type-Options: nosniff")
        .contains("X-Frame-Options: SAMEORIGIN")
        .contains("Referrer-Policy: no-referrer")
        .contains("Permissions-Policy: camera=()")
        .contains("Cross-Origin-Opener-Policy: same-origin");
  }

  @Test
  void health_is_open_and_tells_nothing_but_that_it_is_up() {
    Answer health = baton.get("/actuator/health").is(200);
    // what other tests left behind may degrade it
    assertThat(health.text())
        .matches("\\{\"status\":\"(UP|DEGRADED)\",\"groups\":\\[\"live\",\"ready\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
  void no_redirect_follows_a_host_that_is_not_ours(String version) {
    for (String path : List.of("/", "/leads", "/camunda", "/camunda/", "/camunda/app/tasklist")) {
      String answer =
          exchange(
              "GET %s %s\r\nHost: elsewhere.example\r\nX-Forwarded-Host: elsewhere.example\r\n"
                      .formatted(path, version)
                  + "Accept: text/html\r\nConnection: close\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 302").contains("Location: /login\r\n");
    }
  }

  @Test
  void no_answer_may_be_kept_framed_or_guessed_at() {
    String answer = raw("GET", "/api/leads", "admin");
    assertThat(answer)
        .contains("Cache-Control: no-cache, no-store")
        .contains("X-Frame-Options: SAMEORIGIN")
        .contains("X-Content-Type-Options: nosniff")
        .doesNotContain("Set-Cookie")
        .doesNotContain("Server:");
  }

  /** An address of its own, so that one test's failed logins slow no other. */
  private HttpCaller elsewhere() {
    return baton.from("2001:db8::" + Integer.toHexString(ADDRESSES.incrementAndGet()));
  }

  private int status(String path, String user) {
    return status("GET", path, user);
  }

  private int status(String method, String path, String user) {
    return Integer.parseInt(raw(method, path, user).split(" ")[1]);
  }

  /** Byte for byte, because a client would tidy up the path. */
  private String raw(String method, String path, String user) {
    String pair = user + ":" + TestStaff.PASSWORD;
    String login =
        user == null
            ? ""
            : "Authorization: Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    return exchange(
        "%s %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n"
            .formatted(method, path, login));
  }

  private String exchange(String request) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
