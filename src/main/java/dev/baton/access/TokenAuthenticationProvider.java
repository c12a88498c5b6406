package dev.baton.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authentication of machines by a bearer token, with the one right to send signals. */
class TokenAuthenticationProvider extends OncePerRequestFilter {
  static final String SIGNALS = "signals";
  private static final String BEARER = "Bearer ";

  private final Tokens tokens;
  private final ApplicationEventPublisher events;

  TokenAuthenticationProvider(Tokens tokens, ApplicationEventPublisher events) {
    this.tokens = tokens;
    this.events = events;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header != null && header.startsWith(BEARER)) {
      String token = header.substring(BEARER.length()).trim();
      tokens.nameOf(token).ifPresentOrElse(name -> login("token:" + name), () -> failed(request));
    }
    chain.doFilter(request, response);
  }

  private static void login(String name) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            name, null, AuthorityUtils.createAuthorityList(SIGNALS)));
    SecurityContextHolder.setContext(context);
  }

  private void failed(HttpServletRequest request) {
    var attempt = UsernamePasswordAuthenticationToken.unauthenticated("token", null);
    attempt.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
    events.publishEvent(
        new AuthenticationFailureBadCredentialsEvent(
            attempt, new BadCredentialsException("Unknown or revoked token")));
  }
}
