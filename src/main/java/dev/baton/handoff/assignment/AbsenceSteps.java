package dev.baton.handoff.assignment;

import dev.baton.handoff.assignment.HandedOverLead.News;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.RepActivity;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What becomes of one lead whose owner is away: it goes to somebody else, and back (rule R24). */
@Component
class AbsenceSteps {
  private final Handoffs handoffs;
  private final HandedOverLeads leads;
  private final NextOwner nextOwner;
  private final AbsenceTransfer transfer;
  private final RepActivity activity;
  private final People people;
  private final Availability availability;

  AbsenceSteps(
      Handoffs handoffs,
      HandedOverLeads leads,
      NextOwner nextOwner,
      AbsenceTransfer transfer,
      RepActivity activity,
      People people,
      Availability availability) {
    this.handoffs = handoffs;
    this.leads = leads;
    this.nextOwner = nextOwner;
    this.transfer = transfer;
    this.activity = activity;
    this.people = people;
    this.availability = availability;
  }

  /** The next step, if there is one by now; in a transaction of its own. */
  void take(HandedOverLead seen, Instant now) {
    Handoff handoff = handoffs.lock(seen.handoffId()).orElseThrow();
    leads
        .open(seen.id(), now)
        .ifPresent(
            lead -> {
              if (lead.holder() == null) {
                handOver(lead, handoff, now);
              } else if (handoff.isClosed()) {
                leads.end(lead, lead.holder(), null, now);
              } else if (lead.over()) {
                giveBack(lead, lead.givenAt() == null ? now : lead.givenAt(), handoff, now);
              }
            });
  }

  /** What is theirs no more, or theirs again, stays as it is; what nobody can take waits. */
  private void handOver(HandedOverLead lead, Handoff handoff, Instant now) {
    String person = lead.person();
    if (lead.over() || handoff.isClosed() || !person.equals(handoff.owner())) {
      leads.end(lead, null, null, now);
      return;
    }
    Optional<Person> found = nextOwner.whileAway(handoff, person, lead.standIn(), now);
    if (found.isPresent()) {
      Person holder = found.get();
      transfer.give(handoff, holder, name(person) + " is away");
      leads.give(lead, holder.id(), now);
    }
  }

  /** Who is still away by another absence gets it when they are here. */
  private void giveBack(HandedOverLead lead, Instant since, Handoff handoff, Instant now) {
    String person = lead.person();
    String owner = handoff.owner();
    Optional<Person> rep = people.lock(person).filter(Person::isActiveRep);
    if (rep.isEmpty() || person.equals(owner)) {
      leads.end(lead, lead.holder(), null, now);
    } else if (activity.isAnsweredByOthers(handoff.id(), person, since)) {
      leads.end(lead, owner, News.KEPT, now);
    } else if (availability.of(rep.get(), now).state() != Presence.State.ABSENT) {
      nextOwner.isBack(handoff, person, now);
      transfer.give(handoff, rep.get(), rep.get().name() + " is back");
      leads.end(lead, owner, News.BACK, now);
      leads.endLater(lead, now);
    }
  }

  private String name(String id) {
    return people.find(id).map(Person::name).orElse(id);
  }
}
