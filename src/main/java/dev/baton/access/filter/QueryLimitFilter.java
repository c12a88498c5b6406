package dev.baton.access.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Query limit of the webapps: it bounds lists that Cockpit asks for without end, since the engine
 * refuses those.
 */
public class QueryLimitFilter extends OncePerRequestFilter {
  private static final String PARAMETER = "maxResults=";

  private final int longest;

  public QueryLimitFilter(int longest) {
    this.longest = longest;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String query = request.getQueryString();
    if (query != null && query.contains(PARAMETER)) {
      chain.doFilter(request, response);
      return;
    }
    String bounded = (query == null ? "" : query + "&") + PARAMETER + longest;
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public String getQueryString() {
            return bounded;
          }
        },
        response);
  }
}
