package dev.baton.sql;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/**
 * Health in words for people who run a business, not a server: what is so, since when, what to do
 * and on which page. It is the health that {@code /actuator/health} shows, so that both say one
 * thing.
 */
public final class PlainHealth {
  /** Something waits or is ill; the node serves on, and the status of the answer stays 200. */
  public static final Status DEGRADED = new Status("DEGRADED");

  private static final String SAYS = "says";
  private static final String SINCE = "since";
  private static final String ADVICE = "advice";
  private static final String PAGE = "page";

  private PlainHealth() {}

  public static Health up(String says) {
    return Health.up().withDetail(SAYS, says).build();
  }

  /** Degraded; who can do something about it is told what, and where. */
  public static Health degraded(
      String says, @Nullable Instant since, String advice, @Nullable String page) {
    return of(Health.status(DEGRADED), says, since, advice, page);
  }

  /** Down: the answer's status is 503, and a proxy sends nobody here. */
  public static Health down(String says, String advice) {
    return of(Health.down(), says, null, advice, null);
  }

  private static Health of(
      Health.Builder health,
      String says,
      @Nullable Instant since,
      String advice,
      @Nullable String page) {
    health.withDetail(SAYS, says).withDetail(ADVICE, advice);
    if (since != null) {
      health.withDetail(SINCE, since.toString());
    }
    if (page != null) {
      health.withDetail(PAGE, page);
    }
    return health.build();
  }

  /** What a health says in words; null where it says nothing. */
  public record Words(
      @Nullable String says,
      @Nullable Instant since,
      @Nullable String advice,
      @Nullable String page) {
    public static Words of(Map<String, Object> details) {
      return new Words(
          text(details.get(SAYS)),
          details.get(SINCE) instanceof String since ? Instant.parse(since) : null,
          text(details.get(ADVICE)),
          text(details.get(PAGE)));
    }

    private static @Nullable String text(@Nullable Object detail) {
      return detail instanceof String text ? text : null;
    }
  }
}
