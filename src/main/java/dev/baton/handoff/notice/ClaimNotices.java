package dev.baton.handoff.notice;

import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.record.Handoff;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.people.Teams;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a team that claims its leads is told of a new one. */
@Component
class ClaimNotices {
  private final HandoffNotices notices;
  private final People people;
  private final Teams teams;
  private final Availability availability;

  ClaimNotices(HandoffNotices notices, People people, Teams teams, Availability availability) {
    this.notices = notices;
    this.people = people;
    this.teams = teams;
    this.availability = availability;
  }

  /** Whoever of a team that claims its leads is here now, or all who aren't away. */
  void tell(Handoff handoff, Deadline deadline) {
    String team = handoff.team();
    if (team == null || !teams.isPool(team)) {
      return;
    }
    notices.tellTeam(
        handoff,
        NoticeKind.ASSIGNED,
        "team-claim:%d".formatted(deadline.id()),
        Text.of("team_claim"),
        deadline.dueAt());
    List<Person> reps = people.activeReps(team);
    Map<String, Presence> presences = availability.of(reps, deadline.start().recordedAt());
    boolean anybodyOnShift = presences.values().stream().anyMatch(Presence::isOnShift);
    reps.stream()
        .filter(rep -> isHere(presences.get(rep.id()), anybodyOnShift))
        .forEach(
            rep ->
                notices.tell(
                    handoff,
                    NoticeKind.ASSIGNED,
                    "claim:%d:%s".formatted(deadline.id(), rep.id()),
                    rep.id(),
                    Text.of("claim"),
                    deadline.dueAt()));
  }

  private static boolean isHere(@Nullable Presence presence, boolean anybodyOnShift) {
    return presence != null && presence.takesLeads() && (presence.isOnShift() || !anybodyOnShift);
  }
}
