package dev.baton.rejection.followup;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reminders of open follow-ups of rejections. Three hundred of them on one day are one message a
 * person: it says where the list is.
 */
@Component
public class RejectionReminders {
  private static final String LIST = "/rejections";

  private final Outbox outbox;
  private final HandoffNotices notices;
  private final Handoffs handoffs;
  private final FollowUpTasks tasks;
  private final People people;
  private final Clock clock;

  RejectionReminders(
      Outbox outbox,
      HandoffNotices notices,
      Handoffs handoffs,
      FollowUpTasks tasks,
      People people,
      Clock clock) {
    this.outbox = outbox;
    this.notices = notices;
    this.handoffs = handoffs;
    this.tasks = tasks;
    this.people = people;
    this.clock = clock;
  }

  public void remindMarketing() {
    tell(Role.MARKETING, NoticeKind.REJECTION_REMINDER, "soon", Text.of("rejections_due_soon"));
  }

  /** The miss is marketing's, and the managers see it too. */
  public void reportLateAnswer() {
    tell(Role.MARKETING, NoticeKind.REJECTION_OVERDUE, "late", Text.of("reply_overdue"));
    tell(Role.MANAGER, NoticeKind.REJECTION_OVERDUE, "late", Text.of("marketing_reply_overdue"));
  }

  public void remindManagers() {
    tell(Role.MANAGER, NoticeKind.REJECTION_REMINDER, "decide", Text.of("decision_waits"));
  }

  public void reportLateDecision() {
    tell(Role.MANAGER, NoticeKind.REJECTION_OVERDUE, "undecided", Text.of("decision_overdue"));
  }

  /** The one who looks for another contact. */
  public void remindFinder(String handoffId) {
    aboutContact(handoffId, "contact-soon:", Text.of("find_contact_due_soon"));
  }

  public void reportMissingContact(String handoffId) {
    aboutContact(handoffId, "contact-late:", Text.of("find_contact_overdue"));
  }

  private void aboutContact(String handoffId, String key, Text headline) {
    Handoff handoff = handoffs.find(handoffId).orElseThrow();
    tasks
        .find(handoffId, FollowUpTasks.CONTACT)
        .filter(FollowUpTask::isOpen)
        .ifPresent(
            task ->
                notices.tell(
                    handoff,
                    NoticeKind.CONTACT_REMINDER,
                    key + handoffId,
                    task.givenTo(),
                    headline,
                    task.dueAt()));
  }

  private void tell(Role role, NoticeKind kind, String what, Text headline) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (Person person : people.active(role)) {
      outbox.tell(
          Notice.note(
              "rejections-%s:%s:%s".formatted(what, today, person.id()),
              kind,
              person.id(),
              NoticeContent.of(headline, LIST, List.of())));
    }
  }
}
