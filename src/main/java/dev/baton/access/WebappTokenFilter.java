package dev.baton.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that refuses what a session sends to Camunda's webapps without their token. They would
 * refuse it too, but end the session for it, so that any site could log somebody out.
 */
class WebappTokenFilter extends OncePerRequestFilter {
  /** As Camunda's own filter names them. */
  private static final String HEADER = "X-XSRF-TOKEN";

  private static final String ATTRIBUTE = "CAMUNDA_CSRF_TOKEN";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final RequestMatcher webapps;
  private final SecurityProblemWriter writer;

  WebappTokenFilter(RequestMatcher webapps, SecurityProblemWriter writer) {
    this.webapps = webapps;
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (changes(request)
        && webapps.matches(request)
        && SecurityContextHolder.getContext().getAuthentication() != null
        && !isTokenOf(request.getSession(false), request.getHeader(HEADER))) {
      writer.forbidForgery(response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean changes(HttpServletRequest request) {
    return !READING.contains(request.getMethod());
  }

  private static boolean isTokenOf(@Nullable HttpSession session, @Nullable String header) {
    return session != null
        && header != null
        && session.getAttribute(ATTRIBUTE) instanceof String token
        && MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
  }
}
