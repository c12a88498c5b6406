package dev.baton.alert;

import java.time.Duration;
import java.time.Instant;

/** How an attempt to deliver ended. */
sealed interface Outcome {

  /** The peer took it. */
  record Sent(String text) implements Outcome {}

  /** It may work later. */
  record Retry(String why) implements Outcome {}

  /** The peer asked us to slow down: nothing goes over this channel until the rest is over. */
  record Hold(String why, Duration rest) implements Outcome {}

  /** It is night where the reader lives. */
  record Wait(Instant until) implements Outcome {}

  /** It goes out as a line of a digest. */
  record Collected() implements Outcome {}

  /** It will never work. */
  record Failed(String why) implements Outcome {}

  /** The reader's address takes no messages, now or later: somebody else has to be told. */
  record Dead(String why) implements Outcome {}

  /** There is nobody to tell, or no way. */
  record Skipped(String why) implements Outcome {}
}
