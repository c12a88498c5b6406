package dev.baton.input;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Filter that answers 503 where the database was lost before a controller had the request. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DatabaseOutageFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutageFilter.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      Optional<ApiProblem> outage = DatabaseOutage.of(failure);
      if (outage.isEmpty() || response.isCommitted()) {
        throw failure;
      }
      LOG.warn("The database can't be reached: {}", failure.getMessage());
      response.resetBuffer();
      response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseOutage.AGAIN_AFTER_SECONDS);
      response.sendError(503, outage.get().getMessage());
    }
  }
}
