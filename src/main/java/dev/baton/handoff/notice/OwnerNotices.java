package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.answer.PlannedAttempt;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the owner of a handoff is told, each once; the outbox sends it. */
@Component
public class OwnerNotices {
  private final Outbox outbox;
  private final HandoffNotices notices;
  private final ClaimNotices claims;
  private final ColleagueNotices colleagues;
  private final People people;

  OwnerNotices(
      Outbox outbox,
      HandoffNotices notices,
      ClaimNotices claims,
      ColleagueNotices colleagues,
      People people) {
    this.outbox = outbox;
    this.notices = notices;
    this.claims = claims;
    this.colleagues = colleagues;
    this.people = people;
  }

  public void assigned(Handoff handoff, Deadline deadline, boolean first) {
    String owner = handoff.owner();
    if (owner == null) {
      claims.tell(handoff, deadline);
      return;
    }
    boolean added = HandoffState.isAdded(deadline.clock());
    Notice notice =
        notices.question(
            handoff,
            first ? NoticeKind.ASSIGNED : NoticeKind.REASSIGNED,
            "assigned:%s:%s:%d".formatted(handoff.id(), deadline.clock(), deadline.round()),
            added ? added(deadline, first) : shipped(handoff, first),
            deadline);
    outbox.tell(added ? notice : notice.besides(colleagues.lines(handoff)));
    if (first && !added) {
      colleagues.tellOwners(handoff);
      notices.tellTeam(
          handoff,
          NoticeKind.ASSIGNED,
          "team-assigned:%d".formatted(deadline.id()),
          Text.of(
              "team_assigned",
              Map.of(
                  "owner",
                  people.find(owner).map(Person::name).orElse(owner),
                  "task",
                  QuestionTexts.task(handoff.state()))),
          deadline.dueAt());
    }
  }

  private static Text shipped(Handoff handoff, boolean first) {
    Map<String, Object> task = Map.of("task", QuestionTexts.task(handoff.state()));
    return first ? Text.of("assigned", task) : Text.of("handed_over", task);
  }

  /** A designer's question comes up; the task list has its form. */
  private static Text added(Deadline deadline, boolean first) {
    Map<String, Object> question = QuestionTexts.of(deadline);
    return first
        ? Text.of("added_question", question)
        : Text.of("added_question_handed_over", question);
  }

  /** A running deal has another owner; no clock tells when. */
  public void dealHandedOver(Handoff handoff, Instant at) {
    notices.tell(
        handoff,
        NoticeKind.REASSIGNED,
        "assigned:%s:deal:%d".formatted(handoff.id(), at.toEpochMilli()),
        handoff.owner(),
        Text.of("deal_handed_over"),
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
            Text.of("due_soon", QuestionTexts.of(deadline)),
            deadline);
    if (now.isBefore(deadline.dueAt())) {
      outbox.tell(notice);
    } else {
      outbox.skip(notice, "the deadline had passed");
    }
  }

  /** The time has come that the owner named when nobody answered. */
  void nextAttempt(Handoff handoff, PlannedAttempt planned, int attempt) {
    if (handoff.owner() != null) {
      notices.tell(
          handoff,
          NoticeKind.NEXT_ATTEMPT,
          "attempt:%d".formatted(planned.id()),
          handoff.owner(),
          Text.of("next_attempt", Map.of("attempt", attempt)),
          null);
    }
  }

  /** What still waits for the end of quiet hours has lost its point. */
  public void answered(Handoff handoff) {
    outbox.withdraw(handoff.id(), NoticeKind::endsWithAnswer, "answered meanwhile");
  }

  /**
   * Who owns it now hears of it together with others: what the process has just told is too much.
   */
  public void toldTogether(Handoff handoff) {
    outbox.withdraw(
        handoff.id(), NoticeKind.REASSIGNED::equals, "told with the others of this absence");
  }

  /** What still waits for the end of quiet hours would tell the wrong person. */
  public void handedOver(Handoff handoff) {
    outbox.withdraw(handoff.id(), NoticeKind::endsWithOwner, "somebody else owns it now");
  }
}
