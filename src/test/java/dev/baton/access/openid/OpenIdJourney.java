package dev.baton.access.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.engine.EngineUsers;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Logins by a company's own OpenID provider, a real one: what it says counts at each login. */
abstract class OpenIdJourney {
  static final OpenIdServer PROVIDER = OpenIdServer.start();

  @Autowired People people;
  @Autowired EngineUsers users;
  @Autowired JdbcClient db;
  private String baton;
  private HttpCaller caller;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry settings) {
    String registration = "spring.security.oauth2.client.registration.company.";
    settings.add(registration + "client-id", () -> OpenIdServer.CLIENT);
    settings.add(registration + "client-secret", () -> OpenIdServer.SECRET);
    settings.add(registration + "client-name", () -> "Acme");
    settings.add(registration + "scope", () -> "openid,profile,email");
    settings.add("spring.security.oauth2.client.provider.company.issuer-uri", PROVIDER::issuer);
    settings.add("baton.login.groups.sales-reps", () -> "sales");
    settings.add("baton.login.groups.sales-leads", () -> "managers");
    settings.add("baton.login.groups.ops", () -> "camunda-admin");
  }

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = "http://127.0.0.1:" + port;
    caller = HttpCaller.at(port);
    PROVIDER.sendsBackTo(baton);
    PROVIDER.runsAhead(Duration.ZERO);
  }

  @Test
  void somebody_of_a_mapped_group_logs_in_and_is_here_from_then_on() {
    PROVIDER.employs(
        "s-1", claims("Rosa", "rosa@acme.example", "sales-reps", "zoneinfo", "Europe/Rome"));
    WebVisitor rosa = new WebVisitor();

    HttpResponse<String> page = logIn(rosa, "s-1", "/leads");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri()).isEqualTo(URI.create(baton + "/leads"));
    Person person = people.find("rosa").orElseThrow();
    assertThat(person.role()).isEqualTo(Role.SALES);
    assertThat(person.email()).isEqualTo("rosa@acme.example");
    assertThat(person.zone().getId()).isEqualTo("Europe/Rome");
    assertThat(users.groupsOf("rosa")).containsExactlyInAnyOrder("sales", "default");
    assertThat(users.hasPassword("rosa")).isFalse();
    for (String guess : List.of("", "-", "{SHA-512}-", OpenIdServer.PASSWORD)) {
      caller.as("rosa", guess).from("203.0.113.9").get("/api/leads").isProblem(401);
    }
  }

  @Test
  void one_login_opens_tasklist_too() {
    PROVIDER.employs("s-2", claims("Tess", "tess@acme.example", "sales-reps"));
    WebVisitor tess = new WebVisitor();
    logIn(tess, "s-2", "/");

    assertThat(audited("logged_in")).isPositive();
    assertThat(tess.get(baton + "/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(tess.get(baton + "/camunda/api/admin/auth/user/default").body())
        .contains("\"userId\":\"tess\"")
        .contains("tasklist");
    assertThat(tess.get(baton + "/camunda/api/engine/engine/default/task/count").statusCode())
        .isEqualTo(200);
  }

  @Test
  void groups_count_anew_at_each_login_and_an_earlier_login_ends_with_them() {
    PROVIDER.employs("s-3", claims("Gina", "gina@acme.example", "sales-reps"));
    WebVisitor earlier = new WebVisitor();
    logIn(earlier, "s-3", "/");
    assertThat(earlier.get(baton + "/reps").statusCode()).isEqualTo(403);

    PROVIDER.employs("s-3", claims("Gina Bell", "bell@acme.example", "sales-leads"));
    WebVisitor later = new WebVisitor();
    logIn(later, "s-3", "/");

    assertThat(later.get(baton + "/reps").statusCode()).isEqualTo(200);
    assertThat(earlier.get(baton + "/reps").uri().getPath()).isEqualTo("/login");
    Person gina = people.find("gina").orElseThrow();
    assertThat(gina.role()).isEqualTo(Role.MANAGER);
    assertThat(gina.name()).isEqualTo("Gina Bell");
    assertThat(gina.email()).isEqualTo("bell@acme.example");
  }

  @Test
  void somebody_without_a_mapped_group_is_refused_with_a_sentence() {
    PROVIDER.employs("s-4", claims("Otto", "otto@acme.example", "canteen"));

    HttpResponse<String> page = logIn(new WebVisitor(), "s-4", "/");

    assertThat(page.body()).contains("None of your groups opens Baton");
    assertThat(people.find("otto")).isEmpty();
    assertThat(audited("login_failed")).isPositive();
  }

  @Test
  void the_administrators_group_counts_only_where_it_is_mapped() {
    PROVIDER.employs("s-5", claims("Cam", "cam@acme.example", "camunda-admin"));
    PROVIDER.employs("s-6", claims("Opal", "opal@acme.example", "ops"));

    assertThat(logIn(new WebVisitor(), "s-5", "/").body()).contains("None of your groups");
    assertThat(logIn(new WebVisitor(), "s-6", "/settings").statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_becomes_a_colleague_by_calling_themselves_like_one() {
    String mona = people.find("mona").orElseThrow().email();
    PROVIDER.employs("s-7", claims("Mona", "other@acme.example", "sales-reps"));
    PROVIDER.employs("s-8", claims("Else", mona, "sales-reps", "email_verified", false));

    for (String impostor : List.of("s-7", "s-8")) {
      assertThat(logIn(new WebVisitor(), impostor, "/").body())
          .contains("Somebody here has your user name or address already");
    }
    assertThat(people.find("mona").orElseThrow().role()).isEqualTo(Role.MANAGER);
    caller.as("mona").get("/api/leads").is(200);
  }

  @Test
  void a_verified_address_joins_who_is_here_already_and_their_password_is_over() {
    String nora = people.find("nora").orElseThrow().email();
    PROVIDER.employs("s-9", claims("Eleonora", nora, "sales-reps"));
    caller.as("nora").get("/api/leads").is(200);

    assertThat(logIn(new WebVisitor(), "s-9", "/leads").statusCode()).isEqualTo(200);

    assertThat(people.find("eleonora")).isEmpty();
    assertThat(people.find("nora").orElseThrow().team()).isEqualTo("north");
    caller.as("nora").get("/api/leads").isProblem(401);
    // the address of somebody who left, given to another
    PROVIDER.employs("s-10", claims("Second", nora, "sales-reps"));
    assertThat(logIn(new WebVisitor(), "s-10", "/").body()).contains("Somebody here has");
  }

  @Test
  void who_is_deactivated_here_stays_outside() {
    PROVIDER.employs("s-11", claims("Zoe", "zoe@acme.example", "sales-reps"));
    logIn(new WebVisitor(), "s-11", "/");
    db.sql("update person set active = false where id = 'zoe'").update();

    assertThat(logIn(new WebVisitor(), "s-11", "/").body()).contains("You are deactivated");
  }

  @Test
  void an_answer_that_was_meant_for_another_browser_logs_nobody_in() {
    PROVIDER.employs("s-12", claims("Mallory", "mallory@acme.example", "sales-reps"));
    WebVisitor mallory = new WebVisitor();
    HttpResponse<String> form = mallory.get(baton + "/oauth2/authorization/company");
    HttpResponse<String> next = mallory.submit(form, "/login", credentials("s-12"), false);
    HttpResponse<String> back = mallory.step(location(next));
    String answer = location(back);
    assertThat(answer).startsWith(baton + "/login/oauth2/code/company?code=");

    WebVisitor victim = new WebVisitor();
    assertThat(victim.get(answer).body()).contains("begun in another window");
    WebVisitor begun = new WebVisitor();
    begun.step(baton + "/oauth2/authorization/company");
    assertThat(begun.get(answer).body()).contains("begun in another window");
    assertThat(begun.get(baton + "/").uri().getPath()).isEqualTo("/login");
  }

  @Test
  void a_token_that_was_made_for_another_login_logs_nobody_in() {
    PROVIDER.employs(
        "s-13", claims("Nell", "nell@acme.example", "sales-reps", "nonce", "of-another-login"));

    assertThat(logIn(new WebVisitor(), "s-13", "/").body())
        .contains("Your provider couldn’t log you in");
    assertThat(people.find("nell")).isEmpty();
  }

  @Test
  void clocks_may_differ_by_half_a_minute_and_no_more() {
    PROVIDER.employs("s-14", claims("Kim", "kim@acme.example", "sales-reps"));
    PROVIDER.runsAhead(Duration.ofSeconds(30));
    assertThat(logIn(new WebVisitor(), "s-14", "/").uri()).isEqualTo(URI.create(baton + "/"));
    PROVIDER.runsAhead(Duration.ofMinutes(-30).minusSeconds(30));
    assertThat(logIn(new WebVisitor(), "s-14", "/").uri()).isEqualTo(URI.create(baton + "/"));

    PROVIDER.runsAhead(Duration.ofMinutes(5));
    assertThat(logIn(new WebVisitor(), "s-14", "/").uri().getPath()).isEqualTo("/login");
    PROVIDER.runsAhead(Duration.ofHours(-1));
    assertThat(logIn(new WebVisitor(), "s-14", "/").uri().getPath()).isEqualTo("/login");
  }

  @Test
  void a_log_out_ends_the_login_at_the_provider_too() {
    PROVIDER.employs("s-15", claims("Lou", "lou@acme.example", "sales-reps"));
    WebVisitor lou = new WebVisitor();
    logIn(lou, "s-15", "/");
    // the provider knows Lou: no password is asked for
    assertThat(lou.get(baton + "/oauth2/authorization/company").uri())
        .isEqualTo(URI.create(baton + "/"));

    HttpResponse<String> out = lou.submit(lou.get(baton + "/"), "/logout", Map.of(), true);
    String provider =
        out.headers().firstValue("Refresh").orElseThrow().substring("0; url=".length());
    assertThat(provider).startsWith(PROVIDER.issuer());
    HttpResponse<String> back = lou.get(provider);

    assertThat(back.uri()).isEqualTo(URI.create(baton + "/login?logout"));
    assertThat(back.body()).contains("You are logged out");
    assertThat(lou.get(baton + "/oauth2/authorization/company").uri().toString())
        .startsWith(PROVIDER.issuer() + "/login");
  }

  @Test
  void the_login_page_shows_each_provider_beside_the_form() {
    assertThat(new WebVisitor().get(baton + "/login").body())
        .contains("Log in with Acme")
        .contains("/oauth2/authorization/company")
        .contains("name=\"password\"");
  }

  private long audited(String what) {
    return caller.as("admin").get("/api/audit").is(200).text().split(what, -1).length - 1;
  }

  private HttpResponse<String> logIn(WebVisitor who, String subject, String wanted) {
    who.get(baton + wanted);
    HttpResponse<String> form = who.get(baton + "/oauth2/authorization/company");
    assertThat(form.uri().toString()).startsWith(PROVIDER.issuer() + "/login");
    return who.submit(form, "/login", credentials(subject), true);
  }

  private static Map<String, String> credentials(String subject) {
    return Map.of("username", subject, "password", OpenIdServer.PASSWORD);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** Of somebody in one group, whose address is verified. */
  private static Map<String, Object> claims(
      String name, String email, String group, Object... more) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("name", name);
    claims.put("preferred_username", name.replaceFirst(" .*", "") + "@acme.example");
    claims.put("email", email);
    claims.put("email_verified", true);
    claims.put("groups", List.of("everybody", group));
    for (int i = 0; i < more.length; i += 2) {
      claims.put((String) more[i], more[i + 1]);
    }
    return claims;
  }
}
