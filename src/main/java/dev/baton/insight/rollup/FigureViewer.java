package dev.baton.insight.rollup;

import dev.baton.people.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who reads. A rep sees, by rep, their own row and the total; whoever is not known to see more is
 * treated like a rep.
 */
public record FigureViewer(String name, boolean seesEverybody) {
  private static final Set<String> READERS_OF_ALL = Set.of(Role.groups(Role.Right.READ_ALL));

  public static FigureViewer of(Authentication who) {
    return new FigureViewer(
        who.getName(),
        who.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .anyMatch(READERS_OF_ALL::contains));
  }

  public boolean maySee(@Nullable String person) {
    return seesEverybody || name.equals(person);
  }
}
