package dev.baton.access.openid;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom a provider has logged in, by the name they have here. */
final class StaffOidcUser extends DefaultOidcUser {
  private static final long serialVersionUID = 1L;

  private final String id;

  StaffOidcUser(String id, List<? extends GrantedAuthority> groups, OidcUser user) {
    super(groups, user.getIdToken(), user.getUserInfo());
    this.id = id;
  }

  @Override
  public String getName() {
    return id;
  }
}
