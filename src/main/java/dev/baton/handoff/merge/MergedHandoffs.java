package dev.baton.handoff.merge;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.Handoffs;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Handoffs of leads that were merged: one closes, the other one's owner is told. */
@Component
class MergedHandoffs {
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffProcess process;
  private final HandoffNotices notices;
  private final Outbox outbox;
  private final AnswerLog log;
  private final ApplicationEventPublisher facts;

  MergedHandoffs(
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffProcess process,
      HandoffNotices notices,
      Outbox outbox,
      AnswerLog log,
      ApplicationEventPublisher facts) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.process = process;
    this.notices = notices;
    this.outbox = outbox;
    this.log = log;
    this.facts = facts;
  }

  /** What was the younger record's goes with the older one. */
  void follow(String younger, String older) {
    outbox.follow(younger, older);
    handoffs.ofLead(older).forEach(handoff -> process.follow(handoff, older));
  }

  void close(Handoff handoff, String by, Instant at) {
    deadlines.of(handoff.id()).stream()
        .filter(d -> d.stoppedAt() == null)
        .forEach(deadline -> deadlines.end(deadline, at));
    process.cancel(handoff, "merged");
    handoffs.close(handoff.id(), "merged", null, at);
    handoffs.release(handoff.id());
    log.append(handoff.id(), AnswerEntry.of(AnswerLog.MERGE, "merged", by, at));
    outbox.withdraw(handoff.id(), NoticeKind::endsWithOwner, "merged with another lead");
    facts.publishEvent(
        new HandoffClosed(
            handoff.id(),
            handoff.leadId(),
            "merged",
            handoff.state().clock(),
            null,
            handoff.owner(),
            by,
            at));
    String owner = handoff.owner();
    if (owner != null && !owner.equals(by)) {
      notices.tell(
          handoff,
          NoticeKind.DUPLICATE,
          "merged:%s".formatted(handoff.id()),
          owner,
          Text.of("merged_away"),
          null);
    }
  }

  void tellOwner(Handoff open, String email, Instant at) {
    notices.tell(
        open,
        NoticeKind.MERGED,
        "joined:%s:%d".formatted(open.id(), at.toEpochMilli()),
        open.owner(),
        Text.of("merged_into", Map.of("email", email)),
        null);
  }
}
