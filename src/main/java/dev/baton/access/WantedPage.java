package dev.baton.access;

import java.util.regex.Pattern;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Page after a login: the one that was wanted, by its path alone, since the request that was kept
 * may have named any host.
 */
class WantedPage extends SavedRequestAwareAuthenticationSuccessHandler {
  private static final Pattern ORIGIN = Pattern.compile("^https?://[^/?#]*");

  WantedPage() {
    setDefaultTargetUrl("/");
    setRedirectStrategy(
        (request, response, url) -> response.sendRedirect(ORIGIN.matcher(url).replaceFirst("")));
  }
}
