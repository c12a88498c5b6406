package dev.baton.rejection.followup;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.handoff.notice.HandoffNotices;
import dev.baton.handoff.notice.MessageText;
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
    tell(
        Role.MARKETING,
        NoticeKind.REJECTION_REMINDER,
        "soon",
        "Rejections by sales wait for your reply, due soon");
  }

  /** The miss is marketing's, and the managers see it too. */
  public void reportLateAnswer() {
    tell(
        Role.MARKETING,
        NoticeKind.REJECTION_OVERDUE,
        "late",
        "Your reply to a rejection by sales is overdue");
    tell(
        Role.MANAGER,
        NoticeKind.REJECTION_OVERDUE,
        "late",
        "Marketing's reply to a rejection by sales is overdue");
  }

  public void remindManagers() {
    tell(
        Role.MANAGER,
        NoticeKind.REJECTION_REMINDER,
        "decide",
        "A disputed rejection waits for your decision");
  }

  public void reportLateDecision() {
    tell(
        Role.MANAGER,
        NoticeKind.REJECTION_OVERDUE,
        "undecided",
        "Your decision on a disputed rejection is overdue");
  }

  /** The one who looks for another contact. */
  public void remindFinder(String handoffId) {
    aboutContact(handoffId, "contact-soon:", MessageText.FIND_CONTACT_DUE_SOON);
  }

  public void reportMissingContact(String handoffId) {
    aboutContact(handoffId, "contact-late:", MessageText.FIND_CONTACT_OVERDUE);
  }

  private void aboutContact(String handoffId, String key, MessageText message) {
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
                    notices.headline(message),
                    task.dueAt()));
  }

  private void tell(Role role, NoticeKind kind, String what, String headline) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (Person person : people.withRole(role).stream().filter(Person::active).toList()) {
      LeadBriefing briefing = LeadBriefing.note(headline, null, LIST, List.of());
      outbox.tell(
          new Notice(
              "rejections-%s:%s:%s".formatted(what, today, person.id()),
              kind,
              null,
              null,
              person.id(),
              headline,
              briefing));
    }
  }
}
