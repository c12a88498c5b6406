package dev.baton.demo.crm;

import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo with a CRM beside it: both sides can be seen in a browser. */
@Configuration(proxyBeanMethods = false)
@Profile("demo & connected")
class ConnectedDemo {
  @Bean
  SimulatedHubSpot simulatedHubSpot(SimulatedCrmSettings settings) throws IOException {
    SimulatedHubSpot hubSpot = new SimulatedHubSpot(settings.port(), Clock.systemUTC());
    hubSpot.hire("rita@baton.example", "ben@baton.example");
    return hubSpot;
  }
}
