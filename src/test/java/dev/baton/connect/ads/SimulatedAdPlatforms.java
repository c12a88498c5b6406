package dev.baton.connect.ads;

import dev.baton.connect.ConnectedJourney;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import dev.baton.demo.crm.SimulatedSystem;
import dev.baton.demo.crm.SimulatedVendor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Simulated ad platforms with their faults, connected, on one database. */
abstract class SimulatedAdPlatforms extends ConnectedJourney {
  static final SimulatedSystem GOOGLE =
      new SimulatedSystem(SimulatedVendor.GOOGLE, 0, Clock.systemUTC());
  static final SimulatedSystem LINKEDIN =
      new SimulatedSystem(SimulatedVendor.LINKEDIN, 0, Clock.systemUTC());

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("baton.connect.google.api-url", GOOGLE::url);
    settings.add("baton.connect.google.login-url", () -> GOOGLE.url() + "/token");
    settings.add("baton.connect.google.client-id", () -> "baton");
    settings.add("baton.connect.google.client-secret", () -> "between-us");
    settings.add("baton.connect.google.refresh-token", () -> "for-long");
    settings.add("baton.connect.google.account", () -> "1234567890");
    settings.add("baton.connect.google.conversions.mql.id", () -> "11");
    settings.add("baton.connect.google.conversions.mql.value", () -> "50");
    settings.add("baton.connect.google.conversions.mql.currency", () -> "EUR");
    settings.add("baton.connect.google.conversions.sql.id", () -> "13");
    settings.add("baton.connect.google.conversions.won.id", () -> "14");
    settings.add("baton.connect.linkedin.api-url", LINKEDIN::url);
    settings.add("baton.connect.linkedin.token", () -> SimulatedSystem.TOKEN);
    settings.add("baton.connect.linkedin.account", () -> "502");
    settings.add("baton.connect.linkedin.conversions.mql.id", () -> "21");
    settings.add("baton.connect.linkedin.conversions.won.id", () -> "24");
    settings.add("baton.connect.smallest-audience", () -> 3);
  }

  SimulatedAdPlatforms() {
    super(Map.of("google", GOOGLE, "linkedin", LINKEDIN));
  }

  String lead(String address, boolean consents, Map<String, Object> properties) {
    return leads.ask(
        Map.of(
            "email",
            address,
            "firstName",
            "Ada",
            "companySize",
            120,
            "consent",
            Map.of("email", consents)),
        properties);
  }

  @Override
  protected String lead(String address) {
    return lead(
        address,
        true,
        Map.of("gclid", "g-" + address.hashCode(), "url", "https://a.example/?li_fat_id=li-1"));
  }

  static List<SimulatedRecord> conversions(SimulatedSystem at, String hash) {
    return at.records().all("conversions").stream()
        .filter(one -> one.values().containsValue(hash))
        .toList();
  }

  static List<String> actions(List<SimulatedRecord> conversions) {
    return conversions.stream().map(one -> one.value("action")).toList();
  }
}
