package dev.baton.web.connection;

import dev.baton.connect.connection.ConnectionQueries;
import dev.baton.connect.connection.FactKind;
import dev.baton.people.People;
import dev.baton.web.DisplayNames;
import dev.baton.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /connections}: which systems hear of leads, and how it goes. */
@StaffPage
public class ConnectionPageController {
  private final ConnectionQueries connections;
  private final People people;

  ConnectionPageController(ConnectionQueries connections, People people) {
    this.connections = connections;
    this.people = people;
  }

  @GetMapping("/connections")
  String connections(Model model) {
    model
        .addAttribute("connections", connections.all())
        .addAttribute("kinds", connections.kinds())
        .addAttribute("events", FactKind.WORDS)
        .addAttribute("names", DisplayNames.ofAll(people));
    return "connections";
  }
}
