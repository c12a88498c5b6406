package dev.baton.people.settings;

import dev.baton.input.ApiProblem;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Permissions to change people: managers keep reps, an administrator keeps everybody. */
final class PeoplePermissions {
  private PeoplePermissions() {}

  static boolean keepsReps(Authentication by) {
    return has(by, Role.MANAGER) || keepsEverybody(by);
  }

  static boolean keepsEverybody(Authentication by) {
    return has(by, Role.ADMIN);
  }

  /**
   * People keep what is their own; of somebody unknown only those who may edit people hear that
   * they are.
   */
  static void checkKeeps(Authentication by, String id, People people) {
    if (id.equals(by.getName())) {
      return;
    }
    if (!keepsReps(by)) {
      throw ApiProblem.forbidden("Only a manager says this of somebody else");
    }
    Person person =
        people.find(id).orElseThrow(() -> ApiProblem.notFound("There is no person " + id));
    if (!keepsEverybody(by) && !person.isRep()) {
      throw ApiProblem.forbidden("Only an administrator keeps people who aren't reps");
    }
  }

  private static boolean has(Authentication by, Role role) {
    return by.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .anyMatch(role.group()::equals);
  }
}
