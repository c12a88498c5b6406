package dev.baton.connect.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.LeadsOverHttp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code /api/connections} with receivers of webhooks that work and that don't, on one database.
 */
abstract class ConnectionJourney {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Connections known;
  private final String name = "w-" + UUID.randomUUID().toString().substring(0, 8);
  private final Set<String> added = new HashSet<>();
  private WebhookReceiver receiver;
  private HttpCaller baton;
  private HttpCaller admin;
  private LeadsOverHttp leads;

  @BeforeEach
  void open(@LocalServerPort int port) throws IOException {
    baton = HttpCaller.at(port);
    admin = baton.as("admin");
    leads = new LeadsOverHttp(baton);
    receiver = new WebhookReceiver();
  }

  @AfterEach
  void close() {
    added.forEach(each -> admin.send("DELETE", "/api/connections/" + each, null, "").is(204));
    receiver.close();
  }

  private Answer put(String connection, Map<String, Object> fields) {
    return admin.send(
        "PUT",
        "/api/connections/" + connection.replace(" ", "%20"),
        HttpCaller.OBJECT,
        HttpCaller.json(fields));
  }

  private void connect(String connection, WebhookReceiver to, Map<String, Object> more) {
    Map<String, Object> fields =
        new HashMap<>(Map.of("kind", "webhook", "url", to.url(), "secret", WebhookReceiver.SECRET));
    fields.putAll(more);
    put(connection, fields).is(200);
    added.add(connection);
  }

  private Answer act(String what) {
    return admin.send("POST", "/api/connections/%s/%s".formatted(name, what), null, "").is(200);
  }

  private Answer replay(Instant from) {
    return admin
        .post("/api/connections/%s/replay".formatted(name), Map.of("from", from.toString()))
        .is(200);
  }

  private JsonNode state() {
    return baton.as("marc").get("/api/connections/" + name).is(200).json();
  }

  private String lead() {
    return lead("ada@%s.example".formatted(UUID.randomUUID()));
  }

  private String lead(String email) {
    return leads.ask(
        Map.of("email", email, "firstName", "Ada", "lastName", "Lovelace", "companySize", 120),
        Map.of());
  }

  private static List<String> said(List<JsonNode> events) {
    return events.stream()
        .map(
            e ->
                e.at("/type").asText().replace("dev.baton.lead.", "")
                    + ":"
                    + List.of("stage", "verdict", "result", "owner", "value").stream()
                        .filter(e.at("/data")::has)
                        .map(field -> e.at("/data/" + field).asText())
                        .findFirst()
                        .orElse(""))
        .toList();
  }

  private static List<String> ids(List<JsonNode> events) {
    return events.stream().map(event -> event.at("/id").asText()).toList();
  }

  private List<JsonNode> until(String lead, String... last) {
    await().atMost(SOON).untilAsserted(() -> assertThat(said(receiver.of(lead))).contains(last));
    return receiver.of(lead);
  }

  @Test
  void a_lead_is_told_from_its_first_stage_to_its_end_signed_once_and_in_order() {
    connect(name, receiver, Map.of());

    String lead = lead();
    String owner = leads.handoff(lead).at("/owner").asText();
    leads.reject(lead);

    List<JsonNode> told = until(lead, "outcome:rejected", "stage:RECYCLED");
    assertThat(said(told))
        .contains("stage:LEAD", "stage:MQL", "owner:" + owner, "deadline:met", "stage:RECYCLED");
    assertThat(ids(told)).doesNotHaveDuplicates();
    assertThat(said(told).indexOf("stage:LEAD")).isLessThan(said(told).indexOf("stage:RECYCLED"));
    assertThat(told).isSortedAccordingTo((a, b) -> at(a).compareTo(at(b)));
    JsonNode end =
        told.stream()
            .filter(e -> e.at("/type").asText().equals("dev.baton.lead.outcome"))
            .findFirst()
            .orElseThrow();
    assertThat(end.at("/specversion").asText()).isEqualTo("1.0");
    assertThat(end.at("/data/reason").asText()).isEqualTo("low_intent");
    assertThat(end.at("/data/lead/email").asText()).startsWith("ada@");
    assertThat(end.at("/data/lead/firstName").asText()).isEqualTo("Ada");
    assertThat(receiver.forged()).isZero();
    await().atMost(SOON).untilAsserted(() -> assertThat(state().at("/waiting").asInt()).isZero());
    assertThat(state().at("/state").asText()).isEqualTo("active");
    assertThat(state().at("/lag").asInt()).isZero();
    assertThat(state().hasNonNull("lastSentAt")).isTrue();
  }

  @Test
  void what_is_recorded_while_another_node_removes_a_connection_costs_no_lead_and_is_never_sent() {
    connect(name, receiver, Map.of());
    db.sql("update outbound_connection set removed_at = current_timestamp where name = :name")
        .param("name", name)
        .update();

    String unheard = lead();
    leads.reject(unheard);
    connect(name, receiver, Map.of());
    String heard = lead();

    until(heard, "stage:MQL");
    assertThat(receiver.of(unheard)).isEmpty();
  }

  @Test
  void a_connection_begins_anew_while_another_node_still_records_for_the_removed_one() {
    connect(name, receiver, Map.of());
    db.sql("update outbound_connection set removed_at = current_timestamp where name = :name")
        .param("name", name)
        .update();

    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              db.sql(
                      """
                      insert into connected_record (connection, kind, local_id, remote_id, written)
                      values (:name, 'lead', 'one', 'theirs', '{}')
                      """)
                  .param("name", name)
                  .update();
              connect(name, receiver, Map.of());
            });

    until(lead(), "stage:MQL");
  }

  private static Instant at(JsonNode event) {
    return Instant.parse(event.at("/time").asText());
  }

  @Test
  @Tag("nightly")
  void a_system_that_is_ill_loses_nothing_and_holds_up_nobody_else() throws IOException {
    try (WebhookReceiver well = new WebhookReceiver();
        WebhookReceiver hanging = new WebhookReceiver()) {
      hanging.hang();
      receiver.answer(500, 502, 429, 500);
      connect(name, receiver, Map.of());
      connect(name + "-well", well, Map.of());
      connect(name + "-hangs", hanging, Map.of());

      List<String> leads = List.of(lead(), lead(), lead());

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> leads.forEach(lead -> assertThat(said(well.of(lead))).contains("stage:MQL")));
      leads.forEach(this.leads::reject);
      leads.forEach(lead -> until(lead, "outcome:rejected"));
      await().atMost(SOON).untilAsserted(() -> assertThat(state().at("/waiting").asInt()).isZero());
      for (String lead : leads) {
        assertThat(ids(receiver.of(lead))).doesNotHaveDuplicates();
        assertThat(ids(well.of(lead))).containsExactlyInAnyOrderElementsOf(ids(receiver.of(lead)));
      }
      assertThat(state().at("/lastError/text").asText()).startsWith("it answered");
    }
  }

  @Test
  void a_system_that_asks_to_wait_is_left_alone_until_then() {
    receiver.answer(429);
    connect(name, receiver, Map.of());

    lead();

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(state().at("/state").asText()).isEqualTo("held"));
    Instant until = Instant.parse(state().at("/terms/heldUntil").asText());
    assertThat(receiver.events()).isEmpty();
    await().atMost(SOON).until(() -> !receiver.events().isEmpty());
    assertThat(Instant.now()).isAfterOrEqualTo(until);
  }

  @Test
  void what_a_system_refuses_for_good_stops_nothing_and_is_sent_again_by_a_replay() {
    Instant before = Instant.now();
    receiver.answer(422);
    connect(name, receiver, Map.of("events", List.of("stage")));

    String lead = lead();

    until(lead, "stage:MQL");
    assertThat(said(receiver.of(lead))).doesNotContain("stage:LEAD");
    assertThat(state().at("/failed").asInt()).isEqualTo(1);
    assertThat(replay(before).at("/messages").asInt()).isEqualTo(2);
    until(lead, "stage:LEAD");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(said(receiver.of(lead)))
                    .containsExactlyInAnyOrder("stage:MQL", "stage:LEAD", "stage:MQL"));
    assertThat(new HashSet<>(ids(receiver.of(lead)))).hasSize(2);
  }

  @Test
  void a_connection_hears_by_a_replay_what_happened_before_it_was_there() {
    Instant before = Instant.now();
    String lead = lead();
    leads.reject(lead);
    connect(name, receiver, Map.of());

    replay(before);

    List<JsonNode> told = until(lead, "outcome:rejected");
    assertThat(said(told)).contains("stage:LEAD", "stage:MQL", "deadline:met", "stage:RECYCLED");
    assertThat(said(told).toString()).contains("owner:");
    int all = told.size();
    replay(before);
    await().atMost(SOON).untilAsserted(() -> assertThat(receiver.of(lead)).hasSize(2 * all));
    assertThat(new HashSet<>(ids(receiver.of(lead)))).hasSize(all);
  }

  @Test
  void while_it_is_paused_all_is_kept_and_nothing_sent() {
    connect(name, receiver, Map.of());
    act("pause");
    String lead = lead();
    leads.reject(lead);
    assertThat(state().at("/state").asText()).isEqualTo("paused");
    assertThat(state().at("/waiting").asInt()).isGreaterThan(4);
    assertThat(receiver.events()).isEmpty();

    act("resume");

    assertThat(said(until(lead, "outcome:rejected"))).contains("stage:LEAD");
  }

  @Test
  void what_waits_goes_where_the_connection_leads_now_and_nowhere_else() throws IOException {
    try (WebhookReceiver elsewhere = new WebhookReceiver()) {
      receiver.hang();
      connect(name, receiver, Map.of());
      String lead = lead();
      leads.reject(lead);
      await().atMost(SOON).until(receiver::isAsked);

      connect(name, elsewhere, Map.of());
      receiver.goOn();

      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(said(elsewhere.of(lead))).contains("outcome:rejected"));
      // what was on its way when it changed was the last one
      assertThat(receiver.of(lead)).hasSizeLessThan(2);
    }
  }

  @Test
  void an_erased_person_is_erased_from_what_waits_and_the_system_is_told() {
    connect(name, receiver, Map.of());
    String email = "ada@%s.example".formatted(UUID.randomUUID());
    String lead = lead(email);
    leads.handoff(lead);
    until(lead, "stage:MQL");
    act("pause");
    leads.reject(lead);
    int heard = receiver.of(lead).size();

    baton.as("marc").post("/api/leads/%s/erase".formatted(lead), Map.of("reason", "asked")).is(200);
    act("resume");

    List<JsonNode> told = until(lead, "erased:");
    assertThat(said(told.subList(heard, told.size()))).containsExactly("erased:");
    JsonNode last = told.get(told.size() - 1);
    assertThat(last.toString()).doesNotContain(email).doesNotContain("Lovelace");
    assertThat(last.at("/data/lead/id").asText()).isEqualTo(lead);
    assertThat(
            db.sql("select string_agg(content, ' ') as t from outbound_message")
                .query(String.class)
                .single())
        .doesNotContain(email);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 429})
  @Tag("nightly")
  void administrators_are_told_once_that_a_system_stays_ill_and_once_that_it_is_well(int status) {
    receiver.answer(status, status, status);
    connect(name, receiver, Map.of("events", List.of("stage")));
    lead();
    await()
        .atMost(SOON)
        .until(
            () ->
                db.sql(
                            """
                            update outbound_connection set ill_since = :long
                            where name = :name and ill_since is not null
                            """)
                        .param(
                            "long", dev.baton.sql.Sql.timestamp(Instant.now().minusSeconds(1800)))
                        .param("name", name)
                        .update()
                    == 1);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(told())
                    .containsExactlyInAnyOrder(
                        "Connection %s takes nothing".formatted(name),
                        "Connection %s works again".formatted(name)));
  }

  private List<String> told() {
    return db.sql("select distinct subject from notice where notice_key like :key")
        .param("key", "connection:%s:%%".formatted(name))
        .query(String.class)
        .list();
  }

  @Test
  void a_day_s_quota_is_kept() {
    connect(name, receiver, Map.of("dailyQuota", 2));

    String lead = lead();
    leads.reject(lead);

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(state().at("/state").asText()).isEqualTo("held"));
    assertThat(receiver.events()).hasSize(2);
    assertThat(state().at("/terms/usedToday").asInt()).isEqualTo(2);
    assertThat(state().at("/lastError/text").asText())
        .isEqualTo("the 2 calls of today are used up");
    assertThat(state().at("/waiting").asInt()).isPositive();
  }

  @Test
  void a_test_says_what_the_system_said() {
    connect(name, receiver, Map.of());
    assertThat(act("test").at("/works").asBoolean()).isTrue();
    assertThat(receiver.events().get(0).at("/type").asText()).isEqualTo("dev.baton.test");

    receiver.answer(500);
    Answer ill = act("test");

    assertThat(ill.at("/works").asBoolean()).isFalse();
    assertThat(ill.at("/text").asText()).isEqualTo("it answered 500");
  }

  @Test
  void secrets_are_kept_encrypted_and_shown_to_nobody() {
    connect(name, receiver, Map.of());
    put(name, Map.of("dailyQuota", 5000)).is(200);

    assertThat(act("test").at("/works").asBoolean()).isTrue();
    String kept =
        db.sql("select secret from outbound_connection where name = :name")
            .param("name", name)
            .query(String.class)
            .single();
    assertThat(kept).isNotBlank().doesNotContain(WebhookReceiver.SECRET);
    String shown = admin.get("/api/connections").is(200).text();
    assertThat(shown)
        .contains(name, "http://localhost:")
        .doesNotContain(WebhookReceiver.SECRET)
        .doesNotContain("in-the-address")
        .doesNotContain(kept);
    assertThat(baton.as("marc").get("/connections").is(200).text())
        .contains(name, "Nothing waits")
        .doesNotContain("in-the-address");
    assertThat(known.find(name).orElseThrow().toString()).doesNotContain(kept);
  }

  @Test
  void what_is_no_connection_is_refused_by_field() {
    put(name, Map.of("kind", "fax")).isProblem(422, "kind");
    put(name, Map.of("kind", "webhook")).isProblem(422, "url").isProblem(422, "secret");
    put(name, Map.of("kind", "webhook", "url", "ftp://a.example", "secret", "short"))
        .isProblem(422, "url")
        .isProblem(422, "secret");
    put("Not a name", Map.of("kind", "webhook")).isProblem(422, "name");
    connect(name, receiver, Map.of());
    put(name, Map.of("events", List.of("weather"))).isProblem(422, "events");
    admin
        .post("/api/connections/%s/replay".formatted(name), Map.of("from", "long ago"))
        .isProblem(422, "from");
    baton.as("marc").post("/api/connections/%s/test".formatted(name), "{}").isProblem(403);
    admin.get("/api/connections/nobody").isProblem(404);
  }
}
