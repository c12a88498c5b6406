package dev.baton.alert.message;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an attempt to deliver ended. */
public sealed interface DeliveryOutcome {

  /** The peer took it. */
  record Sent(String text) implements DeliveryOutcome {}

  /** It may work later. */
  record Retry(String why) implements DeliveryOutcome {}

  /** The peer asked us to slow down: nothing goes over this channel until the rest is over. */
  record Hold(String why, Duration rest) implements DeliveryOutcome {}

  /** The peer refuses our own credential: nothing goes over this channel until it is renewed. */
  record Unauthorized(String why) implements DeliveryOutcome {}

  /**
   * It goes out later, and this is no attempt.
   *
   * @param why null: it is night where the reader lives
   */
  record Wait(Instant until, @Nullable String why) implements DeliveryOutcome {
    public Wait(Instant until) {
      this(until, null);
    }
  }

  /** It goes out as a line of a digest. */
  record Collected() implements DeliveryOutcome {}

  /** It will never work. */
  record Failed(String why) implements DeliveryOutcome {}

  /** The reader's address takes no messages, now or later: somebody else has to be told. */
  record Dead(String why) implements DeliveryOutcome {}

  /** There is nobody to tell, or no way. */
  record Skipped(String why) implements DeliveryOutcome {}
}
