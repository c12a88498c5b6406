package dev.baton.access;

import static dev.baton.access.ProtectionCheck.METHODS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.access.ProtectionCheck.Step;
import dev.baton.access.RawConnection.Answer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Every path is closed to who has not logged in: all paths, all methods, all tricks. */
@OnH2
class ProtectionTest {
  private static final String SCRIPT = "Accept: application/json";
  private static final String BROWSER = "Accept: text/html";

  @Autowired ServletWebServerApplicationContext application;
  private static ServedPaths servedPaths;
  private int port;

  @BeforeEach
  void ask_the_application_what_it_serves() {
    if (servedPaths == null) {
      servedPaths = ServedPaths.by(application, "default");
    }
    port = application.getWebServer().getPort();
  }

  @Test
  void the_walk_covers_every_application() {
    assertThat(servedPaths.calls()).hasSizeGreaterThan(1_500);
    Stream<String> known =
        Stream.of(
            "GET /",
            "POST /api/signals",
            "GET /api/leads/1",
            "GET /leads/1/card",
            "GET /actuator",
            "GET /v3/api-docs",
            "GET /error",
            "GET /assets/baton.css",
            "GET /webjars/camunda/securityFilterRules.json",
            "GET /engine-rest/process-definition",
            "POST /engine-rest/process-definition/key/1/start",
            "GET /engine-rest/engine/default/history/task/count",
            "POST /engine-rest/deployment/create",
            "POST /engine-rest/task",
            "GET /camunda/api/engine/engine/default/task",
            "POST /camunda/api/engine/engine/default/task/1/complete",
            "POST /camunda/api/admin/setup/default/user/create",
            "POST /camunda/api/admin/auth/user/default/login/1",
            "GET /camunda/api/cockpit/plugin/baton/default/steps",
            "GET /camunda/api/cockpit/plugin/baton/default/today",
            "GET /camunda/api/cockpit/plugin/baton/static/app/plugin.js",
            "GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "GET /camunda/app/cockpit/default/",
            "GET /camunda/app/tasklist/scripts/config.js",
            "GET /camunda/lib/deps.js");
    List<String> walked = servedPaths.calls().stream().map(ServedPaths.Call::toString).toList();
    assertThat(known.filter(call -> !walked.contains(call))).as("missed").isEmpty();
  }

  @Test
  void no_call_opens_anything() {
    assertThat(findings(SCRIPT, calls())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SCRIPT, BROWSER})
  void no_method_opens_a_path_of_each_place(String asker) {
    assertThat(findings(asker, tricks(METHODS, onePerPlace(), PathTrick.AS_IT_IS))).isEmpty();
  }

  @Test
  void no_trick_with_a_path_of_each_place_opens_anything() {
    assertThat(findings(SCRIPT, tricks(List.of("GET"), onePerPlace()))).isEmpty();
  }

  @Test
  @Tag("nightly")
  void no_trick_with_any_path_opens_anything() {
    assertThat(findings(SCRIPT, tricks(List.of("GET"), servedPaths.paths()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SCRIPT, BROWSER})
  @Tag("nightly")
  void no_method_opens_anything(String asker) {
    assertThat(findings(asker, tricks(METHODS, servedPaths.paths(), PathTrick.AS_IT_IS))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SCRIPT, BROWSER})
  @Tag("nightly")
  void no_trick_with_a_path_and_a_method_opens_anything(String asker) {
    assertThat(findings(asker, tricks(METHODS, onePerPlace()))).isEmpty();
  }

  private List<Step> calls() {
    return servedPaths.calls().stream()
        .map(call -> new Step(call.method(), PathTrick.AS_IT_IS, call.path()))
        .toList();
  }

  private List<String> findings(String asker, List<Step> steps) {
    assertThat(steps).hasSizeGreaterThan(500);
    return new ProtectionCheck(port, asker).findings(steps);
  }

  /** The same walk with the keys, or it might find nothing because it never looks. */
  @Test
  void the_walk_sees_the_paths_that_a_login_opens() {
    String key = "Authorization: " + HttpCaller.at(port).as("admin").authorization();
    // there is nothing with the id 1, and the same once more under its engine's name
    List<String> paths =
        servedPaths.paths().stream()
            .filter(path -> !path.contains("/1") && !path.startsWith("/engine-rest/engine/"))
            .toList();
    List<Step> steps = tricks(List.of("GET"), paths, PathTrick.AS_IT_IS);
    assertThat(new ProtectionCheck(port, SCRIPT, key).findings(steps))
        .hasSizeGreaterThan(200)
        .contains(
            "GET /api/leads: 200 ",
            "GET /engine-rest/engine: 200 ",
            "GET /camunda/api/engine/engine/default/process-definition/count: 200 ",
            "GET /camunda/api/cockpit/plugin/baton/default/today: 200 ",
            "GET /camunda/app/tasklist/default/: 200 ",
            "GET /camunda/lib/deps.js: 200 ");
  }

  @Test
  void a_wrong_answer_is_noted() {
    Step step = new Step("GET", PathTrick.AS_IT_IS, "/api/leads");
    assertThat(ProtectionCheck.wrong(step, answer(401, "", "Log in first"))).isEmpty();
    assertThat(ProtectionCheck.wrong(step, answer(302, "/login", ""))).isEmpty();
    assertThat(ProtectionCheck.wrong(step, answer(302, "//evil/login", ""))).isPresent();
    assertThat(ProtectionCheck.wrong(step, answer(200, "", ""))).isPresent();
    assertThat(ProtectionCheck.wrong(step, answer(500, "", "broken"))).isPresent();
    assertThat(ProtectionCheck.wrong(step, answer(400, "", "\tat java.lang.Thread"))).isPresent();
  }

  private static Answer answer(int status, String location, String body) {
    return new Answer(status, Map.of("location", location), Map.of(), body);
  }

  private static List<Step> tricks(
      List<String> methods, Collection<String> paths, PathTrick... some) {
    List<PathTrick> tricks = Arrays.asList(some.length == 0 ? PathTrick.values() : some);
    return methods.stream()
        .flatMap(
            method ->
                paths.stream()
                    .flatMap(path -> tricks.stream().map(trick -> new Step(method, trick, path))))
        .toList();
  }

  /** One path for each two first words, such as /camunda/api or /engine-rest/task. */
  private Collection<String> onePerPlace() {
    return servedPaths.paths().stream()
        .collect(
            Collectors.toMap(
                path -> Stream.of(path.split("/")).limit(3).collect(Collectors.joining("/")),
                Function.identity(),
                (first, next) -> first))
        .values();
  }
}
