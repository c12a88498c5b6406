package dev.baton.web.home;

import dev.baton.alert.delivery.FailedDeliveries;
import dev.baton.alert.message.DeadAddresses;
import dev.baton.handoff.process.StuckHandoff;
import dev.baton.handoff.process.StuckHandoffs;
import dev.baton.web.CurrentUser;
import dev.baton.web.lead.LeadRow;
import dev.baton.web.lead.LeadRows;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Section of the home page for who oversees: handoffs that stand still, overdue answers by team,
 * and messages that failed.
 */
@Component
class OversightSection {
  private final NextActions actions;
  private final FailedDeliveries failed;
  private final DeadAddresses deadAddresses;
  private final StuckHandoffs stuckHandoffs;
  private final LeadRows leadRows;

  OversightSection(
      NextActions actions,
      FailedDeliveries failed,
      DeadAddresses deadAddresses,
      StuckHandoffs stuckHandoffs,
      LeadRows leadRows) {
    this.actions = actions;
    this.failed = failed;
    this.deadAddresses = deadAddresses;
    this.stuckHandoffs = stuckHandoffs;
    this.leadRows = leadRows;
  }

  /** Empty for everybody else. */
  void addTo(Model model, CurrentUser user) {
    boolean oversees = user.oversees();
    List<StuckHandoff> stuck = oversees ? stuckHandoffs.told() : List.of();
    model
        .addAttribute("stuck", stuck)
        .addAttribute("stuckLeads", leads(stuck))
        .addAttribute("overdue", oversees ? actions.overdueTeams(user.clock().now()) : List.of())
        .addAttribute("failed", oversees ? failed.all() : List.of())
        .addAttribute("deadAddresses", oversees ? deadAddresses.all() : List.of());
  }

  private Map<String, LeadRow> leads(List<StuckHandoff> stuck) {
    return leadRows.rows(stuck.stream().map(StuckHandoff::leadId).distinct().toList()).stream()
        .collect(Collectors.toMap(LeadRow::id, Function.identity()));
  }
}
