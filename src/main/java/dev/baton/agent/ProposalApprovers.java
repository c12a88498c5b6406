package dev.baton.agent;

import dev.baton.agent.proposal.Approver;
import dev.baton.agent.proposal.Subject;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is to decide on a proposal: the owner of the lead's last handoff, else marketing. */
@Component
class ProposalApprovers {
  private final Handoffs handoffs;
  private final People people;

  ProposalApprovers(Handoffs handoffs, People people) {
    this.handoffs = handoffs;
    this.people = people;
  }

  Approver of(Subject subject) {
    return Optional.ofNullable(subject.handoffId())
        .map(id -> handoffs.find(id).orElseThrow())
        .map(handoff -> Approver.of(handoff, owner(handoff)))
        .orElseGet(Approver::marketing);
  }

  private Optional<Person> owner(Handoff handoff) {
    return Optional.ofNullable(handoff.owner()).flatMap(people::find);
  }
}
