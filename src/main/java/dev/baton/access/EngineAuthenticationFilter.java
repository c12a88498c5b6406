package dev.baton.access;

import dev.baton.engine.EngineUsers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that tells the engine who calls its REST API, so that the engine checks the rights itself.
 */
class EngineAuthenticationFilter extends OncePerRequestFilter {
  private final EngineUsers users;

  EngineAuthenticationFilter(EngineUsers users) {
    this.users = users;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    users.actAs(login.getName(), WebappAuthenticationProvider.groups(login));
    try {
      chain.doFilter(request, response);
    } finally {
      users.actAsNobody();
    }
  }
}
