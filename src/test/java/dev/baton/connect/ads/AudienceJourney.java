package dev.baton.connect.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.connect.connection.WebhookReceiver;
import dev.baton.connect.conversion.HashedAddress;
import dev.baton.demo.crm.SimulatedFaults.Fault;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is in which list of an ad platform, and who not any more. */
abstract class AudienceJourney extends SimulatedAdPlatforms {
  private final List<String> added = new ArrayList<>();

  /** Lists of this test alone. */
  private final String own = company.substring(0, 8);

  @AfterEach
  void empty() {
    added.forEach(
        name -> db.sql("delete from audience where name = :name").param("name", name).update());
  }

  private Answer keep(String name, Map<String, Object> fields) {
    added.add(name);
    return baton
        .as("marc")
        .send("PUT", "/api/audiences/" + name, HttpCaller.OBJECT, HttpCaller.json(fields));
  }

  private void audience(String connection, String list, String... stages) {
    keep(connection + "-" + list, Map.of("connection", connection, "list", list, "stages", stages))
        .is(200);
  }

  private JsonNode audience(String name) {
    return baton.as("marc").get("/api/audiences/" + name).is(200).json();
  }

  private List<String> leads(int number) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(lead(address(i)));
    }
    return ids;
  }

  private String address(int number) {
    return "lead%d.%s".formatted(number, email);
  }

  private static List<String> list(SimulatedSystem at, String list) {
    return at.records().all("list " + list).stream()
        .map((SimulatedRecord one) -> one.value("member"))
        .toList();
  }

  private static void soon(org.awaitility.core.ThrowingRunnable holds) {
    await().atMost(SOON).untilAsserted(holds);
  }

  @Test
  void members_come_and_go_with_their_stages_hashed() {
    audience("google", "g1" + own, "MQL");
    audience("linkedin", "l1" + own, "MQL");
    List<String> ids = leads(4);
    soon(
        () ->
            assertThat(list(GOOGLE, "g1" + own))
                .contains(HashedAddress.of(address(0)), HashedAddress.of(address(3))));

    leads.reject(ids.get(0));

    for (SimulatedSystem each : List.of(GOOGLE, LINKEDIN)) {
      String list = (each == GOOGLE ? "g1" : "l1") + own;
      soon(
          () ->
              assertThat(list(each, list))
                  .contains(HashedAddress.of(address(1)))
                  .doesNotContain(HashedAddress.of(address(0)))
                  .doesNotHaveDuplicates());
    }
  }

  @Test
  void a_small_audience_is_held_back_and_says_so() {
    db.sql("update profile_value set content = 'false' where field = 'consent.email'").update();
    audience("google", "g2" + own, "MQL");
    leads(2);
    settled();
    soon(() -> assertThat(audience("google-g2" + own).at("/waiting").asInt()).isEqualTo(2));
    assertThat(audience("google-g2" + own).at("/state").asText()).isEqualTo("small");
    assertThat(list(GOOGLE, "g2" + own)).isEmpty();
    assertThat(baton.as("marc").get("/connections").is(200).text()).contains("held back");
    baton.as("marc").get("/api/audiences/google-g2" + own + "/members.csv").isProblem(409);

    lead(email);

    soon(() -> assertThat(list(GOOGLE, "g2" + own)).hasSize(3));
    assertThat(audience("google-g2" + own).at("/state").asText()).isEqualTo("told");
    assertThat(
            baton.as("marc").get("/api/audiences/google-g2" + own + "/members.csv").is(200).text())
        .contains(HashedAddress.of(email));
  }

  @Test
  void who_takes_consent_back_is_erased_or_has_none_is_not_in_it() {
    audience("google", "g3" + own, "MQL");
    List<String> ids = leads(4);
    lead("no." + email, false, Map.of());
    soon(() -> assertThat(list(GOOGLE, "g3" + own)).contains(HashedAddress.of(address(3))));
    assertThat(list(GOOGLE, "g3" + own)).doesNotContain(HashedAddress.of("no." + email));

    baton
        .as("marc")
        .post("/api/leads/%s/erase".formatted(ids.get(0)), Map.of("reason", "asked"))
        .is(200);
    lead(address(1), false, Map.of());
    keep(
            "google-g3" + own,
            Map.of("connection", "google", "list", "g3" + own, "stages", List.of("MQL")))
        .is(200);

    soon(
        () ->
            assertThat(list(GOOGLE, "g3" + own))
                .contains(HashedAddress.of(address(2)))
                .doesNotContain(HashedAddress.of(address(0)), HashedAddress.of(address(1))));
    assertThat(
            db.sql("select count(*) as n from audience_member where lead_id = :lead")
                .param("lead", ids.get(0))
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void an_audience_is_of_segments_and_one_that_is_removed_is_emptied_there_first() {
    String name = "segments";
    keep(
            name,
            Map.of(
                "connection",
                "google",
                "list",
                "g4" + own,
                "stages",
                List.of("MQL"),
                "segments",
                List.of("mid")))
        .is(200);
    leads(3);
    soon(() -> assertThat(list(GOOGLE, "g4" + own)).contains(HashedAddress.of(address(0))));
    keep("other", Map.of("stages", List.of("MQL"), "segments", List.of("nobody"))).is(200);
    baton.as("marc").get("/api/audiences/other/members.csv").isProblem(409);

    baton.as("marc").send("DELETE", "/api/audiences/" + name, null, "").is(204);

    soon(() -> assertThat(list(GOOGLE, "g4" + own)).isEmpty());
    soon(() -> baton.as("marc").get("/api/audiences/" + name).isProblem(404));
  }

  @Test
  void a_list_that_is_not_taken_says_so_and_holds_up_nothing_else() {
    keep("a-unknown", Map.of("connection", "google", "list", "unknown", "stages", List.of("MQL")))
        .is(200);
    audience("google", "g6" + own, "MQL");

    leads(3);

    settled();
    soon(() -> assertThat(list(GOOGLE, "g6" + own)).contains(HashedAddress.of(address(0))));
    assertThat(audience("a-unknown").at("/state").asText()).isEqualTo("failed");
    assertThat(audience("a-unknown").at("/changed/error").asText()).contains("404");
    assertThat(conversions(GOOGLE, HashedAddress.of(address(0)))).hasSize(1);
  }

  @Test
  void a_webhook_hears_of_audiences_and_of_conversions() throws IOException {
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      admin
          .send(
              "PUT",
              "/api/connections/hook",
              HttpCaller.OBJECT,
              HttpCaller.json(
                  Map.of(
                      "kind", "webhook", "url", receiver.url(), "secret", WebhookReceiver.SECRET)))
          .is(200);
      keep("hooked-" + own, Map.of("connection", "hook", "stages", List.of("MQL"))).is(200);

      leads(3);

      soon(
          () -> {
            String heard = receiver.events().toString();
            assertThat(heard)
                .contains("dev.baton.audience.added", HashedAddress.of(address(2)))
                .contains("\"goal\":\"mql\"", "\"gclid\":\"g-" + address(0).hashCode());
          });
      db.sql("delete from audience where connection = 'hook'").update();
      admin.send("DELETE", "/api/connections/hook", null, "").is(204);
    }
  }

  @Test
  void what_is_wrong_is_said_by_field() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("connection", "nobody");
    fields.put("stages", List.of("VISITOR"));
    assertThat(keep("wrong", fields).isProblem(422).text()).contains("connection", "stages");
    assertThat(
            keep("wrong", Map.of("connection", "google", "stages", List.of("MQL")))
                .isProblem(422)
                .text())
        .contains("the id of the list there");
  }

  @Test
  @Tag("nightly")
  void after_faults_and_an_outage_lists_hold_whom_they_should_and_nobody_twice() {
    many(12);
  }

  @Test
  @Tag("nightly")
  void hundreds_come_and_go_while_both_are_ill() {
    many(150);
  }

  private void many(int number) {
    audience("google", "g5" + own, "MQL");
    audience("linkedin", "l5" + own, "MQL");
    GOOGLE.faults().next(Fault.LOST_ANSWER, Fault.TOO_MANY_WITH_REST, Fault.ERROR_INSIDE);
    LINKEDIN.faults().next(Fault.ERROR_INSIDE, Fault.LOST_ANSWER);
    List<String> ids = leads(number);
    GOOGLE.faults().down(true);
    LINKEDIN.faults().down(true);
    ids.subList(0, number / 3).forEach(leads::reject);
    GOOGLE.faults().down(false);
    LINKEDIN.faults().down(false);
    settled();

    for (int i = 0; i < number; i++) {
      String hash = HashedAddress.of(address(i));
      boolean gone = i < number / 3;
      for (SimulatedSystem each : List.of(GOOGLE, LINKEDIN)) {
        String list = (each == GOOGLE ? "g5" : "l5") + own;
        soon(
            () -> assertThat(list(each, list).stream().filter(hash::equals)).hasSize(gone ? 0 : 1));
      }
    }
  }
}
