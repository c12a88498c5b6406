package dev.baton.alert;

import dev.baton.sql.PlainHealth;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Health of the outbox: messages that are due and don't go out. */
@Component
class OutboxHealthIndicator implements HealthIndicator {
  /** Longer than a channel takes that asks for patience. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private final JdbcClient db;
  private final Clock clock;

  OutboxHealthIndicator(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  private record Late(long messages, @Nullable Instant since) {}

  @Override
  public Health health() {
    Late late =
        db.sql(
                """
                select count(*) as messages, min(next_attempt_at) as since from notice
                where state = 'pending' and next_attempt_at < :before
                """)
            .param("before", Sql.timestamp(clock.instant().minus(LATE)))
            .query(RecordRows.of(Late.class))
            .single();
    if (late.messages() == 0) {
      return PlainHealth.up("Messages go out when they are due.");
    }
    return PlainHealth.degraded(
        late.messages() == 1
            ? "One message has been due for more than ten minutes."
            : "%d messages have been due for more than ten minutes.".formatted(late.messages()),
        late.since(),
        "Look at the channels: one of them may be slow or out of reach.",
        "/settings#channels");
  }
}
