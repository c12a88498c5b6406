package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.HandoffNotices.Told;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people are told when a question is overdue or nobody can take a lead, each once. */
@Component
public class EscalationNotices {
  private final Outbox outbox;
  private final HandoffNotices notices;
  private final People people;

  EscalationNotices(Outbox outbox, HandoffNotices notices, People people) {
    this.outbox = outbox;
    this.notices = notices;
    this.people = people;
  }

  /** The second reminder, after the miss; without a point when the lead is about to be taken. */
  public void overdue(Handoff handoff, Deadline deadline, Instant takenAt, Instant now) {
    if (handoff.owner() == null) {
      return;
    }
    Notice notice =
        notices.question(
            handoff,
            NoticeKind.REMINDER,
            "overdue:%d".formatted(deadline.id()),
            "%s overdue, somebody else gets this lead soon"
                .formatted(HandoffNotices.capitalised(HandoffState.words(deadline.clock()))),
            deadline);
    if (now.isBefore(takenAt)) {
      outbox.tell(notice);
    } else {
      outbox.skip(notice, "the lead was about to get another owner");
    }
  }

  /** The ladder gave the lead to somebody else. */
  public void taken(Handoff handoff, Deadline deadline, Person next) {
    String owner = handoff.owner();
    if (owner != null) {
      notices.tell(
          handoff,
          NoticeKind.REASSIGNED,
          "taken:%d".formatted(deadline.id()),
          owner,
          "%s has this lead now, your %s was overdue"
              .formatted(next.name(), HandoffState.words(deadline.clock())),
          null);
    }
  }

  /** Somebody lets leads lie: they get none until they are back, and their managers hear why. */
  public void unresponsive(Handoff handoff, Person owner, Instant now) {
    String key = "unresponsive:%s:%d:".formatted(owner.id(), now.toEpochMilli());
    notices.tell(
        handoff,
        NoticeKind.FAILURE,
        key + owner.id(),
        owner.id(),
        "Paused: you get no new leads until you answer one of yours or resume",
        null);
    notices.tellManagers(
        handoff.team(),
        handoff,
        NoticeKind.FAILURE,
        key,
        "%s is paused: they missed leads and get no new ones until they resume"
            .formatted(owner.name()),
        null);
  }

  /** Everybody of the team has let this question pass. */
  public void nobodyLeft(Handoff handoff, Deadline deadline) {
    notices.tellManagers(
        handoff.team(),
        handoff,
        NoticeKind.FAILURE,
        "nobody-left:%d:".formatted(deadline.id()),
        "%s overdue, and nobody else in the team can take it"
            .formatted(HandoffNotices.capitalised(HandoffState.words(deadline.clock()))),
        deadline.dueAt());
  }

  /**
   * What was missed: the managers of each one's team hear it, and the team itself.
   *
   * @param handoffs those of the deadlines, by id
   */
  public void escalations(List<Deadline> missed, Map<String, Handoff> handoffs) {
    notices.tellManagers(told("escalation:%d:", missed, handoffs));
    notices.tellTeams(told("team-miss:%d", missed, handoffs));
  }

  private List<Told> told(String key, List<Deadline> missed, Map<String, Handoff> handoffs) {
    return missed.stream()
        .map(
            deadline -> {
              Handoff handoff = Objects.requireNonNull(handoffs.get(deadline.handoffId()));
              return new Told(
                  handoff,
                  NoticeKind.ESCALATION,
                  key.formatted(deadline.id()),
                  headline(handoff, deadline),
                  deadline.dueAt());
            })
        .toList();
  }

  private String headline(Handoff handoff, Deadline deadline) {
    String owner =
        Optional.ofNullable(handoff.owner())
            .map(id -> people.find(id).orElseThrow().name())
            .orElse("nobody");
    return deadline.clock().equals(Deadlines.ROUTE)
        ? "Nobody owns this lead yet"
        : "%s overdue, owner %s"
            .formatted(HandoffNotices.capitalised(HandoffState.words(deadline.clock())), owner);
  }

  /** Nobody can take it now: the managers of the team that was asked hear it at once. */
  public void unrouted(Handoff handoff, String team) {
    notices.tellManagers(
        team,
        handoff,
        NoticeKind.FAILURE,
        "unrouted:%s:".formatted(handoff.id()),
        "Nobody in team %s can take this lead".formatted(team),
        null);
  }
}
