package dev.baton.demo.crm;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo with other systems beside it: both sides can be seen in a browser. */
@Configuration(proxyBeanMethods = false)
@Profile("demo & connected")
class ConnectedDemo {
  @Bean
  SimulatedSystem simulatedHubSpot(SimulatedCrmSettings settings) {
    return crm(SimulatedVendor.HUBSPOT, settings.port());
  }

  @Bean
  SimulatedSystem simulatedSalesforce(SimulatedCrmSettings settings) {
    return crm(SimulatedVendor.SALESFORCE, settings.port() - 5);
  }

  private static SimulatedSystem crm(SimulatedVendor vendor, int port) {
    SimulatedSystem crm = new SimulatedSystem(vendor, port, Clock.systemUTC());
    // one rep isn't known there
    crm.hire(
        Stream.of("rita", "ben", "nora", "luca", "ines")
            .map(rep -> rep + "@baton.example")
            .toArray(String[]::new));
    return crm;
  }

  @Bean
  SimulatedSystem simulatedGoogle(SimulatedCrmSettings settings) {
    return new SimulatedSystem(SimulatedVendor.GOOGLE, settings.port() - 1, Clock.systemUTC());
  }

  @Bean
  SimulatedSystem simulatedLinkedIn(SimulatedCrmSettings settings) {
    return new SimulatedSystem(SimulatedVendor.LINKEDIN, settings.port() - 2, Clock.systemUTC());
  }

  @Bean
  SimulatedSystem simulatedMarketo(SimulatedCrmSettings settings) {
    return new SimulatedSystem(SimulatedVendor.MARKETO, settings.port() - 3, Clock.systemUTC());
  }

  @Bean
  SimulatedSystem simulatedPardot(SimulatedCrmSettings settings) {
    return new SimulatedSystem(SimulatedVendor.PARDOT, settings.port() - 4, Clock.systemUTC());
  }

  @Bean
  SimulatedSystem simulatedWhatsApp(SimulatedCrmSettings settings) {
    return new SimulatedSystem(SimulatedVendor.WHATSAPP, settings.port() - 6, Clock.systemUTC());
  }
}
