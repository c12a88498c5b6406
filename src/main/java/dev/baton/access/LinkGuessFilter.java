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
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Rate limiter for guessed links of mails: an address that opened {@value #MOST} in a minute that
 * don't exist hears so of each further one until the end of that minute. A right link is right at
 * once.
 */
class LinkGuessFilter extends OncePerRequestFilter {
  static final int MOST = 20;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** What looks like a link of ours; anything shorter is nobody's guess. */
  private static final Pattern LINK =
      Pattern.compile(
          "/(answer|n|unsubscribe|about-you|book|welcome|api/questions)/[A-Za-z0-9_-]{43}");

  private final Cache<String, AtomicInteger> guesses =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(MINUTE).build();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!LINK.matcher(request.getRequestURI()).matches()) {
      chain.doFilter(request, response);
      return;
    }
    AtomicInteger count = guesses.get(request.getRemoteAddr(), address -> new AtomicInteger());
    if (count.get() >= MOST) {
      SlowedResponse slowed = new SlowedResponse(response);
      chain.doFilter(request, slowed);
      slowed.finish();
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
      count.incrementAndGet();
    }
  }

  /** Response in which a link that doesn't exist is one guess too many. */
  private static final class SlowedResponse extends ContentCachingResponseWrapper {

    SlowedResponse(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
      if (status == SC_NOT_FOUND) {
        refuse();
      } else {
        super.sendError(status);
      }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      if (status == SC_NOT_FOUND) {
        refuse();
      } else {
        super.sendError(status, message);
      }
    }

    void finish() throws IOException {
      if (getStatus() == SC_NOT_FOUND) {
        refuse();
      } else {
        copyBodyToResponse();
      }
    }

    private void refuse() throws IOException {
      resetBuffer();
      setHeader("Retry-After", String.valueOf(MINUTE.toSeconds()));
      super.sendError(
          429, "Too many links that don't exist from your address; try again in a minute");
    }
  }
}
