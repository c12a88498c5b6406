package dev.baton.connect.crm;

import static org.awaitility.Awaitility.await;

import dev.baton.alert.delivery.ChannelThreads;
import dev.baton.connect.ConnectedJourney;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** A CRM that is simulated with its faults, on one database: what all of them are asked alike. */
abstract class CrmJourney extends ConnectedJourney {

  @Autowired private ChannelThreads threads;
  private final String kind;

  CrmJourney(SimulatedSystem crm, String kind) {
    super(Map.of(kind, crm));
    this.kind = kind;
    crm.hire("rita@baton.example", "ben@baton.example", "nora@baton.example");
  }

  /** The contact of an address, as it is there. */
  abstract SimulatedRecord contact(String address);

  SimulatedRecord contact() {
    return contact(email);
  }

  /** Waits until it has been listened to once more. */
  void listen() {
    Instant asked = Instant.now();
    db.sql("update outbound_connection set listen_at = null where name = ?").param(kind).update();
    threads.wake();
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
