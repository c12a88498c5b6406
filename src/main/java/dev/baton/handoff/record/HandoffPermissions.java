package dev.baton.handoff.record;

import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.Team;

/** Who may see and answer a handoff (rule R6). */
public final class HandoffPermissions {
  private HandoffPermissions() {}

  /** Managers see all; a rep sees what is theirs or their team's; marketing reads everything. */
  public static boolean maySee(Person person, Handoff handoff) {
    return person.role() == Role.MARKETING || mayAnswer(person, handoff);
  }

  /** Only a manager changes the owner by word (rule R7). */
  public static boolean mayReassign(Person person) {
    return person.role() == Role.MANAGER || person.role() == Role.ADMIN;
  }

  public static boolean mayAnswer(Person person, Handoff handoff) {
    return switch (person.role()) {
      case MANAGER, ADMIN -> true;
      case SALES ->
          person.id().equals(handoff.owner())
              || Team.EVERYBODY.equals(handoff.team())
              || (person.team() != null && person.team().equals(handoff.team()));
      case MARKETING, DESIGNER -> false;
    };
  }
}
