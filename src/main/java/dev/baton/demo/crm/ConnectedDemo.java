package dev.baton.demo.crm;

import java.io.IOException;
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
  SimulatedSystem simulatedHubSpot(SimulatedCrmSettings settings) throws IOException {
    SimulatedSystem hubSpot = SimulatedSystem.hubSpot(settings.port(), Clock.systemUTC());
    // one rep isn't known there
    hubSpot.hire(
        Stream.of("rita", "ben", "nora", "luca", "ines")
            .map(rep -> rep + "@baton.example")
            .toArray(String[]::new));
    return hubSpot;
  }

  @Bean
  SimulatedSystem simulatedGoogle(SimulatedCrmSettings settings) throws IOException {
    return SimulatedSystem.google(settings.port() - 1, Clock.systemUTC());
  }

  @Bean
  SimulatedSystem simulatedLinkedIn(SimulatedCrmSettings settings) throws IOException {
    return SimulatedSystem.linkedIn(settings.port() - 2, Clock.systemUTC());
  }

  @Bean
  SimulatedSystem simulatedMarketo(SimulatedCrmSettings settings) throws IOException {
    return SimulatedSystem.marketo(settings.port() - 3, Clock.systemUTC());
  }

  @Bean
  SimulatedSystem simulatedPardot(SimulatedCrmSettings settings) throws IOException {
    return SimulatedSystem.pardot(settings.port() - 4, Clock.systemUTC());
  }
}
