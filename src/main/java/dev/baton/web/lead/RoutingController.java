package dev.baton.web.lead;

import dev.baton.handoff.HandoffCommands;
import dev.baton.input.ApiProblem;
import dev.baton.people.People;
import dev.baton.routing.AssignmentLedger;
import dev.baton.web.DisplayNames;
import dev.baton.web.PageTexts;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller of {@code GET /api/handoffs/{id}/routing}: to whom a lead went, and why not to
 * somebody else.
 */
@RestController
@RequestMapping("/api/handoffs/{id}/routing")
class RoutingController {
  private final HandoffCommands handoffs;
  private final AssignmentLedger ledger;
  private final People people;

  RoutingController(HandoffCommands handoffs, AssignmentLedger ledger, People people) {
    this.handoffs = handoffs;
    this.ledger = ledger;
    this.people = people;
  }

  record RoutingPage(List<RoutingRow> items) {}

  @Operation(
      summary = "To whom a lead went, by which rule, among whom, who was skipped and why",
      description = "replay is the same choice made again from the facts that the ledger keeps")
  @GetMapping
  RoutingPage routing(@PathVariable String id, Principal by) {
    if (handoffs.find(id, by.getName()).isEmpty()) {
      throw ApiProblem.notFound("There is no handoff %s for you".formatted(id));
    }
    DisplayNames names = DisplayNames.ofAll(people);
    return new RoutingPage(
        ledger.of(id).stream()
            .map(entry -> RoutingRow.of(entry, names, PageTexts.ENGLISH))
            .toList());
  }
}
