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

/** Leads and their deals on both sides, Salesforce's with its faults, on one database. */
abstract class SalesforceJourney extends CrmJourney {
  private static final SimulatedSystem SALESFORCE =
      new SimulatedSystem(SimulatedVendor.SALESFORCE, 0, Clock.systemUTC());

  SalesforceJourney() {
    super(SALESFORCE, "salesforce");
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("baton.connect.salesforce.login-url", SALESFORCE::url);
    settings.add("baton.connect.salesforce.client-id", () -> "baton");
    settings.add("baton.connect.salesforce.client-secret", () -> "between-us");
  }

  @Override
  SimulatedRecord contact(String address) {
    return SALESFORCE.records().find("Contact", "Email", address).orElseThrow();
  }

  private static List<String> notes(SimulatedRecord contact) {
    return SALESFORCE.records().all("Task").stream()
        .filter(task -> task.value("WhoId").equals(contact.id()))
        .map(task -> task.value("Description"))
        .toList();
  }

  private SimulatedRecord deal(String lead) {
    String handoff = leads.handoff(lead).at("/id").asText();
    return SALESFORCE.records().find("Opportunity", "Baton_Handoff_Id__c", handoff).orElseThrow();
  }

  @Override
  List<SimulatedRecord> contacts() {
    return SALESFORCE.records().all("Contact").stream()
        .filter(one -> one.value("Email").endsWith(company))
        .toList();
  }

  @Override
  void mergeThere(SimulatedRecord into, SimulatedRecord other) {
    SALESFORCE.records().mergeDeleting("Contact", into.id(), other.id(), Instant.now());
  }

  @Override
  void loseThere(String lead, String reason) {
    SALESFORCE
        .records()
        .change(
            "Opportunity",
            deal(lead).id(),
            Map.of("StageName", "Closed Lost", "Loss_Reason__c", reason),
            Instant.now());
  }

  @Test
  void a_lead_goes_from_its_first_form_to_a_won_opportunity_on_both_sides() {
    int echoes = echoes();
    String lead = lead(email);
    String owner = leads.handoff(lead).at("/owner").asText();
    settled();
    assertThat(contact().value("Baton_Stage__c")).isEqualTo("MQL");
    assertThat(contact().value("Baton_Lead_Id__c")).isEqualTo(lead);
    assertThat(contact().value("LastName")).isEqualTo("Lovelace");
    SimulatedRecord user =
        SALESFORCE.records().find("User", "Email", owner + "@baton.example").orElseThrow();
    assertThat(contact().value("OwnerId")).isEqualTo(user.id());
    assertThat(notes(contact())).hasSize(1);
    assertThat(notes(contact()).get(0)).contains("Handed to " + owner, "+30");

    leads.openDeal(lead);
    settled();
    assertThat(deal(lead).value("StageName")).isEqualTo("Qualification");
    assertThat(deal(lead).value("Amount")).isEqualTo("12500.0");
    leads.answer(lead, "outcome", Map.of("outcome", "won", "value", 13000));
    settled();
    listen();

    assertThat(contact().value("Baton_Stage__c")).isEqualTo("Customer");
    assertThat(contact().value("AccountId"))
        .isEqualTo(
            SALESFORCE
                .records()
                .find("Account", "Baton_Domain__c", company)
                .map(SimulatedRecord::id)
                .orElseThrow());
    assertThat(deal(lead).value("StageName")).isEqualTo("Closed Won");
    assertThat(
            SALESFORCE.records().all("OpportunityContactRole").stream()
                .filter(role -> role.value("ContactId").equals(contact().id())))
        .hasSize(1);
    assertThat(notes(contact())).anyMatch(note -> note.contains("Handoff ended: won"));
    assertThat(echoes()).isEqualTo(echoes);
    assertThat(conflicts(lead)).isEmpty();
  }

  @Test
  void what_the_crm_owns_is_taken_over_and_a_deal_that_is_lost_there_is_lost_here() {
    String lead = lead(email);
    leads.openDeal(lead);
    settled();
    SALESFORCE
        .records()
        .change("Contact", contact().id(), Map.of("Title", "VP Sales"), Instant.now());
    SALESFORCE
        .records()
        .change("Opportunity", deal(lead).id(), Map.of("StageName", "Closed Lost"), Instant.now());
    listen();

    JsonNode lost =
        baton
            .as("mona")
            .await("/api/leads/" + lead, l -> l.at("/handoff/state").asText().equals("CLOSED"));
    assertThat(lost.at("/handoff/result").asText()).isEqualTo("lost");
    assertThat(
            db.sql(
                    """
                    select content from profile_value where lead_id = :lead and field = 'jobTitle'
                    """)
                .param("lead", lead)
                .query(String.class)
                .list())
        .containsExactly("VP Sales");
    settled();
    assertThat(contact().value("Baton_Stage__c")).isEqualTo("Recycled");
    assertThat(contact().value("Title")).isEqualTo("VP Sales");
  }

  @Test
  void an_erased_person_is_erased_there_with_what_is_noted() {
    String lead = lead(email);
    leads.reject(lead);
    settled();
    String id = contact().id();
    assertThat(notes(contact())).hasSize(2);

    baton.as("marc").post("/api/leads/%s/erase".formatted(lead), Map.of("reason", "asked")).is(200);
    settled();
    listen();

    assertThat(SALESFORCE.records().find("Contact", "id", id)).isEmpty();
    assertThat(SALESFORCE.records().all("Task")).noneMatch(task -> task.value("WhoId").equals(id));
  }

  @Test
  @Tag("nightly")
  void after_all_faults_and_an_outage_both_are_equal_and_nothing_is_there_twice() {
    int echoes = echoes();
    int logins = SALESFORCE.logins();
    SALESFORCE
        .faults()
        .next(
            Fault.TOO_MANY_WITH_REST,
            Fault.LOST_ANSWER,
            Fault.ERROR_INSIDE,
            Fault.EXPIRED_TOKEN,
            Fault.LOST_ANSWER);
    SALESFORCE.faults().share(0.05);
    List<String> leads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      leads.add(lead("lead%d.%s".formatted(i, email)));
    }
    SALESFORCE.faults().down(true);
    leads.subList(0, 5).forEach(this.leads::reject);
    leads.subList(5, 8).forEach(this.leads::openDeal);
    SALESFORCE.faults().down(false);
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> admin.get("/api/connections/salesforce").at("/waiting").asInt() == 0);
    SALESFORCE.faults().share(0);
    settled();
    listen();

    for (int i = 0; i < leads.size(); i++) {
      String address = "lead%d.%s".formatted(i, email);
      SimulatedRecord contact = contact(address);
      assertThat(contact.value("Baton_Stage__c")).isEqualTo(i < 5 ? "Recycled" : "Opportunity");
      assertThat(notes(contact)).as(address).doesNotHaveDuplicates().isNotEmpty();
      assertThat(
              SALESFORCE.records().all("Contact").stream()
                  .filter(one -> one.value("Email").equals(address)))
          .hasSize(1);
    }
    assertThat(
            SALESFORCE.records().all("Account").stream()
                .filter(one -> one.value("Baton_Domain__c").equals(company)))
        .hasSize(1);
    assertThat(SALESFORCE.logins()).isGreaterThan(logins);
    assertThat(echoes()).isEqualTo(echoes);
    leads.forEach(lead -> assertThat(conflicts(lead)).isEmpty());
  }
}
