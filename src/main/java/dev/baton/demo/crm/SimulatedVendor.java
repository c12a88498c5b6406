package dev.baton.demo.crm;

import java.time.Clock;
import java.util.function.BiFunction;

/** Whose system is simulated. */
public enum SimulatedVendor {
  HUBSPOT(HubSpotCalls::new),
  SALESFORCE(SalesforceCalls::new),
  GOOGLE(GoogleCalls::new),
  LINKEDIN(LinkedInCalls::new),
  MARKETO(MarketoCalls::new),
  PARDOT(PardotCalls::new),
  WHATSAPP(WhatsAppCalls::new);

  final BiFunction<SimulatedRecords, Clock, SimulatedCalls> calls;

  SimulatedVendor(BiFunction<SimulatedRecords, Clock, SimulatedCalls> calls) {
    this.calls = calls;
  }
}
