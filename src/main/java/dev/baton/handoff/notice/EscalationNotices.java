package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.HandoffNotices.Told;
import dev.baton.handoff.record.Handoff;
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
            Text.of("overdue_owner", QuestionTexts.of(deadline)),
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
          Text.of(
              "taken",
              Map.of("owner", next.name(), "question", QuestionTexts.name(deadline.clock()))),
          null);
    }
  }

  /** Somebody lets leads lie: they get none until they are back, and their managers hear why. */
  public void unresponsive(Handoff handoff, Person owner, Instant now) {
    String key = "unresponsive:%s:%d:".formatted(owner.id(), now.toEpochMilli());
    notices.tell(
        handoff, NoticeKind.FAILURE, key + owner.id(), owner.id(), Text.of("paused"), null);
    notices.tellManagers(
        handoff.team(),
        handoff,
        NoticeKind.FAILURE,
        key,
        Text.of("rep_paused", Map.of("rep", owner.name())),
        null);
  }

  /** Everybody of the team has let this question pass. */
  public void nobodyLeft(Handoff handoff, Deadline deadline) {
    notices.tellManagers(
        handoff.team(),
        handoff,
        NoticeKind.FAILURE,
        "nobody-left:%d:".formatted(deadline.id()),
        Text.of("nobody_left", QuestionTexts.of(deadline)),
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

  private Text headline(Handoff handoff, Deadline deadline) {
    Text owner =
        Optional.ofNullable(handoff.owner())
            .map(id -> Text.literal(people.find(id).orElseThrow().name()))
            .orElse(Text.of("nobody"));
    return deadline.clock().equals(Deadlines.ROUTE)
        ? Text.of("unowned")
        : Text.of(
            "overdue", Map.of("question", QuestionTexts.name(deadline.clock()), "owner", owner));
  }

  /** Nobody can take it now: the managers of the team that was asked hear it at once. */
  public void unrouted(Handoff handoff, String team) {
    notices.tellManagers(
        team,
        handoff,
        NoticeKind.FAILURE,
        "unrouted:%s:".formatted(handoff.id()),
        Text.of("unrouted", Map.of("team", team)),
        null);
  }
}
