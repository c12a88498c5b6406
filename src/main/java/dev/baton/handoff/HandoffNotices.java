package dev.baton.handoff;

import dev.baton.alert.Notice;
import dev.baton.alert.Notice.Kind;
import dev.baton.alert.Outbox;
import dev.baton.alert.Pack;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** A notice about a handoff: who the lead is in its subject, the pack in its body. */
@Component
public class HandoffNotices {
  private final Outbox outbox;
  private final Packs packs;
  private final People people;

  HandoffNotices(Outbox outbox, Packs packs, People people) {
    this.outbox = outbox;
    this.packs = packs;
    this.people = people;
  }

  /** Without any manager the notice is to nobody, and the log shows that. */
  List<String> managersOf(String team) {
    List<String> managers = people.managersOf(team).stream().map(Person::id).toList();
    return managers.isEmpty() ? Collections.singletonList(null) : managers;
  }

  /**
   * Tells each manager of a team.
   *
   * @param key what is told; each manager's id makes it their own
   */
  void tellManagers(
      String team, Handoff handoff, Kind kind, String key, String headline, Instant dueAt) {
    for (String manager : managersOf(team)) {
      tell(handoff, kind, key + manager, manager, headline, dueAt);
    }
  }

  /** Tells one person. */
  public void tell(
      Handoff handoff, Kind kind, String key, String to, String headline, Instant dueAt) {
    outbox.tell(notice(handoff, kind, key, to, headline, packs.of(handoff, headline, dueAt)));
  }

  /** Tells the team in its own channel, if it has one, without a name. */
  void tellTeam(Handoff handoff, Kind kind, String key, String headline, Instant dueAt) {
    Pack pack = packs.ofTeam(handoff, headline, dueAt);
    outbox.tellTeam(
        handoff.team(),
        new Notice(
            key,
            kind,
            handoff.leadId(),
            handoff.id(),
            Notice.team(handoff.team()),
            "%s: %s".formatted(headline, pack.who()),
            pack));
  }

  /** To the owner, who may answer it at once. */
  Notice question(Handoff handoff, Kind kind, String key, String headline, Deadline deadline) {
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
        handoff.handRaise() && kind.isUrgentForHandRaiser());
  }

  static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
