package dev.baton.rejection;

import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.LeadSentBack;
import dev.baton.rejection.followup.FollowUpTasks;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Search for the decision maker after "not the person who decides". */
@Component
class ContactSearch {
  static final String FOLLOW = "find_contact";

  private final FollowUpOpener followUps;
  private final Handoffs handoffs;
  private final HandoffNotices notices;

  ContactSearch(FollowUpOpener followUps, Handoffs handoffs, HandoffNotices notices) {
    this.followUps = followUps;
    this.handoffs = handoffs;
    this.notices = notices;
  }

  @EventListener
  void on(LeadSentBack sentBack) {
    if (!sentBack.follow().equals(FOLLOW)) {
      return;
    }
    Handoff handoff = handoffs.find(sentBack.handoffId()).orElseThrow();
    followUps.open(sentBack, draft(handoff)).ifPresent(dueAt -> tell(handoff, dueAt));
  }

  private static FollowUpOpener.Draft draft(Handoff handoff) {
    return new FollowUpOpener.Draft(
        FollowUpTasks.CONTACT,
        RejectionProcesses.FIND_CONTACT,
        handoff.owner(),
        handoff.team(),
        null,
        null);
  }

  private void tell(Handoff handoff, Instant dueAt) {
    notices.tell(
        handoff,
        NoticeKind.CONTACT_SEARCH,
        "contact:" + handoff.id(),
        handoff.owner(),
        Text.of("find_contact"),
        dueAt);
  }
}
