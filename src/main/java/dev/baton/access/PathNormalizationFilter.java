package dev.baton.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that refuses paths that could be read in two ways, before anybody decides by them, and a
 * NUL before it reaches a database that knows none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PathNormalizationFilter extends OncePerRequestFilter {
  private static final Pattern ODD =
      Pattern.compile(
          "//|;|\\\\|(^|/)\\.\\.?(/|$)|\\p{Cntrl}|%("
              // what separates, and control characters
              + "2[5ef]|3b|5c|7f|[01][0-9a-f]"
              // what needs no escape, so that /%61pi and /api can't be two things
              + "|2d|3[0-9]|[46][1-9a-f]|[57][0-9a]|5f)",
          Pattern.CASE_INSENSITIVE);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    if (ODD.matcher(request.getRequestURI()).find() || (query != null && query.contains("%00"))) {
      response.sendError(400, "The address is not valid");
      return;
    }
    chain.doFilter(request, response);
  }
}
