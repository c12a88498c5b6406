package dev.baton.handoff;

import dev.baton.alert.Notice;
import dev.baton.alert.Notice.Kind;
import dev.baton.alert.Outbox;
import dev.baton.alert.Pack;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.people.Role;
import dev.baton.people.Teams;
import dev.baton.signal.Signal;
import dev.baton.stage.HandRaiseDeclined;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people are told about a handoff, each once; the outbox sends it. */
@Component
class Announcements {
  private final Outbox outbox;
  private final Packs packs;
  private final People people;
  private final Teams teams;
  private final Availability availability;

  Announcements(Outbox outbox, Packs packs, People people, Teams teams, Availability availability) {
    this.outbox = outbox;
    this.packs = packs;
    this.people = people;
    this.teams = teams;
    this.availability = availability;
  }

  void assigned(Handoff handoff, Deadline deadline, boolean first) {
    if (handoff.owner() == null) {
      toClaim(handoff, deadline);
      return;
    }
    String headline = (first ? "New lead " : "Handed over to you, ") + handoff.state().request();
    outbox.tell(
        question(
            handoff,
            first ? Kind.ASSIGNED : Kind.REASSIGNED,
            "assigned:%s:%s:%d".formatted(handoff.id(), deadline.clock(), deadline.round()),
            headline,
            deadline));
  }

  /** Whoever of a team that claims its leads is here now, or all who aren't away. */
  private void toClaim(Handoff handoff, Deadline deadline) {
    if (!teams.isPool(handoff.team())) {
      return;
    }
    List<Person> reps = people.activeReps(handoff.team());
    Map<String, Presence> presence = availability.of(reps, deadline.recordedAt());
    boolean anybodyOnShift = presence.values().stream().anyMatch(Presence::isOnShift);
    reps.stream()
        .filter(rep -> presence.get(rep.id()).takesLeads())
        .filter(rep -> presence.get(rep.id()).isOnShift() || !anybodyOnShift)
        .forEach(
            rep ->
                tell(
                    handoff,
                    Kind.ASSIGNED,
                    "claim:%d:%s".formatted(deadline.id(), rep.id()),
                    rep.id(),
                    "New lead for your team, yours if you claim it first",
                    deadline.dueAt()));
  }

  /** A running deal has another owner; no clock tells when. */
  void dealHandedOver(Handoff handoff, Instant at) {
    tell(
        handoff,
        Kind.REASSIGNED,
        "assigned:%s:deal:%d".formatted(handoff.id(), at.toEpochMilli()),
        handoff.owner(),
        "Handed over to you, a running deal",
        null);
  }

  void reminder(Handoff handoff, Deadline deadline, Instant now) {
    if (handoff.owner() == null) {
      return;
    }
    Notice notice =
        question(
            handoff,
            Kind.REMINDER,
            "reminder:%d".formatted(deadline.id()),
            capitalised(handoff.state().words()) + " due soon",
            deadline);
    if (now.isBefore(deadline.dueAt())) {
      outbox.tell(notice);
    } else {
      outbox.skip(notice, "the deadline had passed");
    }
  }

  /** The second reminder, after the miss; without a point when the lead is about to be taken. */
  void overdue(Handoff handoff, Deadline deadline, Instant takenAt, Instant now) {
    if (handoff.owner() == null) {
      return;
    }
    Notice notice =
        question(
            handoff,
            Kind.REMINDER,
            "overdue:%d".formatted(deadline.id()),
            "%s overdue, somebody else gets this lead soon"
                .formatted(capitalised(handoff.state().words())),
            deadline);
    if (now.isBefore(takenAt)) {
      outbox.tell(notice);
    } else {
      outbox.skip(notice, "the lead was about to get another owner");
    }
  }

  /** The ladder gave the lead to somebody else. */
  void taken(Handoff handoff, Deadline deadline, Person next) {
    if (handoff.owner() != null) {
      tell(
          handoff,
          Kind.REASSIGNED,
          "taken:%d".formatted(deadline.id()),
          handoff.owner(),
          "%s has this lead now, your %s was overdue"
              .formatted(next.name(), handoff.state().words()),
          null);
    }
  }

  /** Somebody lets leads lie: they get none until they are back, and their managers hear why. */
  void unresponsive(Handoff handoff, Instant now) {
    String name = people.find(handoff.owner()).orElseThrow().name();
    String key = "unresponsive:%s:%d:".formatted(handoff.owner(), now.toEpochMilli());
    tell(
        handoff,
        Kind.FAILURE,
        key + handoff.owner(),
        handoff.owner(),
        "You get no new leads until you answer one of yours or say that you are back",
        null);
    for (String manager : managersOf(handoff.team())) {
      tell(
          handoff,
          Kind.FAILURE,
          key + manager,
          manager,
          "%s lets leads lie and gets no new ones until they are back".formatted(name),
          null);
    }
  }

  /** Everybody of the team has let this question pass. */
  void nobodyLeft(Handoff handoff, Deadline deadline) {
    for (String manager : managersOf(handoff.team())) {
      tell(
          handoff,
          Kind.FAILURE,
          "nobody-left:%d:%s".formatted(deadline.id(), manager),
          manager,
          "%s overdue, and nobody else in the team can take it"
              .formatted(capitalised(handoff.state().words())),
          deadline.dueAt());
    }
  }

  void escalation(Handoff handoff, Deadline deadline) {
    String owner =
        handoff.owner() == null ? "nobody" : people.find(handoff.owner()).orElseThrow().name();
    String headline =
        deadline.clock().equals(Deadlines.ROUTE)
            ? "Nobody owns this lead yet"
            : "%s overdue, %s owes it".formatted(capitalised(handoff.state().words()), owner);
    for (String manager : managersOf(handoff.team())) {
      tell(
          handoff,
          Kind.ESCALATION,
          "escalation:%d:%s".formatted(deadline.id(), manager),
          manager,
          headline,
          deadline.dueAt());
    }
  }

  /** Nobody can take it now: the managers of the team that was asked hear it at once. */
  void unrouted(Handoff handoff, String team) {
    for (String manager : managersOf(team)) {
      tell(
          handoff,
          Kind.FAILURE,
          "unrouted:%s:%s".formatted(handoff.id(), manager),
          manager,
          "Nobody in team %s can take this lead".formatted(team),
          null);
    }
  }

  /** The lead raised its hand while sales already works it. */
  void intent(Handoff handoff, Signal signal, Instant dueAt) {
    String headline = "Your lead just acted: " + packs.label(signal.type());
    List<String> readers =
        handoff.owner() != null ? List.of(handoff.owner()) : managersOf(handoff.team());
    for (String reader : readers) {
      tell(handoff, Kind.INTENT, key("intent", signal, reader), reader, headline, dueAt);
    }
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

  void declined(HandRaiseDeclined declined) {
    Signal signal = declined.cause().signal();
    for (Person person : people.withRole(Role.MARKETING)) {
      outbox.tell(
          new Notice(
              key("declined", signal, person.id()),
              Kind.INTENT,
              signal.leadId(),
              null,
              person.id(),
              "A hand was raised, but the fit isn't there: " + packs.label(signal.type()),
              packs.ofLead(signal.leadId(), declined.reason())));
    }
  }

  /** What still waits for the end of quiet hours has lost its point. */
  void answered(Handoff handoff) {
    outbox.withdraw(handoff.id(), Kind.REMINDER, "answered meanwhile");
  }

  /** What still waits for the end of quiet hours would tell the wrong person. */
  void handedOver(Handoff handoff) {
    for (Kind kind : List.of(Kind.REMINDER, Kind.ASSIGNED, Kind.REASSIGNED)) {
      outbox.withdraw(handoff.id(), kind, "somebody else owns it now");
    }
  }

  /** Without any manager the notice is to nobody, and the log shows that. */
  private List<String> managersOf(String team) {
    List<String> managers = people.managersOf(team).stream().map(Person::id).toList();
    return managers.isEmpty() ? Collections.singletonList(null) : managers;
  }

  private void tell(
      Handoff handoff, Kind kind, String key, String to, String headline, Instant dueAt) {
    outbox.tell(notice(handoff, kind, key, to, headline, packs.of(handoff, headline, dueAt)));
  }

  /** To the owner, who may answer it at once. */
  private Notice question(
      Handoff handoff, Kind kind, String key, String headline, Deadline deadline) {
    Pack pack = packs.of(handoff, headline, deadline.dueAt()).asking(deadline.id());
    return notice(handoff, kind, key, handoff.owner(), headline, pack);
  }

  private Notice notice(
      Handoff handoff, Kind kind, String key, String to, String headline, Pack pack) {
    return new Notice(
        key,
        kind,
        handoff.leadId(),
        handoff.id(),
        to,
        "%s: %s".formatted(headline, packs.who(handoff.leadId())),
        pack,
        isUrgent(handoff, kind));
  }

  /** A hand-raiser's assignment doesn't wait for the end of quiet hours (rule R11). */
  private static boolean isUrgent(Handoff handoff, Kind kind) {
    return handoff.handRaise() && (kind == Kind.ASSIGNED || kind == Kind.REASSIGNED);
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
