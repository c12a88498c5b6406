package dev.baton.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Filter that ends the session of a login that is over; its caller is a stranger from here on. */
class EndedLoginFilter extends OncePerRequestFilter {
  private final SessionLogins logins;

  EndedLoginFilter(SessionLogins logins) {
    this.logins = logins;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      Authentication login = SecurityContextHolder.getContext().getAuthentication();
      if (login != null && isOver(session, login)) {
        end(session);
        SecurityContextHolder.clearContext();
      }
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(HttpSession session, Authentication login) {
    try {
      return logins.isOver(session, login.getName());
    } catch (IllegalStateException endedByAnotherRequest) {
      return true;
    }
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException endedByAnotherRequest) {
      // that is what was wanted
    }
  }
}
