package dev.baton.access.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limit of what is sent at the same time to endpoints without a login. Whoever sends a body byte by
 * byte holds a thread of the server as long as it likes: some are left for everybody else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PublicRequestLimitFilter extends OncePerRequestFilter {

  /** Of the 200 threads of the server. */
  private static final int MOST = 150;

  private static final int MOST_OF_AN_ADDRESS = 100;

  private static final Pattern PUBLIC =
      Pattern.compile(
          "/(forms|hooks|web|v1|slack|whatsapp|answer|welcome|book|unsubscribe|about-you"
              + "|api/questions|login)(/.*)?");

  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, Integer> ofAddress = new ConcurrentHashMap<>();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getMethod().equals("GET") || !PUBLIC.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    int total = all.incrementAndGet();
    int own = ofAddress.merge(address, 1, Integer::sum);
    try {
      if (total > MOST || own > MOST_OF_AN_ADDRESS) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.sendError(
            HttpStatus.SERVICE_UNAVAILABLE.value(),
            "Too much is sent at the same time; please send it again in a second");
      } else {
        chain.doFilter(request, response);
      }
    } finally {
      all.decrementAndGet();
      ofAddress.computeIfPresent(address, (key, open) -> open == 1 ? null : open - 1);
    }
  }
}
