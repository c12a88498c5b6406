package dev.baton.connect.crm;

import dev.baton.connect.crm.CrmSync.Target;
import dev.baton.handoff.ReassignCommands;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Leads that were given to another rep in a CRM are theirs here, as if a manager had done it (R7).
 */
@Component
class CrmOwners {
  private final Handoffs handoffs;
  private final People people;
  private final ReassignCommands reassignments;

  CrmOwners(Handoffs handoffs, People people, ReassignCommands reassignments) {
    this.handoffs = handoffs;
    this.people = people;
    this.reassignments = reassignments;
  }

  /** Why a lead can't be theirs; empty where it is. */
  Optional<String> follow(Target crm, String leadId, String ownerThere) {
    Optional<Person> rep =
        crm.client().ownerEmail(ownerThere).flatMap(people::ofEmail).filter(Person::isActiveRep);
    if (rep.isEmpty()) {
      return Optional.of("nobody of ours");
    }
    Handoff handoff = handoffs.latest(List.of(leadId)).get(leadId);
    if (handoff == null || handoff.isClosed()) {
      return Optional.of("nobody has it now");
    }
    if (rep.get().id().equals(handoff.owner())) {
      return Optional.empty();
    }
    try {
      reassignments.follow(handoff.id(), rep.get(), "Changed in " + crm.fields().title());
      return Optional.empty();
    } catch (ApiProblem e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
