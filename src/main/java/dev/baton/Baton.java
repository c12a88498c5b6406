package dev.baton;

import dev.baton.doctor.Doctor;
import dev.baton.sql.DatabaseCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** Starts the application: the handoff of a lead from marketing to sales. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Baton {
  public static void main(String[] args) {
    if (Doctor.isAsked(args)) {
      System.exit(Doctor.run(System.out, args));
    }
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    SpringApplication application = new SpringApplication(Baton.class);
    application.addInitializers(new DatabaseCheck());
    application.run(args);
  }

  /** Ticks in milliseconds, the finest that engine and database both keep. */
  @Bean
  @Profile("!demo")
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  }

  /** The zone of the company, for whoever needs nothing else of its settings. */
  @Bean
  ZoneId zone(BatonSettings settings) {
    return settings.zone();
  }
}
