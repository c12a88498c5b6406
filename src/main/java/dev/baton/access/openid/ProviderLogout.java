package dev.baton.access.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * The log-out at the provider too, where it offers one. The login page leads there, not the log-out
 * itself: a form may not be sent on to another site, and the script of Tasklist neither.
 */
@Component
public class ProviderLogout extends OidcClientInitiatedLogoutSuccessHandler {
  private static final String ADDRESS = ProviderLogout.class.getName();
  private static final String LOGGED_OUT = "/login?logout";

  ProviderLogout(Providers providers) {
    super(providers);
    setPostLogoutRedirectUri("{baseUrl}" + LOGGED_OUT);
    setDefaultTargetUrl(LOGGED_OUT);
    setRedirectStrategy(ProviderLogout::toLoginPage);
  }

  private static void toLoginPage(
      HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
    if (!address.equals(LOGGED_OUT)) {
      request.getSession().setAttribute(ADDRESS, address);
    }
    response.sendRedirect(LOGGED_OUT);
  }

  /** Where the log-out of this session goes on; once. */
  public static Optional<String> goesOnAt(@Nullable HttpSession session) {
    if (session == null || !(session.getAttribute(ADDRESS) instanceof String address)) {
      return Optional.empty();
    }
    session.removeAttribute(ADDRESS);
    return Optional.of(address);
  }
}
