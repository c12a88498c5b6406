package dev.baton.connect.website;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.input.ApiProblem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;

/** Limit of what one address may send in a minute, where nobody logs in. */
final class CallsPerMinute {
  private final int most;
  private final Cache<String, AtomicInteger> calls =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  CallsPerMinute(int most) {
    this.most = most;
  }

  /**
   * Counts one.
   *
   * @throws ApiProblem 429 beyond the limit
   */
  void count(String address) {
    if (calls.get(address, first -> new AtomicInteger()).incrementAndGet() > most) {
      throw new ApiProblem(
          HttpStatus.TOO_MANY_REQUESTS,
          "More than %d in a minute from one address; try again in a minute".formatted(most));
    }
  }
}
