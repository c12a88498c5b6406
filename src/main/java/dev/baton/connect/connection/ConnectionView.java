package dev.baton.connect.connection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection and how it goes, without what is secret.
 *
 * @param state {@code active}, {@code paused}, {@code held} (nothing is sent for a while) or {@code
 *     unset} (a setting lacks)
 * @param waiting how many messages wait
 * @param failed how many it doesn't take; a replay sends them again
 * @param lag since how many seconds the oldest of those that wait does
 */
public record ConnectionView(
    String name,
    String kind,
    String state,
    int waiting,
    int failed,
    long lag,
    @Nullable Instant lastSentAt,
    @Nullable LastError lastError,
    Terms terms) {

  /** What the system, or the way to it, said last that was no yes. */
  public record LastError(Instant at, String text) {}

  /** How many messages were not sent, or not taken, and why. */
  public record NotSent(String why, int messages) {}

  /**
   * How it is set up.
   *
   * @param url its server; the rest of the address may be secret
   * @param usedToday calls of the day's quota
   * @param notSent the reasons of most messages that were not
   * @param missing what has to be set before anything can be sent
   */
  public record Terms(
      @Nullable String url,
      List<String> events,
      @Nullable Integer dailyQuota,
      int usedToday,
      @Nullable Instant heldUntil,
      @Nullable String missing,
      List<NotSent> notSent,
      String changedBy,
      Instant changedAt) {}
}
