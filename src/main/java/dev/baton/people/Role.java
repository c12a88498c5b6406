package dev.baton.people;

import static dev.baton.people.Role.Right.ANSWER;
import static dev.baton.people.Role.Right.MARKET;
import static dev.baton.people.Role.Right.OVERSEE;
import static dev.baton.people.Role.Right.PROPOSE;
import static dev.baton.people.Role.Right.READ;
import static dev.baton.people.Role.Right.READ_ALL;

import dev.baton.engine.EngineAccess;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Role of a person: what they may do, and the engine group of the same id. */
public enum Role {
  SALES("sales", Set.of(EngineAccess.WORK), READ, ANSWER),
  MANAGER(
      "managers", Set.of(EngineAccess.WORK, EngineAccess.OVERSEE), READ, READ_ALL, ANSWER, OVERSEE),
  MARKETING("marketing", Set.of(EngineAccess.WORK), READ, READ_ALL, MARKET, PROPOSE),
  DESIGNER("designers", Set.of(EngineAccess.DESIGN), PROPOSE),
  ADMIN("camunda-admin", Set.of(EngineAccess.ADMINISTER), Right.values());

  /** What a role may do; a right of its own is never part of another. */
  public enum Right {
    /** Reads leads: those that are theirs or their team's. */
    READ,
    /** Reads everybody's leads, figures and messages. */
    READ_ALL,
    /** Answers handoffs: those that are theirs or their team's. */
    ANSWER,
    /** Looks after everybody's handoffs: answers, reassigns, decides. */
    OVERSEE,
    /** Does marketing's part: answers rejections, keeps the mails to leads. */
    MARKET,
    /** Proposes changes of models. */
    PROPOSE
  }

  private final String group;
  private final Set<EngineAccess> engine;
  private final Set<Right> rights;

  Role(String group, Set<EngineAccess> engine, Right... rights) {
    this.group = group;
    this.engine = engine;
    this.rights = Set.of(rights);
  }

  /** The engine group's id. */
  public String group() {
    return group;
  }

  public Set<EngineAccess> engine() {
    return engine;
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }

  public static Optional<Role> ofGroup(String group) {
    return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
  }

  /** The groups of all roles. */
  public static String[] groups() {
    return Arrays.stream(values()).map(Role::group).toArray(String[]::new);
  }

  /** The groups of the roles that have one of these rights. */
  public static String[] groups(Right... anyOf) {
    return Arrays.stream(values())
        .filter(role -> Arrays.stream(anyOf).anyMatch(role::may))
        .map(Role::group)
        .toArray(String[]::new);
  }
}
