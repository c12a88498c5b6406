package dev.baton.access.token;

import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Calls of tokens on this node, counted by the minute; when each was last used is written once a
 * minute, so that no call pays for it.
 */
@Component
public class TokenCalls {
  private static final Logger LOG = LoggerFactory.getLogger(TokenCalls.class);

  private final JdbcClient db;
  private final Clock clock;
  private final int usual;
  private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
  private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

  TokenCalls(JdbcClient db, Clock clock, IntakeSettings settings) {
    this.db = db;
    this.clock = clock;
    this.usual = settings.callsAMinute();
  }

  private record Minute(Instant start, int calls) {}

  /** Counts a call; how long its machine has to wait instead, zero when it need not. */
  public Duration count(Token token) {
    Instant now = clock.instant();
    Instant start = now.truncatedTo(ChronoUnit.MINUTES);
    Minute minute =
        minutes.merge(
            token.id(),
            new Minute(start, 1),
            (known, first) ->
                known.start().equals(start) ? new Minute(start, known.calls() + 1) : first);
    if (minute.calls() > Objects.requireNonNullElse(token.terms().callsAMinute(), usual)) {
      return Duration.between(now, start.plus(1, ChronoUnit.MINUTES));
    }
    unwritten.put(token.id(), now);
    return Duration.ZERO;
  }

  /** What can't be written now is written with the next one. */
  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void write() {
    unwritten.forEach(
        (id, at) -> {
          try {
            db.sql(
                    """
                    update api_token set last_used_at = :at
                    where id = :id and (last_used_at is null or last_used_at < :at)
                    """)
                .param("at", Sql.timestamp(at.truncatedTo(ChronoUnit.MINUTES)))
                .param("id", id)
                .update();
            unwritten.remove(id, at);
          } catch (RuntimeException e) {
            LOG.warn("When a token was last used can't be written", e);
          }
        });
  }
}
