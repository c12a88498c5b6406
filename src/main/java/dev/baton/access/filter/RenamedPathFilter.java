package dev.baton.access.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Aliases of paths that were renamed in 0.2.0, for one release: the API answers under the earlier
 * path too, and a page leads to its new address. It stands before the security chains, so that the
 * rights are those of the new path.
 */
@Component
@Order(RenamedPathFilter.AFTER_NORMALIZATION)
public class RenamedPathFilter extends OncePerRequestFilter {
  public static final int AFTER_NORMALIZATION = Ordered.HIGHEST_PRECEDENCE + 1;
  private static final Map<Pattern, String> API =
      Map.of(
          Pattern.compile("/api/alerts/stuck(/.+)?"), "/api/alerts/failed$1",
          Pattern.compile("/api/insight/promises"), "/api/insight/marketing-sla",
          Pattern.compile("/api/insight/sla/sitting"), "/api/insight/sla/stalled",
          Pattern.compile("/api/leads/([^/]+)/lookalikes"), "/api/leads/$1/duplicates");
  private static final Map<Pattern, String> PAGES =
      Map.of(Pattern.compile("/funnel/noes(/leads)?"), "/funnel/rejections$1");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    Optional<String> page =
        HttpMethod.GET.matches(request.getMethod()) ? renamed(PAGES, path) : Optional.empty();
    if (page.isPresent()) {
      String query = request.getQueryString();
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader(HttpHeaders.LOCATION, page.get() + (query == null ? "" : "?" + query));
      return;
    }
    Optional<String> api = renamed(API, path);
    chain.doFilter(api.isEmpty() ? request : new Renamed(request, api.get()), response);
  }

  private static Optional<String> renamed(Map<Pattern, String> table, String path) {
    return table.entrySet().stream()
        .map(entry -> Map.entry(entry.getKey().matcher(path), entry.getValue()))
        .filter(entry -> entry.getKey().matches())
        .map(entry -> entry.getKey().replaceFirst(entry.getValue()))
        .findFirst();
  }

  /** The same request under its new path. */
  private static final class Renamed extends HttpServletRequestWrapper {
    private final String path;

    Renamed(HttpServletRequest request, String path) {
      super(request);
      this.path = path;
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public String getServletPath() {
      return path;
    }

    @Override
    public StringBuffer getRequestURL() {
      StringBuffer url = super.getRequestURL();
      return url.replace(url.length() - super.getRequestURI().length(), url.length(), path);
    }
  }
}
