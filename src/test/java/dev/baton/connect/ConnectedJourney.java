package dev.baton.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.LeadsOverHttp;
import dev.baton.alert.delivery.ChannelThreads;
import dev.baton.demo.crm.SimulatedSystem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads, and simulated systems that hear of them, on one database. */
public abstract class ConnectedJourney {
  protected static final Duration SOON = Duration.ofSeconds(60);

  @Autowired protected JdbcClient db;
  @Autowired private ChannelThreads threads;
  protected final String company = UUID.randomUUID() + ".example";
  protected final String email = "ada@" + company;
  protected HttpCaller baton;
  protected HttpCaller admin;
  protected LeadsOverHttp leads;
  private final Map<String, SimulatedSystem> systems;

  /** Systems by the name of their connection, which is the word for their kind too. */
  protected ConnectedJourney(Map<String, SimulatedSystem> systems) {
    this.systems = systems;
  }

  @BeforeEach
  void connect(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    admin = baton.as("admin");
    leads = new LeadsOverHttp(baton);
    systems.keySet().forEach(kind -> put("/api/connections/" + kind, Map.of("kind", kind)));
  }

  @AfterEach
  void disconnect() {
    systems.forEach(
        (kind, system) -> {
          system.faults().share(0);
          system.faults().down(false);
          admin.send("DELETE", "/api/connections/" + kind, null, "").is(204);
        });
  }

  protected void put(String path, Map<String, Object> fields) {
    admin.send("PUT", path, HttpCaller.OBJECT, HttpCaller.json(fields)).is(200);
  }

  /** Somebody who asks for a demo, and agrees to mail. */
  protected String lead(String address) {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", address);
    lead.put("firstName", "Ada");
    lead.put("lastName", "Lovelace");
    lead.put("company", "Acme");
    lead.put("companySize", 120);
    lead.put("consent", Map.of("email", true));
    return leads.ask(lead, Map.of());
  }

  /** A system is listened to now instead of after twenty seconds. */
  protected void listenTo(String connection) {
    db.sql("update outbound_connection set listen_at = null where name = ?")
        .param(connection)
        .update();
    threads.wake();
  }

  protected JsonNode state(String connection) {
    return admin.get("/api/connections/" + connection).is(200).json();
  }

  /** Waits until each system has heard all, and nothing has failed. */
  protected void settled() {
    for (String connection : List.copyOf(systems.keySet())) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                JsonNode state = state(connection);
                assertThat(state.at("/waiting").asInt()).as(state.toString()).isZero();
                assertThat(state.at("/failed").asInt()).as(state.toString()).isZero();
              });
    }
  }
}
