package dev.baton.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rate limiter for failed logins and guessed link tokens: an address that failed {@value #MOST}
 * times in a minute may not try again before that minute is over. The engine locks a guessed user
 * besides, so in front of it stands this, or a guesser could lock everybody out.
 */
@Component
class LoginRateLimitFilter extends OncePerRequestFilter {
  static final int MOST = 20;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Cache<String, AtomicInteger> failures =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(MINUTE).build();

  private static final Pattern LINK =
      Pattern.compile("/(answer|n|unsubscribe|about-you|api/questions)/[A-Za-z0-9_-]{43}");

  private final Cache<String, AtomicInteger> guesses =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(MINUTE).build();

  @EventListener
  void on(AbstractAuthenticationFailureEvent failed) {
    if (failed.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
      failures.get(details.getRemoteAddress(), address -> new AtomicInteger()).incrementAndGet();
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean link = LINK.matcher(request.getRequestURI()).matches();
    if (link ? isTired(guesses, request) : isTired(failures, request) && isAttempt(request)) {
      response.setHeader("Retry-After", String.valueOf(MINUTE.toSeconds()));
      response.sendError(429, "Too many failed tries from your address; wait a minute");
      return;
    }
    chain.doFilter(request, response);
    if (link && response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
      guesses.get(request.getRemoteAddr(), address -> new AtomicInteger()).incrementAndGet();
    }
  }

  private static boolean isTired(Cache<String, AtomicInteger> counts, HttpServletRequest request) {
    AtomicInteger count = counts.getIfPresent(request.getRemoteAddr());
    return count != null && count.get() >= MOST;
  }

  private static boolean isAttempt(HttpServletRequest request) {
    return request.getHeader("Authorization") != null
        || (request.getMethod().equals("POST") && request.getRequestURI().endsWith("/login"));
  }
}
