package dev.baton.people;

import java.util.Arrays;
import java.util.Optional;

/** Role of a person; each role is an engine group of the same id. */
public enum Role {
  SALES("sales"),
  MANAGER("managers"),
  MARKETING("marketing"),
  DESIGNER("designers"),
  ADMIN("camunda-admin");

  private final String group;

  Role(String group) {
    this.group = group;
  }

  /** The engine group's id. */
  public String group() {
    return group;
  }

  public static Optional<Role> ofGroup(String group) {
    return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
  }
}
