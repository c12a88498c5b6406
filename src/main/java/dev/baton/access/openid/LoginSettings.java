package dev.baton.access.openid;

import dev.baton.people.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the log-in.
 *
 * @param local whether people may log in with a name and a password that are kept here
 * @param groupsClaim claim that names a person's groups; a path such as {@code realm_access.roles}
 *     leads into a claim
 * @param idClaim claim that becomes the id of a new person; empty: {@code preferred_username}, else
 *     the part of the e-mail address before its @
 * @param groups values of the groups claim, and the group of a role that each stands for
 */
@ConfigurationProperties("baton.login")
public record LoginSettings(
    @DefaultValue("true") boolean local,
    @DefaultValue("groups") String groupsClaim,
    @DefaultValue("") String idClaim,
    @DefaultValue Map<String, String> groups) {

  /** Whose groups stand for several roles has the first of these. */
  private static final List<Role> ORDER =
      List.of(Role.ADMIN, Role.MANAGER, Role.MARKETING, Role.SALES, Role.DESIGNER);

  public LoginSettings {
    groups.forEach(
        (value, group) -> {
          if (Role.ofGroup(group).isEmpty()) {
            throw new IllegalArgumentException(
                "baton.login.groups.%s says %s; it takes one of %s"
                    .formatted(value, group, String.join(", ", Role.groups())));
          }
        });
  }

  /** Empty when none of the groups stands for a role. */
  Optional<Role> roleOf(Set<String> claimed) {
    return claimed.stream()
        .map(groups::get)
        .flatMap(group -> Optional.ofNullable(group).flatMap(Role::ofGroup).stream())
        .min(Comparator.comparing(ORDER::indexOf));
  }
}
