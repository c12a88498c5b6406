package dev.baton.agent.proposal;

import dev.baton.handoff.record.Handoff;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.Role.Right;
import dev.baton.people.Team;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who decides on a proposal.
 *
 * @param owner null where any of the group may
 * @param team a team, or the group of marketing
 */
public record Approver(@Nullable String owner, String team) {

  /** The owner of a handoff, or marketing where it has no owner who still works here. */
  public static Approver of(Handoff handoff, Optional<Person> owner) {
    return owner
        .filter(Person::isActiveRep)
        .map(rep -> new Approver(rep.id(), teamOf(handoff)))
        .orElseGet(Approver::marketing);
  }

  /** Anybody of marketing. */
  public static Approver marketing() {
    return new Approver(null, Role.MARKETING.group());
  }

  private static String teamOf(Handoff handoff) {
    return Optional.ofNullable(handoff.team()).orElse(Team.EVERYBODY);
  }

  /** Managers, who it is asked, and their team; marketing what is marketing's. */
  public boolean mayDecide(Person person) {
    if (!person.active()) {
      return false;
    }
    if (person.role().may(Right.OVERSEE)) {
      return true;
    }
    return team.equals(Role.MARKETING.group())
        ? person.role() == Role.MARKETING
        : person.isRep()
            && (person.id().equals(owner)
                || team.equals(Team.EVERYBODY)
                || team.equals(person.team()));
  }
}
