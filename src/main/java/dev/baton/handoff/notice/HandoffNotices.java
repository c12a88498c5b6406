package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipients;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A notice about a handoff: who the lead is in its subject, the briefing in its body. */
@Component
public class HandoffNotices {
  private final Outbox outbox;
  private final LeadBriefings briefings;
  private final People people;
  private final Recipients recipients;

  HandoffNotices(Outbox outbox, LeadBriefings briefings, People people, Recipients recipients) {
    this.outbox = outbox;
    this.briefings = briefings;
    this.people = people;
    this.recipients = recipients;
  }

  /** Without any manager the notice is to nobody, and the log shows that. */
  List<@Nullable String> managersOf(@Nullable String team) {
    List<String> managers = people.managersOf(team).stream().map(Person::id).toList();
    return managers.isEmpty() ? Collections.singletonList(null) : managers;
  }

  /**
   * Tells each manager of a team.
   *
   * @param key what is told; each manager's id makes it their own
   */
  void tellManagers(
      @Nullable String team,
      Handoff handoff,
      NoticeKind kind,
      String key,
      String headline,
      @Nullable Instant dueAt) {
    for (String manager : managersOf(team)) {
      tell(handoff, kind, key + manager, manager, headline, dueAt);
    }
  }

  /** Tells one person. */
  public void tell(
      Handoff handoff,
      NoticeKind kind,
      String key,
      @Nullable String to,
      String headline,
      @Nullable Instant dueAt) {
    outbox.tell(notice(handoff, kind, key, to, headline, briefings.of(handoff, headline, dueAt)));
  }

  /** Tells the team in its own channel, if it has one, without a name. */
  void tellTeam(
      Handoff handoff, NoticeKind kind, String key, String headline, @Nullable Instant dueAt) {
    String team = handoff.team();
    if (team == null || recipients.ofTeam(team).isEmpty()) {
      return;
    }
    LeadBriefing briefing = briefings.ofTeam(handoff, headline, dueAt);
    outbox.tellTeam(
        team,
        new Notice(
            key,
            kind,
            handoff.leadId(),
            handoff.id(),
            Notice.team(team),
            "%s: %s".formatted(headline, briefing.lead().who()),
            briefing));
  }

  /** To the owner, who may answer it at once; a designer's question in the task list only. */
  Notice question(
      Handoff handoff, NoticeKind kind, String key, String headline, Deadline deadline) {
    LeadBriefing told = briefings.of(handoff, headline, deadline.dueAt());
    LeadBriefing briefing =
        HandoffState.isAdded(deadline.clock()) ? told : told.asking(deadline.id());
    return notice(handoff, kind, key, handoff.owner(), headline, briefing);
  }

  private Notice notice(
      Handoff handoff,
      NoticeKind kind,
      String key,
      @Nullable String to,
      String headline,
      LeadBriefing briefing) {
    return new Notice(
        key,
        kind,
        handoff.leadId(),
        handoff.id(),
        to,
        "%s: %s".formatted(headline, briefing.lead().who()),
        briefing,
        handoff.origin().handRaise() && kind.isUrgentForHandRaiser());
  }

  static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
