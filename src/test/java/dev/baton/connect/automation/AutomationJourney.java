package dev.baton.connect.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.HttpCaller;
import dev.baton.connect.ConnectedJourney;
import dev.baton.connect.source.PayloadIntake;
import dev.baton.connect.source.SignalSource;
import dev.baton.connect.source.Sources;
import dev.baton.demo.crm.SimulatedFaults.Fault;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import dev.baton.demo.crm.SimulatedVendor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What simulated marketing automations hear of leads, with their faults, on one database. */
abstract class AutomationJourney extends ConnectedJourney {
  @Autowired PayloadIntake intake;
  @Autowired Sources sources;

  private static final SimulatedSystem MARKETO =
      new SimulatedSystem(SimulatedVendor.MARKETO, 0, Clock.systemUTC());
  private static final SimulatedSystem PARDOT =
      new SimulatedSystem(SimulatedVendor.PARDOT, 0, Clock.systemUTC());

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("baton.connect.marketo.api-url", MARKETO::url);
    settings.add("baton.connect.marketo.client-id", () -> "baton");
    settings.add("baton.connect.marketo.client-secret", () -> "between-us");
    settings.add("baton.connect.pardot.api-url", PARDOT::url);
    settings.add("baton.connect.pardot.login-url", () -> PARDOT.url() + "/token");
    settings.add("baton.connect.pardot.client-id", () -> "baton");
    settings.add("baton.connect.pardot.client-secret", () -> "between-us");
    settings.add("baton.connect.pardot.account", () -> "0Uv000000000001");
    settings.add("baton.connect.smallest-audience", () -> 1);
  }

  AutomationJourney() {
    super(Map.of("marketo", MARKETO, "pardot", PARDOT));
  }

  private static SimulatedRecord there(SimulatedSystem at, String address) {
    String type = at == MARKETO ? "people" : "prospects";
    List<SimulatedRecord> found =
        at.records().all(type).stream().filter(one -> one.value("email").equals(address)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void stage_owner_and_reason_stand_there_as_fields() {
    String lead = lead(email);
    String owner = leads.handoff(lead).at("/owner").asText();
    settled();
    assertThat(there(MARKETO, email).value("batonStage")).isEqualTo("MQL");
    assertThat(there(MARKETO, email).value("batonOwner")).startsWith(owner);
    assertThat(there(PARDOT, email).value("Baton_Stage__c")).isEqualTo("MQL");
    assertThat(there(PARDOT, email).value("Baton_Owner__c")).startsWith(owner);

    leads.reject(lead);
    settled();

    assertThat(there(MARKETO, email).value("batonStage")).isEqualTo("RECYCLED");
    assertThat(there(MARKETO, email).value("batonReason")).isEqualTo("low_intent");
    assertThat(there(PARDOT, email).value("Baton_Reason__c")).isEqualTo("low_intent");

    baton.as("marc").post("/api/leads/%s/erase".formatted(lead), Map.of("reason", "asked")).is(200);
    settled();
    assertThat(MARKETO.records().find("people", "email", email)).isEmpty();
    assertThat(PARDOT.records().find("prospects", "email", email)).isEmpty();
  }

  @Test
  void leads_come_into_lists_there_and_go_by_their_stage() {
    String lead = lead(email);
    settled();
    for (SimulatedSystem each : List.of(MARKETO, PARDOT)) {
      String name = each == MARKETO ? "marketo" : "pardot";
      put(
          "/api/audiences/%s-%s".formatted(name, company.substring(0, 8)),
          Map.of("connection", name, "list", company, "stages", List.of("MQL")));
      String id = there(each, email).id();
      await()
          .atMost(SOON)
          .until(() -> each.records().find("list " + company, "member", id).isPresent());
    }

    leads.reject(lead);

    for (SimulatedSystem each : List.of(MARKETO, PARDOT)) {
      String id = there(each, email).id();
      await()
          .atMost(SOON)
          .until(() -> each.records().find("list " + company, "member", id).isEmpty());
    }
  }

  @Test
  @Tag("nightly")
  void an_error_inside_of_an_answer_is_one_and_a_token_that_expires_is_had_anew() {
    lead("first." + email);
    settled();
    int logins = MARKETO.logins();
    MARKETO.faults().next(Fault.EXPIRED_TOKEN, Fault.ERROR_INSIDE, Fault.LOST_ANSWER);

    lead(email);
    settled();

    assertThat(MARKETO.logins()).isEqualTo(logins + 1);
    assertThat(there(MARKETO, email).value("batonStage")).isEqualTo("MQL");
  }

  @Test
  @Tag("nightly")
  void too_many_calls_in_a_while_are_waited_for() {
    MARKETO.faults().next(Fault.TOO_MANY);

    leads.handoff(lead(email));

    await()
        .atMost(SOON)
        .until(() -> admin.get("/api/connections/marketo").at("/state").asText().equals("held"));
    assertThat(admin.get("/api/connections/marketo").at("/lastError/text").asText())
        .contains("606");
    settled();
    assertThat(there(MARKETO, email).value("batonStage")).isEqualTo("MQL");
  }

  @Test
  @Tag("nightly")
  void after_faults_and_an_outage_each_person_is_there_once_as_it_is_here() {
    MARKETO.faults().share(0.05);
    PARDOT.faults().share(0.05);
    List<String> leads = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      leads.add(lead("lead%d.%s".formatted(i, email)));
    }
    MARKETO.faults().down(true);
    PARDOT.faults().down(true);
    leads.subList(0, 30).forEach(this.leads::reject);
    MARKETO.faults().down(false);
    PARDOT.faults().down(false);
    settled();

    for (int i = 0; i < leads.size(); i++) {
      String address = "lead%d.%s".formatted(i, email);
      String stage = i < 30 ? "RECYCLED" : "MQL";
      assertThat(there(MARKETO, address).value("batonStage")).isEqualTo(stage);
      assertThat(there(PARDOT, address).value("Baton_Stage__c")).isEqualTo(stage);
    }
  }

  private String source() {
    String name = "marketo-" + company.substring(0, 8);
    Map<String, Object> source = Map.of("kind", "marketo", "secret", "a-secret-of-its-own");
    put("/api/sources/" + name, source);
    listenTo("marketo");
    await()
        .atMost(SOON)
        .until(
            () ->
                db.sql(
                            "select count(*) as n from source_poll where source = ? and page is not null")
                        .param(name)
                        .query(Integer.class)
                        .single()
                    == 1);
    return name;
  }

  private static void does(SimulatedRecord person, int type) {
    MARKETO
        .records()
        .add(
            "activities",
            Map.of(
                "leadId", person.id(), "activityTypeId", String.valueOf(type), "page", "/pricing"),
            Clock.systemUTC().instant());
  }

  private SimulatedRecord person() {
    Map<String, String> ada = Map.of("email", email, "firstName", "Ada", "company", "Acme");
    return MARKETO.records().add("people", ada, Clock.systemUTC().instant());
  }

  private List<String> types(String source) {
    return db.sql(
            """
            select s.type from signal s join lead l on l.id = s.lead_id
            where s.sender = ? and l.email = ? order by s.id
            """)
        .param("source:" + source)
        .param(email)
        .query(String.class)
        .list();
  }

  /** It is this source's turn now instead of after fifteen seconds. */
  private void takesItsTurn(String source) {
    db.sql("update source_poll set asked_at = ? where source = ?")
        .param(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1))
        .param(source)
        .update();
  }

  private void heard(String source, String... types) {
    takesItsTurn(source);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              listenTo("marketo");
              assertThat(types(source)).containsExactly(types);
            });
  }

  /** Somebody asks once more, and all that came is done with. */
  private void askedAgain(String source) {
    takesItsTurn(source);
    String asked = "select asked_at from source_poll where source = ?";
    OffsetDateTime before = db.sql(asked).param(source).query(OffsetDateTime.class).single();
    listenTo("marketo");
    await()
        .atMost(SOON)
        .until(
            () ->
                db.sql(asked).param(source).query(OffsetDateTime.class).single().isAfter(before)
                    && db.sql("select count(*) as n from source_payload where retry_at is not null")
                            .query(Integer.class)
                            .single()
                        == 0);
  }

  @Test
  void what_people_do_there_comes_page_by_page_in_order_and_once() {
    String source = source();
    SimulatedRecord person = person();
    for (int type : List.of(1, 13, 10, 11, 2)) {
      does(person, type);
    }

    heard(source, "page_view", "email_opened", "email_clicked", "form_submitted");
    askedAgain(source);
    heard(source, "page_view", "email_opened", "email_clicked", "form_submitted");
    assertThat(
            db.sql("select state from source_payload where source = ?")
                .param(source)
                .query(String.class)
                .list())
        .containsExactly("RECORDED", "RECORDED");
    baton.as("marc").send("DELETE", "/api/sources/" + source, null, "").is(204);
    assertThat(
            db.sql("select count(*) as n from source_poll where source = ?")
                .param(source)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void a_page_is_kept_with_where_it_ended_or_not_at_all() {
    String source = source();
    SignalSource known = sources.find(source).orElseThrow();

    assertThatThrownBy(
            () ->
                intake.pull(
                    known,
                    "{\"result\": []}",
                    () -> {
                      throw new IllegalStateException("the page can't be noted");
                    }))
        .hasMessage("the page can't be noted");

    assertThat(
            db.sql("select count(*) as n from source_payload where source = ?")
                .param(source)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @Tag("nightly")
  void what_a_crash_left_unrecorded_is_recorded_and_nothing_counts_twice() {
    String source = source();
    does(person(), 1);
    heard(source, "page_view");
    db.sql("update source_payload set state = 'WAITING', retry_at = ?, tries = 0 where source = ?")
        .param(OffsetDateTime.parse("2020-01-01T00:00:00Z"))
        .param(source)
        .update();

    await()
        .atMost(SOON)
        .until(
            () ->
                db.sql("select state from source_payload where source = ?")
                    .param(source)
                    .query(String.class)
                    .single()
                    .equals("REPEATED"));

    heard(source, "page_view");
  }

  @Test
  @Tag("nightly")
  void a_page_that_is_not_known_there_any_more_is_asked_for_by_its_time() {
    String source = source();
    does(person(), 1);
    heard(source, "page_view");
    db.sql("update source_poll set page = 'of-another-day' where source = ?")
        .param(source)
        .update();
    does(there(MARKETO, email), 10);

    heard(source, "page_view", "email_opened");
  }

  @Test
  @Tag("nightly")
  void activities_survive_faults_and_a_token_that_expires() {
    String source = source();
    SimulatedRecord person = person();
    MARKETO
        .faults()
        .next(Fault.EXPIRED_TOKEN, Fault.LOST_ANSWER, Fault.ERROR_INSIDE, Fault.TOO_MANY);
    for (int type : List.of(1, 10, 11, 2, 3)) {
      does(person, type);
    }

    await()
        .atMost(SOON.multipliedBy(3))
        .untilAsserted(
            () ->
                assertThat(types(source))
                    .containsExactly(
                        "page_view",
                        "email_opened",
                        "email_clicked",
                        "form_submitted",
                        "email_clicked"));
  }

  @Test
  void more_kinds_of_activities_than_it_takes_in_a_call_are_refused() {
    Map<String, String> many = new TreeMap<>();
    for (int type = 1; type <= 11; type++) {
      many.put(String.valueOf(type), "page_view");
    }
    Map<String, Object> rule = Map.of("field", "type", "path", "activityTypeId", "map", many);

    baton
        .as("marc")
        .send(
            "PUT",
            "/api/sources/too-many",
            HttpCaller.OBJECT,
            HttpCaller.json(
                Map.of(
                    "kind", "marketo", "secret", "a-secret-of-its-own", "mapping", List.of(rule))))
        .isProblem(422, "mapping");
  }
}
