package dev.baton.people;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who keeps whom: managers keep reps, an administrator keeps everybody. */
final class Keepers {
  private Keepers() {}

  static boolean keepsReps(Authentication by) {
    return has(by, Role.MANAGER) || keepsEverybody(by);
  }

  static boolean keepsEverybody(Authentication by) {
    return has(by, Role.ADMIN);
  }

  private static boolean has(Authentication by, Role role) {
    return by.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .anyMatch(role.group()::equals);
  }
}
