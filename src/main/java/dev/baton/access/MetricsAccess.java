package dev.baton.access;

import dev.baton.access.token.TokenScope;
import dev.baton.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Access to the metrics: a scraping token, a machine with that scope, an administrator, or a call
 * from this machine.
 *
 * @param token of whoever scrapes, 16 characters or more; empty: none
 */
@ConfigurationProperties("baton.metrics")
record MetricsAccess(@DefaultValue("") String token) {
  private static final int SHORTEST = 16;
  private static final String BEARER = "Bearer ";
  private static final Set<String> OPENING =
      Set.of(Role.ADMIN.group(), TokenScope.METRICS.authority());

  MetricsAccess {
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new IllegalArgumentException("baton.metrics.token takes 16 characters or more");
    }
  }

  AuthorizationDecision of(Supplier<Authentication> by, RequestAuthorizationContext call) {
    return new AuthorizationDecision(
        knows(call.getRequest())
            || by.get().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(OPENING::contains));
  }

  /** Who needs no login for it. */
  boolean knows(HttpServletRequest call) {
    return isThisMachine(call.getRemoteAddr()) || isToken(call.getHeader("Authorization"));
  }

  private boolean isToken(@Nullable String header) {
    return header != null
        && header.startsWith(BEARER)
        && !token.isEmpty()
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8),
            header.substring(BEARER.length()).trim().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isThisMachine(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
