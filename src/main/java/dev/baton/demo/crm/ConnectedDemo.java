package dev.baton.demo.crm;

import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The demo with a CRM beside it: both sides can be seen in a browser. */
@Configuration(proxyBeanMethods = false)
@Profile("demo & connected")
class ConnectedDemo {
  @Bean
  SimulatedSystem simulatedHubSpot(SimulatedCrmSettings settings) throws IOException {
    SimulatedSystem hubSpot = SimulatedSystem.hubSpot(settings.port(), Clock.systemUTC());
    // one rep isn't known there
    hubSpot.hire(
        Stream.of("rita", "ben", "nora", "luca", "ines")
            .map(rep -> rep + "@baton.example")
            .toArray(String[]::new));
    return hubSpot;
  }
}
