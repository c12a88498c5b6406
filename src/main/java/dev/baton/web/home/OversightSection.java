package dev.baton.web.home;

import dev.baton.alert.delivery.FailedDeliveries;
import dev.baton.alert.message.DeadAddresses;
import dev.baton.web.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Section of the home page for who oversees: overdue answers by team, and messages that failed. */
@Component
class OversightSection {
  private final NextActions actions;
  private final FailedDeliveries failed;
  private final DeadAddresses deadAddresses;

  OversightSection(NextActions actions, FailedDeliveries failed, DeadAddresses deadAddresses) {
    this.actions = actions;
    this.failed = failed;
    this.deadAddresses = deadAddresses;
  }

  /** Empty for everybody else. */
  void addTo(Model model, CurrentUser user) {
    boolean oversees = user.oversees();
    model
        .addAttribute("overdue", oversees ? actions.overdueTeams(user.clock().now()) : List.of())
        .addAttribute("failed", oversees ? failed.all() : List.of())
        .addAttribute("deadAddresses", oversees ? deadAddresses.all() : List.of());
  }
}
