package dev.baton.connect.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.demo.crm.SimulatedFaults.Fault;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import dev.baton.demo.crm.SimulatedVendor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Leads and their deals on both sides, HubSpot's with its faults, on one database. */
abstract class HubSpotJourney extends CrmJourney {
  private static final SimulatedSystem HUBSPOT =
      new SimulatedSystem(SimulatedVendor.HUBSPOT, 0, Clock.systemUTC());

  HubSpotJourney() {
    super(HUBSPOT, "hubspot");
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("baton.connect.hubspot.api-url", HUBSPOT::url);
    settings.add("baton.connect.hubspot.client-id", () -> "baton");
    settings.add("baton.connect.hubspot.client-secret", () -> "between-us");
  }

  @Override
  SimulatedRecord contact(String address) {
    return HUBSPOT.records().find("contacts", "email", address).orElseThrow();
  }

  private static List<String> notes(SimulatedRecord contact) {
    return HUBSPOT.records().associated(contact.id(), "notes").stream()
        .map(id -> HUBSPOT.records().find("notes", "id", id).orElseThrow())
        .map(note -> note.value("hs_note_body"))
        .toList();
  }

  private SimulatedRecord deal(String lead) {
    String handoff = leads.handoff(lead).at("/id").asText();
    return HUBSPOT.records().find("deals", "baton_handoff_id", handoff).orElseThrow();
  }

  @Override
  List<SimulatedRecord> contacts() {
    return HUBSPOT.records().all("contacts").stream()
        .filter(one -> one.value("email").endsWith(company))
        .toList();
  }

  @Override
  void mergeThere(SimulatedRecord into, SimulatedRecord other) {
    HUBSPOT.records().merge(into.id(), other.id(), Instant.now());
  }

  @Override
  void loseThere(String lead, String reason) {
    HUBSPOT
        .records()
        .change(
            "deals",
            deal(lead).id(),
            Map.of("dealstage", "closedlost", "closed_lost_reason", reason),
            Instant.now());
  }

  @Test
  void a_lead_goes_from_its_first_form_to_a_won_deal_on_both_sides() {
    int echoes = echoes();
    String lead = lead(email);
    String owner = leads.handoff(lead).at("/owner").asText();
    settled();
    assertThat(contact().value("lifecyclestage")).isEqualTo("marketingqualifiedlead");
    assertThat(contact().value("hs_lead_status")).isEqualTo("OPEN");
    assertThat(contact().value("firstname")).isEqualTo("Ada");
    assertThat(contact().value("baton_lead_id")).isEqualTo(lead);
    assertThat(contact().value("hubspot_owner_id"))
        .isEqualTo("owner-%s@baton.example".formatted(owner));
    assertThat(notes(contact())).hasSize(1);
    assertThat(notes(contact()).get(0)).contains("Handed to " + owner, "+30");

    leads.openDeal(lead);
    settled();
    assertThat(contact().value("lifecyclestage")).isEqualTo("opportunity");
    assertThat(deal(lead).value("dealstage")).isEqualTo("qualifiedtobuy");
    assertThat(deal(lead).value("amount")).isEqualTo("12500.00");
    assertThat(deal(lead).value("deal_currency_code")).isEqualTo("EUR");
    leads.answer(lead, "outcome", Map.of("outcome", "won", "value", 13000));
    settled();
    listen();

    assertThat(contact().value("lifecyclestage")).isEqualTo("customer");
    assertThat(deal(lead).value("dealstage")).isEqualTo("closedwon");
    assertThat(HUBSPOT.records().associated(contact().id(), "deals")).hasSize(1);
    assertThat(HUBSPOT.records().associated(contact().id(), "companies")).hasSize(1);
    assertThat(notes(contact())).anyMatch(note -> note.contains("Handoff ended: won"));
    assertThat(echoes()).isEqualTo(echoes);
    assertThat(conflicts(lead)).isEmpty();
  }

  @Test
  void a_rejected_lead_goes_back_there_too_with_its_reason() {
    String lead = lead(email);
    leads.reject(lead);
    settled();

    assertThat(contact().value("lifecyclestage")).isEqualTo("lead");
    assertThat(contact().value("hs_lead_status")).isEqualTo("BAD_TIMING");
    assertThat(notes(contact()))
        .anyMatch(
            note ->
                note.contains("Handoff ended: rejected") && note.contains("Only &lt;looking&gt;"));
  }

  @Test
  void what_the_crm_owns_is_taken_over_and_what_is_ours_is_a_conflict() {
    String lead = lead(email);
    leads.handoff(lead);
    settled();
    int changes = contact().changes();
    HUBSPOT
        .records()
        .change(
            "contacts",
            contact().id(),
            Map.of("jobtitle", "VP Sales", "lifecyclestage", "customer"),
            Instant.now());
    listen();

    assertThat(
            db.sql(
                    """
                    select content from profile_value where lead_id = :lead and field = 'jobTitle'
                    """)
                .param("lead", lead)
                .query(String.class)
                .list())
        .containsExactly("VP Sales");
    assertThat(conflicts(lead)).containsExactly("contact.stage");
    assertThat(admin.get("/connections").is(200).text()).contains("customer");
    listen();
    assertThat(contact().changes()).isEqualTo(changes + 1);

    leads.reject(lead);
    settled();
    assertThat(contact().value("lifecyclestage")).isEqualTo("lead");
    assertThat(contact().value("jobtitle")).isEqualTo("VP Sales");
  }

  @Test
  void a_deal_that_is_won_there_is_won_here() {
    String lead = lead(email);
    leads.openDeal(lead);
    settled();

    HUBSPOT
        .records()
        .change(
            "deals",
            deal(lead).id(),
            Map.of("dealstage", "closedwon", "amount", "20000"),
            Instant.now());
    listen();

    JsonNode won =
        baton
            .as("mona")
            .await("/api/leads/" + lead, l -> l.at("/stage").asText().equals("CUSTOMER"));
    assertThat(won.at("/handoff/result").asText()).isEqualTo("won");
    settled();
    assertThat(contact().value("lifecyclestage")).isEqualTo("customer");
    assertThat(deal(lead).value("dealstage")).isEqualTo("closedwon");
  }

  @Test
  void a_record_that_cannot_be_taken_over_is_shown_and_keeps_no_other_back() {
    String odd = lead("odd." + email);
    String unknown = lead("unknown." + email);
    String good = lead(email);
    List<String> all = List.of(odd, unknown, good);
    all.forEach(leads::openDeal);
    settled();
    db.sql(
            "update connected_record set local_id = 'of-nobody' where lower(kind) = 'deal' and lead_id = ?")
        .param(unknown)
        .update();

    for (String lead : all) {
      String amount = lead.equals(odd) ? "12.000,50 €" : "20000";
      HUBSPOT
          .records()
          .change(
              "deals",
              deal(lead).id(),
              Map.of("dealstage", "closedwon", "amount", amount),
              Instant.now());
    }
    listen();

    baton.as("mona").await("/api/leads/" + good, l -> l.at("/stage").asText().equals("CUSTOMER"));
    assertThat(conflicts(odd)).contains("deal.stage");
    assertThat(conflicts(unknown)).contains("deal.record");
    assertThat(admin.get("/connections").is(200).text()).contains("NoSuchElementException");
    db.sql("delete from connected_record where local_id = 'of-nobody'").update();
  }

  @Test
  void a_lead_that_is_given_to_another_rep_there_is_theirs_here() {
    String lead = lead(email);
    String other = leads.handoff(lead).at("/owner").asText().equals("rita") ? "ben" : "rita";
    settled();

    owned("owner-%s@baton.example".formatted(other));
    listen();

    baton
        .as("mona")
        .await("/api/leads/" + lead, l -> l.at("/handoff/owner").asText().equals(other));
    settled();
    listen();
    assertThat(contact().value("hubspot_owner_id"))
        .isEqualTo("owner-%s@baton.example".formatted(other));
    assertThat(notes(contact())).anyMatch(note -> note.contains("Handed to " + other));
    assertThat(conflicts(lead)).isEmpty();
    owned("owner-stranger@else.example");
    listen();
    assertThat(leads.handoff(lead).at("/owner").asText()).isEqualTo(other);
    assertThat(conflicts(lead)).containsExactly("contact.owner");
  }

  private void owned(String owner) {
    HUBSPOT
        .records()
        .change("contacts", contact().id(), Map.of("hubspot_owner_id", owner), Instant.now());
  }

  @Test
  void an_erased_person_is_erased_there_and_comes_back_from_nowhere() {
    String lead = lead(email);
    leads.handoff(lead);
    settled();
    String id = contact().id();

    baton.as("marc").post("/api/leads/%s/erase".formatted(lead), Map.of("reason", "asked")).is(200);
    settled();
    listen();

    assertThat(HUBSPOT.records().find("contacts", "id", id)).isEmpty();
    assertThat(
            db.sql("select count(*) as n from connected_record where lead_id = :lead")
                .param("lead", lead)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            db.sql("select count(*) as n from lead where email = :email")
                .param("email", email)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void two_records_that_are_one_person_are_one_contact() {
    String lead = lead(email);
    String other = lead("a.lovelace@" + company);
    leads.handoff(lead);
    leads.handoff(other);
    settled();

    baton.as("mona").post("/api/leads/%s/merge".formatted(other), Map.of("into", lead)).is(200);
    settled();

    assertThat(
            HUBSPOT.records().all("contacts").stream()
                .filter(one -> one.value("email").endsWith(company)))
        .hasSize(1);
    assertThat(contact().value("baton_lead_id")).isEqualTo(lead);
  }

  @Test
  void a_token_that_expires_in_the_middle_is_had_anew() {
    lead("first." + email);
    settled();
    int logins = HUBSPOT.logins();
    HUBSPOT.faults().next(Fault.EXPIRED_TOKEN);

    String lead = lead(email);
    leads.handoff(lead);
    settled();

    assertThat(HUBSPOT.logins()).isEqualTo(logins + 1);
    assertThat(contact().value("lifecyclestage")).isEqualTo("marketingqualifiedlead");
  }

  @Test
  @Tag("nightly")
  void after_all_faults_and_an_outage_both_are_equal_and_nothing_is_there_twice() {
    int echoes = echoes();
    HUBSPOT
        .faults()
        .next(Fault.TOO_MANY_WITH_REST, Fault.LOST_ANSWER, Fault.ERROR_INSIDE, Fault.LOST_ANSWER);
    HUBSPOT.faults().share(0.05);
    List<String> leads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      leads.add(lead("lead%d.%s".formatted(i, email)));
    }
    HUBSPOT.faults().down(true);
    leads.subList(0, 8).forEach(this.leads::reject);
    leads.subList(8, 12).forEach(this.leads::openDeal);
    HUBSPOT.faults().down(false);
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> admin.get("/api/connections/hubspot").at("/waiting").asInt() == 0);
    HUBSPOT.faults().share(0);
    settled();
    listen();

    for (int i = 0; i < leads.size(); i++) {
      String address = "lead%d.%s".formatted(i, email);
      SimulatedRecord contact = contact(address);
      boolean rejected = i < 8;
      assertThat(contact.value("lifecyclestage")).isEqualTo(rejected ? "lead" : "opportunity");
      assertThat(notes(contact))
          .as(address)
          .doesNotHaveDuplicates()
          .hasSize(rejected ? 2 : notes(contact).size());
      assertThat(
              HUBSPOT.records().all("contacts").stream()
                  .filter(one -> one.value("email").equals(address)))
          .hasSize(1);
      if (!rejected) {
        assertThat(HUBSPOT.records().associated(contact.id(), "deals")).hasSize(1);
      }
    }
    assertThat(
            HUBSPOT.records().all("companies").stream()
                .filter(one -> one.value("domain").equals(company)))
        .hasSize(1);
    assertThat(echoes()).isEqualTo(echoes);
    leads.forEach(lead -> assertThat(conflicts(lead)).isEmpty());
  }
}
