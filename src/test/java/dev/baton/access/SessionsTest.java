package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.TestStaff;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
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

  private Duration lasts(String session) throws IOException {
    Context context =
        (Context)
            ((TomcatWebServer) application.getWebServer()).getTomcat().getHost().findChildren()[0];
    Session found = context.getManager().findSession(session.substring("JSESSIONID=".length()));
    return Duration.ofSeconds(found.getMaxInactiveInterval());
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

    assertThat(post("/logout", rita, FORM, "").statusCode()).isEqualTo(403);
    assertThat(get("/", rita).statusCode()).isEqualTo(200);

    post("/logout", rita, FORM, "_csrf=" + token("/", rita));
    assertThat(isAskedToLogIn(rita)).isTrue();
    assertThat(get(tasks, rita).statusCode()).isEqualTo(401);
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
    identity.deleteMembership("admin", Groups.CAMUNDA_ADMIN);
    try (RawConnection connection = new RawConnection(baton.root().getPort())) {
      assertThat(new SetupAttack(connection, "default").tryIt().status()).isEqualTo(401);
    } finally {
      identity.createMembership("admin", Groups.CAMUNDA_ADMIN);
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
    String form =
        "username=rita&password=%s&_csrf=%s"
            .formatted(TestStaff.PASSWORD, token("/login", session));
    return session(post("/login", session, FORM, form));
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
