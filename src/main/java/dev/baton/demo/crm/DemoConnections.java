package dev.baton.demo.crm;

import dev.baton.connect.connection.ConnectionCommands;
import dev.baton.connect.connection.Connections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo's connections to the simulated systems, made where there is none at all. They hear what
 * happened in the last days: a person sees both sides move at once.
 */
@Component
@Profile("demo & connected")
class DemoConnections implements ApplicationRunner {
  private static final List<String> KINDS =
      List.of("hubspot", "salesforce", "google", "linkedin", "marketo", "pardot", "whatsapp");
  private static final Duration HEARD = Duration.ofDays(3);

  private final Connections connections;
  private final ConnectionCommands commands;
  private final Clock clock;

  DemoConnections(Connections connections, ConnectionCommands commands, Clock clock) {
    this.connections = connections;
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments none) {
    if (connections.all().isEmpty()) {
      Instant since = clock.instant().minus(HEARD);
      KINDS.forEach(kind -> commands.add(kind, since, "admin"));
    }
  }
}
