package dev.baton.agent.proposal;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reminders of proposals that wait, one message a person and day, however many there are; and what
 * can't wait, at once.
 */
@Component
public class ProposalReminders {
  private final Proposals proposals;
  private final Outbox outbox;
  private final LeadBriefings briefings;
  private final People people;
  private final Clock clock;

  ProposalReminders(
      Proposals proposals, Outbox outbox, LeadBriefings briefings, People people, Clock clock) {
    this.proposals = proposals;
    this.outbox = outbox;
    this.briefings = briefings;
    this.people = people;
    this.clock = clock;
  }

  /** Somebody wants to talk now, and nobody looks after them. */
  public void alert(String proposalId) {
    Proposal proposal = proposals.find(proposalId).orElseThrow();
    String leadId = proposal.subject().leadId();
    Text headline = Text.of("wants_to_talk");
    NoticeContent content =
        wording ->
            new NoticeContent.Written(
                "%s: %s".formatted(wording.say(headline), briefings.who(leadId)),
                briefings.ofLead(leadId, headline, wording));
    approvers(proposal)
        .forEach(
            person ->
                outbox.tell(
                    new Notice(
                        "talk:%s:%s".formatted(proposalId, person.id()),
                        NoticeKind.INTENT,
                        leadId,
                        null,
                        person.id(),
                        content)));
  }

  public void remind(String proposalId) {
    Proposal proposal = proposals.find(proposalId).orElseThrow();
    approvers(proposal)
        .forEach(
            person ->
                tell(
                    person,
                    "proposal-soon",
                    NoticeKind.PROPOSAL_REMINDER,
                    Text.of("proposals_due_soon"),
                    "/leads/" + proposal.subject().leadId()));
  }

  /** Managers see what lies. */
  public void report(String proposalId) {
    Proposal proposal = proposals.find(proposalId).orElseThrow();
    people
        .managersOf(proposal.approver().team())
        .forEach(
            person ->
                tell(
                    person,
                    "proposal-late",
                    NoticeKind.PROPOSAL_OVERDUE,
                    Text.of("proposals_overdue"),
                    "/agents"));
  }

  private Stream<Person> approvers(Proposal proposal) {
    String owner = proposal.approver().owner();
    return owner == null ? people.active(Role.MARKETING).stream() : people.find(owner).stream();
  }

  private void tell(Person to, String what, NoticeKind kind, Text headline, String path) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    outbox.tell(
        Notice.note(
            "%s:%s:%s".formatted(what, today, to.id()),
            kind,
            to.id(),
            NoticeContent.of(headline, path, List.of())));
  }
}
