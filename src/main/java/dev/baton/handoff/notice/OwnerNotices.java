package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.handoff.answer.Touches;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.people.Role;
import dev.baton.people.Teams;
import dev.baton.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people are told about a handoff, each once; the outbox sends it. */
@Component
public class OwnerNotices {
  private final Outbox outbox;
  private final HandoffNotices notices;
  private final LeadBriefings briefings;
  private final People people;
  private final Teams teams;
  private final Availability availability;

  OwnerNotices(
      Outbox outbox,
      HandoffNotices notices,
      LeadBriefings briefings,
      People people,
      Teams teams,
      Availability availability) {
    this.outbox = outbox;
    this.notices = notices;
    this.briefings = briefings;
    this.people = people;
    this.teams = teams;
    this.availability = availability;
  }

  public void assigned(Handoff handoff, Deadline deadline, boolean first) {
    if (handoff.owner() == null) {
      toClaim(handoff, deadline);
      return;
    }
    String headline = (first ? "New lead " : "Handed over to you, ") + handoff.state().request();
    outbox.tell(
        notices.question(
            handoff,
            first ? NoticeKind.ASSIGNED : NoticeKind.REASSIGNED,
            "assigned:%s:%s:%d".formatted(handoff.id(), deadline.clock(), deadline.round()),
            headline,
            deadline));
    if (first) {
      notices.tellTeam(
          handoff,
          NoticeKind.ASSIGNED,
          "team-assigned:%d".formatted(deadline.id()),
          "New lead for %s %s".formatted(name(handoff.owner()), handoff.state().request()),
          deadline.dueAt());
    }
  }

  private String name(String id) {
    return people.find(id).map(Person::name).orElse(id);
  }

  /** Whoever of a team that claims its leads is here now, or all who aren't away. */
  private void toClaim(Handoff handoff, Deadline deadline) {
    if (!teams.isPool(handoff.team())) {
      return;
    }
    notices.tellTeam(
        handoff,
        NoticeKind.ASSIGNED,
        "team-claim:%d".formatted(deadline.id()),
        "New lead, yours if you claim it first",
        deadline.dueAt());
    List<Person> reps = people.activeReps(handoff.team());
    Map<String, Presence> presence = availability.of(reps, deadline.start().recordedAt());
    boolean anybodyOnShift = presence.values().stream().anyMatch(Presence::isOnShift);
    reps.stream()
        .filter(rep -> presence.get(rep.id()).takesLeads())
        .filter(rep -> presence.get(rep.id()).isOnShift() || !anybodyOnShift)
        .forEach(
            rep ->
                notices.tell(
                    handoff,
                    NoticeKind.ASSIGNED,
                    "claim:%d:%s".formatted(deadline.id(), rep.id()),
                    rep.id(),
                    "New lead for your team, yours if you claim it first",
                    deadline.dueAt()));
  }

  /** A running deal has another owner; no clock tells when. */
  public void dealHandedOver(Handoff handoff, Instant at) {
    notices.tell(
        handoff,
        NoticeKind.REASSIGNED,
        "assigned:%s:deal:%d".formatted(handoff.id(), at.toEpochMilli()),
        handoff.owner(),
        "Handed over to you, a running deal",
        null);
  }

  public void reminder(Handoff handoff, Deadline deadline, Instant now) {
    if (handoff.owner() == null) {
      return;
    }
    Notice notice =
        notices.question(
            handoff,
            NoticeKind.REMINDER,
            "reminder:%d".formatted(deadline.id()),
            HandoffNotices.capitalised(HandoffState.words(deadline.clock())) + " due soon",
            deadline);
    if (now.isBefore(deadline.dueAt())) {
      outbox.tell(notice);
    } else {
      outbox.skip(notice, "the deadline had passed");
    }
  }

  /** The time has come that the owner named when nobody answered. */
  void nextAttempt(Handoff handoff, Touches.Planned planned, int attempt) {
    if (handoff.owner() != null) {
      notices.tell(
          handoff,
          NoticeKind.NEXT_ATTEMPT,
          "attempt:%d".formatted(planned.id()),
          handoff.owner(),
          "Try again now, attempt %d".formatted(attempt),
          null);
    }
  }

  /**
   * A lead that somebody works shows high intent: once a kind of it and day of whoever reads it.
   * What asks for sales comes at once, like a hand-raiser's assignment (rule R11).
   */
  public void intent(Handoff handoff, Signal signal, HighIntent.Found found, Instant dueAt) {
    String headline = "Your lead just acted: " + found.reason();
    List<String> readers =
        handoff.owner() != null ? List.of(handoff.owner()) : notices.managersOf(handoff.team());
    for (String reader : readers) {
      String key =
          "intent:%s:%s:%s:%s"
              .formatted(handoff.leadId(), found.kind(), day(signal.recordedAt(), reader), reader);
      outbox.tell(
          new Notice(
              key,
              NoticeKind.INTENT,
              handoff.leadId(),
              handoff.id(),
              reader,
              "%s: %s".formatted(headline, briefings.who(handoff.leadId())),
              briefings.onIntent(handoff, headline, dueAt, signal.type()),
              found.handRaise() && handoff.owner() != null));
    }
  }

  private LocalDate day(Instant at, String reader) {
    ZoneId zone =
        Optional.ofNullable(reader).flatMap(people::find).map(Person::zone).orElse(ZoneOffset.UTC);
    return at.atZone(zone).toLocalDate();
  }

  /** A signal's id is its sender's alone; the instant tells it from another sender's. */
  private static String key(String kind, Signal signal, String reader) {
    return "%s:%s:%s:%d:%s"
        .formatted(
            kind,
            signal.leadId(),
            UUID.nameUUIDFromBytes(signal.id().getBytes(StandardCharsets.UTF_8)),
            signal.recordedAt().toEpochMilli(),
            reader);
  }

  /** A raised hand that the fit doesn't bear out: marketing is told instead of sales (rule R5). */
  public void declined(Signal signal, String reason) {
    for (Person person : people.withRole(Role.MARKETING)) {
      outbox.tell(
          new Notice(
              key("declined", signal, person.id()),
              NoticeKind.INTENT,
              signal.leadId(),
              null,
              person.id(),
              "A lead asked for sales, but doesn't fit: " + briefings.label(signal.type()),
              briefings.ofLead(signal.leadId(), reason)));
    }
  }

  /** What still waits for the end of quiet hours has lost its point. */
  public void answered(Handoff handoff) {
    outbox.withdraw(handoff.id(), NoticeKind::endsWithAnswer, "answered meanwhile");
  }

  /** What still waits for the end of quiet hours would tell the wrong person. */
  public void handedOver(Handoff handoff) {
    outbox.withdraw(handoff.id(), NoticeKind::endsWithOwner, "somebody else owns it now");
  }
}
