package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.TestStaff;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Senders who mean no good, at doors with and without a login. */
@OnH2
class HostileSenderTest {
  private static final String GOOD = "a long way from here 7";

  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    this.baton = HttpCaller.at(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%00b=1", "a%0Ab=1", "a%07=1", "a%C2%85=1", "a%EF%BF%BF=1"})
  void the_name_of_a_field_that_is_no_text_is_refused_at_each_door(String field) {
    for (String door : List.of("/forms/web", "/hooks/none", "/answer/x", "/welcome/x")) {
      HttpCaller.Answer answer =
          baton.send(
              "POST",
              door,
              "application/x-www-form-urlencoded",
              "email=ada%40acme.example&" + field);
      assertThat(answer.status()).as(door).isBetween(400, 499);
    }
    baton.as("mona").get("/api/leads?" + field).isProblem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "*"})
  void a_body_of_any_kind_is_of_none(String kind) {
    for (String path : List.of("/api/tokens", "/api/signals", "/api/handoffs/reassign")) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(baton.root().resolve(path))
              .header("Content-Type", kind)
              .POST(BodyPublishers.ofString("{}"));
      baton.as("admin").send(request).isProblem(415);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "b",
    "sess1sess1",
    "aaaaaaaaaaaaaaaa",
    "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b"
  })
  void a_password_that_anybody_guesses_is_refused_wherever_it_is_set(String guessed) {
    HttpCaller admin = baton.as("admin");
    Map<String, Object> profile =
        Map.of("name", "Eve Hall", "email", "eve@acme.example", "role", "sales", "active", true);
    admin
        .send("PUT", "/api/people/eve", HttpCaller.OBJECT, HttpCaller.json(with(profile, GOOD)))
        .is(200);

    admin
        .send("PUT", "/api/people/eve", HttpCaller.OBJECT, HttpCaller.json(with(profile, guessed)))
        .isProblem(422, "password");
    for (String door : List.of("/engine-rest/user", "/camunda/api/engine/engine/default/user")) {
      HttpCaller.Answer refused =
          admin.send(
              "PUT",
              door + "/eve/credentials",
              HttpCaller.OBJECT,
              HttpCaller.json(
                  Map.of("password", guessed, "authenticatedUserPassword", TestStaff.PASSWORD)));
      assertThat(refused.status()).as(door).isBetween(400, 499);
    }
    admin
        .post(
            "/engine-rest/user/create",
            Map.of("profile", Map.of("id", "mallory"), "credentials", Map.of("password", guessed)))
        .is(400);
    baton.as("eve", GOOD).get("/api/leads").is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/user/rita",
        "/user/rita/",
        "/user/admin",
        "/group/camunda-admin",
        "/group/sales",
        "/group/camunda-admin/members/admin",
        "/group/sales/members/rita"
      })
  void nobody_loses_their_login_while_they_are_here(String of) {
    for (String door :
        List.of(
            "/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default")) {
      HttpCaller.Answer answer = baton.as("admin").send("DELETE", door + of, null, "");
      assertThat(answer.status()).as(door).isBetween(400, 499);
    }
    baton.as("admin").get("/api/tokens").is(200);
    baton.as("rita").get("/api/leads").is(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/identity/verify",
        "/engine-rest/identity/verify/",
        "/engine-rest/engine/default/identity/verify/"
      })
  void nobody_tries_a_colleagues_password_unseen(String path) {
    Map<String, String> guess = Map.of("username", "mona", "password", TestStaff.PASSWORD);
    assertThat(baton.as("rita").post(path, guess).status()).isEqualTo(403);
  }

  private static Map<String, Object> with(Map<String, Object> profile, String password) {
    Map<String, Object> all = new HashMap<>(profile);
    all.put("password", password);
    return all;
  }

  @Test
  void an_object_is_nothing_that_tasks_are_looked_for_by() {
    baton
        .as("rita")
        .post(
            "/engine-rest/task",
            Map.of(
                "processVariables",
                List.of(Map.of("name", "team", "operator", "eq", "value", Map.of("a", 1)))))
        .is(400);
  }

  @Test
  void a_list_with_a_hole_names_the_field() {
    baton
        .as("admin")
        .send(
            "POST",
            "/api/deadlines/changes",
            HttpCaller.OBJECT,
            "{\"handoffs\":[null],\"note\":\"n\"}")
        .isProblem(422, "handoffs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/insight/sla?form=2026-01-01",
        "/api/rejections?stat=open",
        "/api/alerts?lead=1",
        "/api/audit?whom=x",
        "/api/people?q=x",
        "/api/leads?externalid=x"
      })
  void a_filter_that_nobody_knows_is_refused_with_those_that_are(String path) {
    HttpCaller.Answer refused = baton.as("admin").get(path);
    String name = path.substring(path.indexOf('?') + 1, path.indexOf('='));
    refused.isProblem(422, name);
  }
}
