package dev.baton.connect.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.connect.ConnectedJourney;
import dev.baton.demo.crm.SimulatedFaults.Fault;
import dev.baton.demo.crm.SimulatedPhones;
import dev.baton.demo.crm.SimulatedPhones.Listener;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import dev.baton.demo.crm.SimulatedVendor;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.Suppressions;
import dev.baton.sql.Sql;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What leads read on WhatsApp and write back, with a simulated one and its faults. */
abstract class WhatsAppJourney extends ConnectedJourney {
  static final SimulatedSystem WHATSAPP =
      new SimulatedSystem(SimulatedVendor.WHATSAPP, 0, Clock.systemUTC());

  private static final String ACCOUNT = "106540352242922";
  private static final String SECRET = "between-us-and-meta";
  private static final Pattern TIME = Pattern.compile("name=\"at\" value=\"([^\"]+)\"");
  private static final AtomicInteger NUMBERS = new AtomicInteger(101);

  private final String phone = "+4930%d11".formatted(1_000_000 + NUMBERS.incrementAndGet());
  @Autowired private Suppressions suppressions;
  @Autowired private Leads records;
  private SimulatedPhones phones;

  WhatsAppJourney() {
    super(Map.of("whatsapp", WHATSAPP));
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("baton.connect.whatsapp.api-url", WHATSAPP::url);
    settings.add("baton.connect.whatsapp.token", () -> SimulatedSystem.TOKEN);
    settings.add("baton.connect.whatsapp.account", () -> ACCOUNT);
    settings.add("baton.connect.whatsapp.client-secret", () -> SECRET);
    settings.add("baton.connect.whatsapp.verify-token", () -> "ours");
  }

  @BeforeEach
  void hear(@LocalServerPort int port) {
    phones = phones(port, SECRET);
  }

  private static SimulatedPhones phones(int port, String secret) {
    URI webhook = URI.create("http://localhost:%d/whatsapp/webhook".formatted(port));
    return new SimulatedPhones(WHATSAPP, new Listener(webhook, ACCOUNT, secret));
  }

  private String lead(Object consent, String number) {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", email);
    lead.put("firstName", "Ada");
    lead.put("lastName", "Lovelace");
    lead.put("companySize", 120);
    lead.put("country", "DE");
    if (number != null) {
      lead.put("phone", number);
    }
    if (consent != null) {
      lead.put("consent", Map.of("whatsapp", consent));
    }
    String id = leads.ask(lead, Map.of());
    leads.handoff(id);
    return id;
  }

  /** A lead that has read who looks after it. */
  private String written() {
    String lead = lead(true, phone);
    settled();
    assertThat(messages()).hasSize(1);
    return lead;
  }

  private List<SimulatedRecord> messages() {
    return WHATSAPP.records().all("messages").stream()
        .filter(one -> one.value("to").equals(phone))
        .toList();
  }

  private JsonNode of(String lead) {
    return baton.as("mona").get("/api/leads/" + lead).is(200).json();
  }

  private List<String> story(String lead) {
    return of(lead).at("/timeline").findParents("what").stream()
        .filter(entry -> entry.at("/what").asText().equals("whatsapp"))
        .map(entry -> entry.at("/detail").asText())
        .toList();
  }

  private String consent(String lead) {
    return Profile.of(records.profileLog(lead), Instant.now())
        .get("consent.whatsapp")
        .orElseThrow();
  }

  private List<String> signals(String lead) {
    return db.sql("select type from signal where lead_id = ? and sender = 'whatsapp' order by id")
        .param(lead)
        .query(String.class)
        .list();
  }

  private void nothing_is_written_because(String why) {
    settled();
    assertThat(messages()).isEmpty();
    assertThat(state("whatsapp").at("/terms/notSent").toString()).contains(why);
    assertThat(admin.get("/connections").is(200).text()).contains(why);
  }

  @Test
  void who_asks_for_sales_and_consents_reads_once_who_looks_after_them() {
    String lead = lead(true, "0049 30 " + phone.substring(5));
    settled();

    SimulatedRecord message = messages().get(0);
    assertThat(messages()).hasSize(1);
    assertThat(message.value("template")).isEqualTo("baton_owner");
    assertThat(message.value("language")).isEqualTo("de");
    assertThat(message.value("text")).matches("\\w+ · http.*/book/[\\w-]+");
    assertThat(story(lead)).containsExactly("Written to on WhatsApp: baton_owner (de), sent");

    admin
        .send(
            "POST",
            "/api/connections/whatsapp/replay",
            HttpCaller.OBJECT,
            HttpCaller.json(Map.of("from", Instant.now().minusSeconds(3600).toString())))
        .is(200);
    settled();
    assertThat(messages()).hasSize(1);
  }

  @Test
  void without_consent_nothing_is_ever_written() {
    lead(null, phone);
    nothing_is_written_because("has not consented to WhatsApp");
  }

  @Test
  void a_number_without_its_country_is_nobodys() {
    lead(true, "030 1234567");
    nothing_is_written_because("no phone number with its country");
  }

  @Test
  void consent_that_is_withdrawn_before_it_is_sent_counts() {
    admin.send("POST", "/api/connections/whatsapp/pause", null, "").is(200);
    lead(true, phone);
    leads.withdraw(email, "whatsapp");
    admin.send("POST", "/api/connections/whatsapp/resume", null, "").is(200);
    nothing_is_written_because("has not consented to WhatsApp");
  }

  @Test
  void who_is_not_to_be_contacted_reads_nothing() {
    admin.send("POST", "/api/connections/whatsapp/pause", null, "").is(200);
    String lead = lead(true, phone);
    suppressions.suppress(lead, "asked", "mona", Instant.now());
    admin.send("POST", "/api/connections/whatsapp/resume", null, "").is(200);
    nothing_is_written_because("not to be contacted");
  }

  @Test
  void a_number_on_no_phone_holds_up_nobody() {
    lead(true, "+49301234500");
    settled();
    assertThat(state("whatsapp").at("/terms/notSent").toString())
        .contains("nobody on WhatsApp can be reached at this number (131026)");
  }

  @Test
  void a_meeting_is_confirmed_changed_and_reminded_of_as_it_stands() {
    String lead = lead(true, phone);
    String url =
        baton
            .as("mona")
            .post("/api/leads/" + lead + "/booking-link", "")
            .is(201)
            .at("/url")
            .asText();
    String link = URI.create(url).getPath();
    Matcher times = TIME.matcher(baton.get(link).is(200).text());
    assertThat(times.find()).isTrue();
    baton
        .send(
            "POST",
            link,
            "application/x-www-form-urlencoded",
            "act=book&zone=Asia%2FKolkata&at=" + times.group(1).replace(":", "%3A"))
        .is(303);
    settled();

    SimulatedRecord booked = messages().get(1);
    assertThat(booked.value("template")).isEqualTo("baton_meeting_booked");
    assertThat(booked.value("text"))
        .matches("\\w+ · \\w+tag, .*\\(Asia/Kolkata\\) · http.*/book/.*");
    assertThat(state("whatsapp").at("/lag").asLong()).isZero();

    baton
        .send(
            "POST", link, "application/x-www-form-urlencoded", "act=cancel&zone=Asia%2FKolkata&at=")
        .is(303);
    settled();
    assertThat(messages()).hasSize(3);
    assertThat(messages().get(2).value("template")).isEqualTo("baton_meeting_cancelled");

    // the reminder of what was cancelled is due
    db.sql(
            """
            update outbound_message set next_attempt_at = recorded_at, occurred_at = :now,
              recorded_at = :now
            where lead_id = :lead and state = 'pending'
            """)
        .param("now", Sql.timestamp(Instant.now()))
        .param("lead", lead)
        .update();
    settled();
    assertThat(messages()).hasSize(3);
  }

  @Test
  void an_ill_whatsapp_loses_nothing_and_says_nothing_twice() {
    WHATSAPP.faults().next(Fault.ERROR_INSIDE, Fault.INTERNAL_ERROR, Fault.TOO_MANY_WITH_REST);
    lead(true, phone);
    await().atMost(SOON).until(() -> !state("whatsapp").at("/lastError/text").asText().isEmpty());
    settled();
    assertThat(messages()).hasSize(1);
  }

  @Test
  void a_token_that_is_refused_holds_all_and_costs_no_message() {
    WHATSAPP.faults().next(Fault.REFUSED_TOKEN);
    lead(true, phone);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(state("whatsapp").at("/lastError/text").asText())
                    .contains("its token isn't good any more (190)"));
    settled();
    assertThat(messages()).hasSize(1);
  }

  @Test
  void an_answer_that_is_lost_is_told_by_the_state_and_nothing_is_said_twice() {
    WHATSAPP.faults().next(Fault.LOST_ANSWER);
    lead(true, phone);
    await().atMost(SOON).until(() -> messages().size() == 1);
    assertThat(phones.state(messages().get(0), "delivered", 0)).isEqualTo(200);
    settled();
    assertThat(messages()).hasSize(1);
  }

  @Test
  void a_test_says_whether_it_takes_our_calls() {
    assertThat(admin.send("POST", "/api/connections/whatsapp/test", null, "").is(200).text())
        .contains("\"works\":true");
    WHATSAPP.faults().next(Fault.REFUSED_TOKEN);
    assertThat(admin.send("POST", "/api/connections/whatsapp/test", null, "").is(200).text())
        .contains("190");
  }

  @Test
  void states_come_in_any_order_and_none_goes_back() {
    String lead = written();
    SimulatedRecord message = messages().get(0);
    for (String state : List.of("read", "delivered", "sent", "read", "failed", "unheard-of")) {
      assertThat(phones.state(message, state, 0)).isEqualTo(200);
    }
    assertThat(story(lead)).containsExactly("Written to on WhatsApp: baton_owner (de), read");
  }

  @Test
  void what_did_not_arrive_says_why() {
    String lead = written();
    phones.state(messages().get(0), "failed", 131026);
    assertThat(story(lead))
        .containsExactly(
            "Written to on WhatsApp: baton_owner (de), failed: nobody on WhatsApp can be reached at"
                + " this number (131026)");
  }

  @Test
  void a_reply_is_a_signal_and_a_contact_of_the_owner_once() {
    String lead = written();
    String id = "wamid.in-" + company;
    for (int time = 0; time < 3; time++) {
      assertThat(phones.write(id, phone, "Tomorrow suits me <b>well</b>")).isEqualTo(200);
    }

    assertThat(signals(lead)).containsExactly("whatsapp_replied");
    assertThat(story(lead)).contains("Wrote back on WhatsApp");
    assertThat(
            db.sql(
                    """
                    select t.kind || ' ' || t.outcome || ' ' || t.counts_as from touch t
                      join handoff h on h.id = t.handoff_id where h.lead_id = ?
                    """)
                .param(lead)
                .query(String.class)
                .list())
        .containsExactly("message replied contact");
    String owner = of(lead).at("/handoff/owner").asText();
    assertThat(
            db.sql(
                    """
                    select recipient || ' ' || subject from notice
                    where lead_id = ? and kind = 'whatsapp_reply'
                    """)
                .param(lead)
                .query(String.class)
                .list())
        .isNotEmpty()
        .allMatch(told -> told.equals(owner + " Answered on WhatsApp: Ada Lovelace"));
  }

  @Test
  void a_word_that_opts_out_counts_at_once_is_confirmed_and_ends_all() {
    String lead = written();
    for (int time = 0; time < 2; time++) {
      assertThat(phones.write("wamid.stop-" + company, phone, "Stopp!")).isEqualTo(200);
    }
    assertThat(consent(lead)).isEqualTo("false");
    assertThat(signals(lead)).containsExactly("identified");
    settled();
    assertThat(messages()).hasSize(2);
    assertThat(messages().get(1).value("text"))
        .isEqualTo("Sie erhalten von uns keine Nachrichten mehr über WhatsApp.");
    assertThat(story(lead)).contains("Written to on WhatsApp: confirmation of the opt-out, sent");
  }

  @Test
  void who_stops_it_at_whatsapp_itself_has_withdrawn() {
    String lead = written();
    for (int time = 0; time < 2; time++) {
      assertThat(phones.state(messages().get(0), "failed", 131050)).isEqualTo(200);
    }
    assertThat(consent(lead)).isEqualTo("false");
    settled();
    assertThat(messages()).hasSize(1);
  }

  @Test
  void an_opt_out_counts_for_every_lead_of_its_number_written_to_or_not() {
    String lead = written();
    List<String> others = List.of(somebodyElse("one", phone), somebodyElse("two", national(phone)));
    String elsewhere = somebodyElse("three", phone + "7");

    assertThat(phones.write("wamid.all-" + company, phone, "stop")).isEqualTo(200);

    assertThat(consent(lead)).isEqualTo("false");
    assertThat(others.stream().map(this::consent)).containsExactly("false", "false");
    assertThat(consent(elsewhere)).isEqualTo("true");
    settled();
    assertThat(messages()).hasSize(2);
  }

  @Test
  void who_was_never_written_to_opts_out_too() {
    String lead = somebodyElse("one", phone);

    assertThat(phones.write("wamid.early-" + company, phone, "stop")).isEqualTo(200);

    assertThat(consent(lead)).isEqualTo("false");
  }

  private String somebodyElse(String name, String number) {
    Map<String, Object> lead =
        Map.of("email", name + "-" + email, "phone", number, "consent", Map.of("whatsapp", true));
    return admin
        .post("/api/signals", Map.of("type", "page_view", "lead", lead))
        .is(200)
        .json()
        .at("/lead/id")
        .asText();
  }

  /** As somebody in another country writes it. */
  private static String national(String number) {
    return "00%s (0)%s / %s"
        .formatted(number.substring(1, 3), number.substring(3, 6), number.substring(6));
  }

  @Test
  void what_no_database_can_hold_is_not_sent_for_ever() {
    String lead = written();
    for (String id : List.of("w".repeat(5000), "wamid.\u0000" + company)) {
      assertThat(phones.write(id, phone, "Hello")).isEqualTo(200);
    }
    assertThat(phones.write("wamid.good-" + company, phone, "Hello")).isEqualTo(200);
    assertThat(signals(lead)).contains("whatsapp_replied");
  }

  @Test
  void of_whom_was_never_written_to_nothing_is_kept() {
    int before = db.sql("select count(*) from whatsapp_message").query(Integer.class).single();
    WHATSAPP.records().all("messages");
    written();
    assertThat(phones.write("wamid.stranger", "+447700900123", "Hello")).isEqualTo(200);
    assertThat(db.sql("select count(*) from whatsapp_message").query(Integer.class).single())
        .isEqualTo(before + 1);
  }

  @Test
  void what_is_not_signed_by_the_application_is_refused(@LocalServerPort int port) {
    String lead = written();
    assertThat(phones(port, "guessed").write("wamid.forged", phone, "STOP")).isEqualTo(401);
    assertThat(consent(lead)).isEqualTo("true");
    baton.send("POST", "/whatsapp/webhook", HttpCaller.OBJECT, "{}").isProblem(401);
  }

  @Test
  void metas_challenge_is_answered_to_who_knows_our_token() {
    String path = "/whatsapp/webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    assertThat(baton.get(path + "ours").is(200).text()).isEqualTo("1158201444");
    baton.get(path + "theirs").isProblem(401);
    baton.get("/whatsapp/webhook").isProblem(401);
  }

  @Test
  void an_erasure_takes_number_and_replies() {
    String lead = written();
    phones.write("wamid.gone-" + company, phone, "Please erase me");
    admin.post("/api/leads/" + lead + "/erase", Map.of("reason", "asked")).is(200);
    assertThat(
            db.sql("select count(*) from whatsapp_message where lead_id = ?")
                .param(lead)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(phones.write("wamid.later-" + company, phone, "Hello?")).isEqualTo(200);
    assertThat(signals(lead)).hasSize(1);
  }
}
