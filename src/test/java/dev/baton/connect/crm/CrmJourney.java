package dev.baton.connect.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.connect.ConnectedJourney;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A CRM that is simulated with its faults, on one database: what all of them are asked alike. */
abstract class CrmJourney extends ConnectedJourney {

  private final String kind;

  CrmJourney(SimulatedSystem crm, String kind) {
    super(Map.of(kind, crm));
    this.kind = kind;
    crm.hire("rita@baton.example", "ben@baton.example", "nora@baton.example");
  }

  /** The contact of an address, as it is there. */
  abstract SimulatedRecord contact(String address);

  /** Those of the company that are there. */
  abstract List<SimulatedRecord> contacts();

  /** Somebody there merges two. */
  abstract void mergeThere(SimulatedRecord into, SimulatedRecord other);

  /** Somebody there loses a lead's deal. */
  abstract void loseThere(String lead, String reason);

  @Test
  void contacts_that_are_merged_there_are_one_lead_here() {
    String lead = lead(email);
    String second = "a.lovelace@" + company;
    String third = "al@" + company;
    List<String> all = List.of(lead, lead(second), lead(third));
    all.forEach(leads::handoff);
    settled();

    mergeThere(contact(second), contact(third));
    mergeThere(contact(), contact(second));
    listen();
    settled();

    assertThat(merged(all)).isEqualTo(2);
    assertThat(contacts()).hasSize(1);
    assertThat(conflicts(lead)).isEmpty();
    listen();
    assertThat(merged(all)).isEqualTo(2);
  }

  private int merged(List<String> leads) {
    return db.sql("select count(*) as n from lead where id in (:ids) and merged_into is not null")
        .param("ids", leads)
        .query(Integer.class)
        .single();
  }

  @Test
  void a_deal_that_is_lost_there_is_lost_here_for_the_reason_that_stands_there() {
    for (String said : List.of("Too expensive", "Mercury in retrograde")) {
      String lead = lead(said.length() + "." + email);
      leads.openDeal(lead);
      settled();

      loseThere(lead, said);
      listen();

      boolean known = said.startsWith("Too");
      JsonNode lost =
          baton
              .as("mona")
              .await("/api/leads/" + lead, l -> l.at("/handoff/result").asText().equals("lost"));
      assertThat(lost.at("/handoff/reason").asText())
          .isEqualTo(known ? "no_budget" : "no_active_need");
      assertThat(conflicts(lead)).isEqualTo(known ? List.of() : List.of("deal.reason"));
      settled();
    }
  }

  SimulatedRecord contact() {
    return contact(email);
  }

  /** Waits until it has been listened to once more. */
  void listen() {
    Instant asked = Instant.now();
    listenTo(kind);
    await()
        .atMost(SOON)
        .until(
            () ->
                db.sql("select heard_to from outbound_connection where name = ?")
                    .param(kind)
                    .query(
                        (rs, row) ->
                            dev.baton.sql.Sql.instantOrNull(rs, "heard_to") != null
                                && dev.baton.sql.Sql.instant(rs, "heard_to").isAfter(asked))
                    .single());
  }

  int echoes() {
    return db.sql("select count(*) as n from signal where sender = ?")
        .param("connection:" + kind)
        .query(Integer.class)
        .single();
  }

  List<String> conflicts(String lead) {
    return db.sql("select field from connection_conflict where lead_id = :lead order by field")
        .param("lead", lead)
        .query(String.class)
        .list();
  }
}
