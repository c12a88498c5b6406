package dev.baton.web.home;

import dev.baton.alert.delivery.FailedDeliveries;
import dev.baton.alert.message.DeadAddresses;
import dev.baton.handoff.process.InterruptedHandoff;
import dev.baton.handoff.process.InterruptedHandoffs;
import dev.baton.lead.account.AccountQuestions;
import dev.baton.web.CurrentUser;
import dev.baton.web.late.LatePeople;
import dev.baton.web.lead.search.LeadRow;
import dev.baton.web.lead.search.LeadRows;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Section of the home page for who oversees: interrupted handoffs, who is late, and messages that
 * failed; and what nobody could tell of companies.
 */
@Component
class OversightSection {
  private final LatePeople late;
  private final FailedDeliveries failed;
  private final DeadAddresses deadAddresses;
  private final InterruptedHandoffs interruptedHandoffs;
  private final LeadRows leadRows;
  private final AccountQuestions companies;

  OversightSection(
      LatePeople late,
      FailedDeliveries failed,
      DeadAddresses deadAddresses,
      InterruptedHandoffs interruptedHandoffs,
      LeadRows leadRows,
      AccountQuestions companies) {
    this.late = late;
    this.failed = failed;
    this.deadAddresses = deadAddresses;
    this.interruptedHandoffs = interruptedHandoffs;
    this.leadRows = leadRows;
    this.companies = companies;
  }

  /** Empty for everybody else. */
  void addTo(Model model, CurrentUser user) {
    boolean oversees = user.oversees();
    List<InterruptedHandoff> interrupted = oversees ? interruptedHandoffs.told() : List.of();
    model
        .addAttribute("interrupted", interrupted)
        .addAttribute("interruptedLeads", leads(interrupted))
        .addAttribute("late", oversees ? late.rows(user.clock().now()) : List.of())
        .addAttribute("failed", oversees ? failed.all() : List.of())
        .addAttribute("deadAddresses", oversees ? deadAddresses.all() : List.of())
        .addAttribute("companyQuestions", user.readsNurture() ? companies.count() : 0);
  }

  private Map<String, LeadRow> leads(List<InterruptedHandoff> interrupted) {
    return leadRows
        .rows(interrupted.stream().map(InterruptedHandoff::leadId).distinct().toList())
        .stream()
        .collect(Collectors.toMap(LeadRow::id, Function.identity()));
  }
}
