package dev.baton.mailbox;

import dev.baton.sql.PlainHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the mailbox: it can't be read, or hasn't been for too long. */
@Component
class MailboxHealthIndicator implements HealthIndicator {
  private static final Duration LATE = Duration.ofMinutes(10);

  private final Mailbox mailbox;
  private final Clock clock;

  MailboxHealthIndicator(Mailbox mailbox, Clock clock) {
    this.mailbox = mailbox;
    this.clock = clock;
  }

  @Override
  public Health health() {
    MailboxState state = mailbox.state();
    Instant readAt = state.readAt();
    if (!state.on()) {
      return PlainHealth.up("No mailbox is set up.");
    }
    if (state.failingSince() != null) {
      return PlainHealth.degraded(
          "Answers of leads don't come in: %s."
              .formatted(Objects.requireNonNullElse(state.error(), "the mailbox can't be read")),
          state.failingSince(),
          "An administrator looks at the settings baton.imap.*. What has arrived is read then.",
          "/settings#channels");
    }
    if (readAt != null && readAt.isBefore(clock.instant().minus(LATE.plus(mailbox.pause())))) {
      return PlainHealth.degraded(
          "The mailbox hasn't been read for more than ten minutes.",
          readAt,
          "Ask who runs Baton to look at this node.",
          "/settings#channels");
    }
    return PlainHealth.up("The mailbox is read.");
  }
}
