package dev.baton.access;

import dev.baton.people.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Access to the metrics: a scraping token, an administrator, or a call from this machine.
 *
 * @param token of whoever scrapes, 16 characters or more; empty: none
 */
@ConfigurationProperties("baton.metrics")
record MetricsAccess(@DefaultValue("") String token) {
  private static final int SHORTEST = 16;
  private static final String BEARER = "Bearer ";

  MetricsAccess {
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new IllegalArgumentException("baton.metrics.token takes 16 characters or more");
    }
  }

  AuthorizationDecision of(Supplier<Authentication> by, RequestAuthorizationContext call) {
    return new AuthorizationDecision(
        isThisMachine(call.getRequest().getRemoteAddr())
            || isToken(call.getRequest().getHeader("Authorization"))
            || by.get().getAuthorities().stream()
                .anyMatch(right -> Role.ADMIN.group().equals(right.getAuthority())));
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
