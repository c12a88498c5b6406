package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.TestStaff;
import dev.baton.access.token.Tokens;
import dev.baton.engine.guard.EngineHardening;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.StaffDirectory;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session can't be planted, ridden or outlived; a token opens one path until it is revoked. */
@OnH2
class SessionsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\"[^>]*(?:value|content)=\"([^\"]+)\"");
  private static final Pattern NONCE = Pattern.compile("<script[^>]* nonce=\"([^\"]+)\"");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  @Autowired JdbcClient db;
  @Autowired IdentityService identity;
  @Autowired People people;
  @Autowired StaffDirectory directory;
  @Autowired ServletWebServerApplicationContext application;
  private String root;
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    root = "http://localhost:" + port;
    baton = HttpCaller.at(port);
  }

  @Test
  void a_session_from_before_the_login_is_worth_nothing_after_it() {
    String planted = session(get("/login", null));
    String own = logIn(planted);

    assertThat(own).isNotEqualTo(planted);
    assertThat(get("/", own).statusCode()).isEqualTo(200);
    assertThat(isAskedToLogIn(planted)).isTrue();
  }

  @Test
  void a_page_of_camunda_carries_the_nonce_of_its_own_policy_whatever_others_ask_meanwhile() {
    String session = logIn(session(get("/login", null)));
    List<CompletableFuture<List<String>>> callers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> strangeNonces(session)))
            .limit(4)
            .toList();

    assertThat(callers.stream().flatMap(caller -> caller.join().stream())).isEmpty();
  }

  /** Nonces of forty pages that their policy does not name. */
  private List<String> strangeNonces(String session) {
    return IntStream.range(0, 40)
        .mapToObj(n -> get("/camunda/app/tasklist/default/", session))
        .filter(
            page -> {
              Matcher nonce = NONCE.matcher(page.body());
              assertThat(nonce.find()).as(page.body()).isTrue();
              String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
              return !policy.contains("'nonce-" + nonce.group(1) + "'");
            })
        .map(HttpResponse::body)
        .toList();
  }

  @Test
  void a_rep_paused_for_missed_leads_resumes_with_their_login() throws IOException {
    String lazy = "update person set unresponsive_since = current_timestamp where id = 'rita'";
    db.sql(lazy).update();

    logIn(session(get("/login", null)));

    assertThat(
            db.sql("select count(*) from person where unresponsive_since is not null")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void a_stranger_is_forgotten_soon_and_a_login_lasts_the_day() throws IOException {
    String stranger = session(get("/", null));
    String rita = logIn(session(get("/login", null)));

    assertThat(lasts(stranger)).isEqualTo(SessionLifetime.STRANGER);
    assertThat(lasts(rita)).isEqualTo(Duration.ofHours(8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update person set active = false where id = 'rita'",
        "delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'rita' and GROUP_ID_ = 'sales'",
        "insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values ('rita', 'marketing')",
        "update ACT_ID_USER set PWD_ = 'another' where ID_ = 'rita'"
      })
  void a_session_ends_when_another_node_changes_what_it_rests_on(String change) {
    String rita = logIn(session(get("/login", null)));
    List<Map<String, Object>> groups =
        db.sql("select * from ACT_ID_MEMBERSHIP where USER_ID_ = 'rita'").query().listOfRows();
    String password =
        db.sql("select PWD_ from ACT_ID_USER where ID_ = 'rita'").query(String.class).single();
    assertThat(get("/", rita).statusCode()).isEqualTo(200);
    try {
      db.sql(change).update();

      await().atMost(Duration.ofSeconds(5)).until(() -> isAskedToLogIn(rita));
      assertThat(get("/api/leads", rita).statusCode()).isEqualTo(401);
      assertThat(get("/camunda/api/engine/engine/default/task/count", rita).statusCode())
          .isEqualTo(401);
    } finally {
      db.sql("update person set active = true where id = 'rita'").update();
      db.sql("update ACT_ID_USER set PWD_ = :password where ID_ = 'rita'")
          .param("password", password)
          .update();
      db.sql("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'rita'").update();
      groups.forEach(
          row ->
              db.sql("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values ('rita', :group)")
                  .param("group", row.get("GROUP_ID_"))
                  .update());
    }
  }

  @Test
  void whoever_logs_in_with_a_new_password_stays_and_their_other_sessions_end() {
    String earlier = logIn(session(get("/login", null)));
    assertThat(get("/", earlier).statusCode()).isEqualTo(200);
    Person rita = people.find("rita").orElseThrow();
    directory.save(rita, Optional.of(TestStaff.PASSWORD));

    String own = logIn(session(get("/login", null)));

    assertThat(get("/", own).statusCode()).isEqualTo(200);
    await().atMost(Duration.ofSeconds(5)).until(() -> isAskedToLogIn(earlier));
    assertThat(get("/", own).statusCode()).isEqualTo(200);
  }

  @Test
  void a_session_ends_after_its_longest_time_however_busy_it_is() throws IOException {
    String rita = logIn(session(get("/login", null)));
    HttpSession session = find(rita).getSession();
    SessionLogins.Login login = (SessionLogins.Login) session.getAttribute(SessionLogins.LOGIN);
    Instant before = login.at().minus(SessionLogins.LONGEST).plusSeconds(60);
    session.setAttribute(SessionLogins.LOGIN, new SessionLogins.Login(login.state(), before));
    assertThat(get("/", rita).statusCode()).isEqualTo(200);

    Instant longAgo = login.at().minus(SessionLogins.LONGEST).minusSeconds(1);
    session.setAttribute(SessionLogins.LOGIN, new SessionLogins.Login(login.state(), longAgo));
    assertThat(isAskedToLogIn(rita)).isTrue();
  }

  private Duration lasts(String session) throws IOException {
    return Duration.ofSeconds(find(session).getMaxInactiveInterval());
  }

  private Session find(String session) throws IOException {
    Context context =
        (Context)
            ((TomcatWebServer) application.getWebServer()).getTomcat().getHost().findChildren()[0];
    return context.getManager().findSession(session.substring("JSESSIONID=".length()));
  }

  @Test
  void another_site_cannot_answer_in_a_reps_name() {
    String rita = logIn(session(get("/login", null)));
    String review = "/api/handoffs/" + UUID.randomUUID() + "/review";

    assertThat(post(review, rita, JSON, "{}").statusCode()).isEqualTo(403);
    assertThat(post(review, rita, JSON, "{}", "X-CSRF-TOKEN", token("/", rita)).statusCode())
        .as("with the token of the page it comes as far as the handoff")
        .isEqualTo(404);
  }

  @Test
  void another_site_cannot_log_somebody_out_and_a_logout_ends_it_for_pages_and_webapps() {
    String rita = logIn(session(get("/login", null)));
    String tasks = "/camunda/api/engine/engine/default/task?maxResults=1";
    assertThat(get(tasks, rita).statusCode()).isEqualTo(200);

    for (String logout : List.of("/logout", "/camunda/api/admin/auth/user/default/logout")) {
      assertThat(post(logout, rita, FORM, "").statusCode()).as(logout).isEqualTo(403);
      assertThat(post(logout, rita, FORM, "", "X-XSRF-TOKEN", "x").statusCode()).isEqualTo(403);
      assertThat(post(logout, rita, FORM, "", "Authorization", "Basic x").statusCode())
          .as(logout)
          .isEqualTo(403);
      assertThat(get("/", rita).statusCode()).as(logout).isEqualTo(200);
    }
    String complete = "/camunda/api/engine/engine/default/task/1/complete";
    assertThat(post(complete, rita, JSON, "{}").statusCode()).isEqualTo(403);
    assertThat(get("/", rita).statusCode()).isEqualTo(200);

    post("/logout", rita, FORM, "_csrf=" + token("/", rita));
    assertThat(isAskedToLogIn(rita)).isTrue();
    assertThat(get(tasks, rita).statusCode()).isEqualTo(401);
  }

  @Test
  void a_login_leads_to_the_page_that_was_wanted_on_whatever_host_it_was_asked_for() {
    String wanted = "/funnel?from=2026-01-01";
    String stranger =
        session(get(wanted, null, "Accept", "text/html", "X-Forwarded-Host", "elsewhere.example"));
    HttpResponse<String> in = post("/login", stranger, FORM, form(stranger));
    assertThat(in.headers().firstValue("Location")).contains(wanted);
  }

  @Test
  void a_form_that_failed_too_often_says_that_it_is_slowed() {
    String stranger = session(get("/login", null));
    String wrong = "username=nemo&password=guess&_csrf=" + token("/login", stranger);
    for (int guess = 0; guess < EngineAuthenticationProvider.FREE; guess++) {
      assertThat(post("/login", stranger, FORM, wrong).headers().firstValue("Location"))
          .contains("/login?error");
    }
    assertThat(post("/login", stranger, FORM, wrong).headers().firstValue("Location"))
        .contains("/login?slowed");
    assertThat(get("/login?slowed", stranger).body()).contains("tries are slowed");
  }

  @Test
  void the_webapps_log_out_with_the_token_of_their_page() {
    String rita = logIn(session(get("/login", null)));
    String token =
        get("/camunda/app/tasklist/default/", rita).headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
            .map(cookie -> cookie.substring("XSRF-TOKEN=".length(), cookie.indexOf(';')))
            .findFirst()
            .orElseThrow();
    String logout = "/camunda/api/admin/auth/user/default/logout";

    assertThat(post(logout, rita, JSON, "", "X-XSRF-TOKEN", token + "x").statusCode())
        .isEqualTo(403);
    post(logout, rita, JSON, "", "X-XSRF-TOKEN", token);
    assertThat(isAskedToLogIn(rita)).isTrue();
  }

  /**
   * CVE-2026-77226: without an administrator the webapps let anybody make one; {@link
   * BareCamundaTest} shows it.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup/other/user/create"
      })
  void nobody_makes_an_administrator_through_the_setup_page(String path) {
    Map<String, Object> mallory = Map.of("profile", Map.of("id", "mallory"));
    assertThat(baton.post(path, mallory).status()).isEqualTo(401);
    for (String user : List.of("rita", "mona", "dora", "admin")) {
      assertThat(baton.as(user).post(path, mallory).status()).as(user).isEqualTo(403);
    }
  }

  @Test
  void nor_where_nobody_is_in_the_group_of_administrators() {
    identity.deleteMembership("admin", EngineHardening.ADMINISTRATORS);
    try (RawConnection connection = new RawConnection(baton.root().getPort())) {
      assertThat(new SetupAttack(connection, "default").tryIt().status()).isEqualTo(401);
    } finally {
      identity.createMembership("admin", EngineHardening.ADMINISTRATORS);
    }
    assertThat(identity.createUserQuery().userId(SetupAttack.USER).count()).isZero();
  }

  @Test
  void a_token_sends_signals_and_nothing_else_until_it_is_revoked() {
    String token =
        baton
            .as("admin")
            .post("/api/tokens", Map.of("name", "website"))
            .json()
            .at("/token")
            .asText();
    String signal =
        "{\"type\":\"page_view\",\"lead\":{\"email\":\"%s@acme.example\"}}"
            .formatted(UUID.randomUUID());
    String bearer = "Bearer " + token;

    assertThat(post("/api/signals", null, JSON, signal, "Authorization", bearer).statusCode())
        .isEqualTo(200);
    assertThat(get("/api/leads", null, "Authorization", bearer).statusCode()).isEqualTo(403);
    assertThat(get("/engine-rest/engine", null, "Authorization", bearer).statusCode())
        .isEqualTo(401);
    assertThat(db.sql("select hash from api_token").query(String.class).list())
        .as("kept as a hash only")
        .doesNotContain(token)
        .contains(Tokens.hash(token));

    String id =
        db.sql("select id from api_token where hash = :hash")
            .param("hash", Tokens.hash(token))
            .query(String.class)
            .single();
    assertThat(baton.as("admin").send("DELETE", "/api/tokens/" + id, null, "").status())
        .isEqualTo(204);
    assertThat(post("/api/signals", null, JSON, signal, "Authorization", bearer).statusCode())
        .isEqualTo(401);
  }

  private boolean isAskedToLogIn(String session) {
    return get("/", session).headers().firstValue("Location").orElse("").endsWith("/login");
  }

  private String logIn(String session) {
    return session(post("/login", session, FORM, form(session)));
  }

  private String form(String session) {
    return "username=rita&password=%s&_csrf=%s"
        .formatted(TestStaff.PASSWORD, token("/login", session));
  }

  private String token(String page, String session) {
    Matcher token = TOKEN.matcher(get(page, session).body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static String session(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("JSESSIONID="))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private HttpResponse<String> get(String path, String session, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(root + path)), path, session, headers);
  }

  private HttpResponse<String> post(
      String path, String session, String type, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)),
        path,
        session,
        headers);
  }

  private HttpResponse<String> send(
      HttpRequest.Builder request, String path, String session, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (session != null) {
      request.header("Cookie", session);
    }
    boolean page = path.equals("/") || path.equals("/login");
    request.header("Accept", page ? "text/html" : "application/json");
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
