package dev.baton.handoff.notice;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipients;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
   * What is told of a handoff.
   *
   * @param key what is told; each manager's id makes it their own
   */
  record Told(
      Handoff handoff, NoticeKind kind, String key, Text headline, @Nullable Instant dueAt) {}

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
      Text headline,
      @Nullable Instant dueAt) {
    outbox.tell(toManagers(managersOf(team), new Told(handoff, kind, key, headline, dueAt)));
  }

  /** Tells the managers of each one's team, and reads and writes once for all of them. */
  void tellManagers(List<Told> all) {
    briefings.prepare(all.stream().map(Told::handoff).toList());
    Map<Optional<String>, List<@Nullable String>> managers = new HashMap<>();
    outbox.tell(
        all.stream()
            .flatMap(
                told ->
                    toManagers(
                        managers.computeIfAbsent(
                            Optional.ofNullable(told.handoff().team()),
                            team -> managersOf(team.orElse(null))),
                        told)
                        .stream())
            .toList());
  }

  private List<Notice> toManagers(List<@Nullable String> managers, Told told) {
    NoticeContent content = content(told.headline(), wording -> briefing(told, wording)).once();
    return managers.stream()
        .map(manager -> notice(told.handoff(), told.kind(), told.key() + manager, manager, content))
        .toList();
  }

  private LeadBriefing briefing(Told told, Wording wording) {
    return briefings.of(told.handoff(), told.headline(), told.dueAt(), wording);
  }

  /** The headline and who the lead is in the subject, the briefing in the body. */
  private static NoticeContent content(Text headline, Function<Wording, LeadBriefing> briefing) {
    return wording -> {
      LeadBriefing written = briefing.apply(wording);
      String subject = "%s: %s".formatted(wording.say(headline), written.lead().who());
      return new NoticeContent.Written(subject, written);
    };
  }

  /** Tells one person. */
  public void tell(
      Handoff handoff,
      NoticeKind kind,
      String key,
      @Nullable String to,
      Text headline,
      @Nullable Instant dueAt) {
    outbox.tell(
        notice(
            handoff,
            kind,
            key,
            to,
            content(headline, wording -> briefings.of(handoff, headline, dueAt, wording))));
  }

  /** Tells the team in its own channel, if it has one, without a name. */
  void tellTeam(
      Handoff handoff, NoticeKind kind, String key, Text headline, @Nullable Instant dueAt) {
    tellTeams(List.of(new Told(handoff, kind, key, headline, dueAt)));
  }

  /** Tells the teams in their own channels, where they have one, without a name. */
  void tellTeams(List<Told> all) {
    Map<String, List<Notice>> notices = new LinkedHashMap<>();
    Map<String, Boolean> reached = new HashMap<>();
    for (Told told : all) {
      String team = told.handoff().team();
      if (team != null
          && reached.computeIfAbsent(team, each -> recipients.ofTeam(each).isPresent())) {
        notices.computeIfAbsent(team, none -> new ArrayList<>()).add(ofTeam(told, team));
      }
    }
    notices.forEach(outbox::tellTeam);
  }

  private Notice ofTeam(Told told, String team) {
    Handoff handoff = told.handoff();
    return new Notice(
        told.key(),
        told.kind(),
        handoff.leadId(),
        handoff.id(),
        Notice.team(team),
        content(
            told.headline(),
            wording -> briefings.ofTeam(handoff, told.headline(), told.dueAt(), wording)));
  }

  /** To the owner, who may answer it at once; a designer's question in the task list only. */
  Notice question(Handoff handoff, NoticeKind kind, String key, Text headline, Deadline deadline) {
    boolean added = HandoffState.isAdded(deadline.clock());
    return notice(
        handoff,
        kind,
        key,
        handoff.owner(),
        content(
            headline,
            wording -> {
              LeadBriefing told = briefings.of(handoff, headline, deadline.dueAt(), wording);
              return added ? told : told.asking(deadline.id());
            }));
  }

  private Notice notice(
      Handoff handoff, NoticeKind kind, String key, @Nullable String to, NoticeContent content) {
    return new Notice(
        key,
        kind,
        handoff.leadId(),
        handoff.id(),
        to,
        content,
        handoff.origin().handRaise() && kind.isUrgentForHandRaiser());
  }
}
