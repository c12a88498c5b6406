package dev.baton.handoff.record;

import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import dev.baton.people.Team;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Permissions on a handoff and its lead: who may see and answer it (rule R6). */
public final class HandoffPermissions {
  /**
   * SQL for what a rep sees, of a handoff {@code h}: what is theirs, their team's or everybody's.
   * Without a rep all of it; {@link #params} are its parameters.
   */
  public static final String VISIBLE =
      """
      (cast(:rep as varchar) is null or h.owner = :rep
        or h.team = '%s' or h.team = cast(:team as varchar))
      """
          .formatted(Team.EVERYBODY);

  private HandoffPermissions() {}

  /** The parameters of {@link #VISIBLE} for who reads. */
  public static Map<String, Object> params(Person person) {
    return params(person.isRep() ? person.id() : null, person.team());
  }

  /** The same for a rep of a team; without a rep for everybody's. */
  public static Map<String, Object> params(@Nullable String rep, @Nullable String team) {
    Map<String, Object> params = new HashMap<>();
    params.put("rep", rep);
    params.put("team", team);
    return params;
  }

  /** Managers see all; a rep sees what is theirs or their team's; marketing reads everything. */
  public static boolean maySee(Person person, Handoff handoff) {
    return person.role().may(Right.READ_ALL) || mayAnswer(person, handoff);
  }

  /** The same of a colleague's. */
  public static boolean maySee(Person person, CompanyHandoff handoff) {
    return person.role().may(Right.READ_ALL)
        || (person.role().may(Right.ANSWER) && isTheirs(person, handoff.owner(), handoff.team()));
  }

  /** Only a manager changes the owner by word (rule R7). */
  public static boolean mayReassign(Person person) {
    return person.role().may(Right.OVERSEE);
  }

  public static boolean mayAnswer(Person person, Handoff handoff) {
    return person.role().may(Right.OVERSEE)
        || (person.role().may(Right.ANSWER) && isTheirs(person, handoff.owner(), handoff.team()));
  }

  private static boolean isTheirs(Person person, @Nullable String owner, @Nullable String team) {
    return person.id().equals(owner)
        || Team.EVERYBODY.equals(team)
        || (person.team() != null && person.team().equals(team));
  }
}
