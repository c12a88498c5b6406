package dev.baton.alert.delivery;

import java.time.Instant;

/** Failed deliveries of one table: what has used up its attempts and waits for somebody. */
public interface FailedDeliverySource {

  /** What such a row is, such as {@code notice}; its ids begin with that. */
  String what();

  /**
   * A query of all of them, with the columns {@code id, what, channel, handoff_id, lead_id, "to",
   * subject, why, attempts, at}.
   */
  String all();

  /** The cause is mended: it is tried from its first attempt on. */
  void again(long number, Instant now);

  /** Nobody needs it any more. */
  void giveUp(long number, String by);
}
