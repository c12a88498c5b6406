package dev.baton.handoff.lifecycle;

import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table {@code rejection-next-step}.
 *
 * @param restDays how long the lead rests when nobody named a day; null for a place of no return
 * @param daysBefore how long before a contract's renewal the rest is over
 * @param follow what somebody or something does about it: {@code find_contact}, {@code merge},
 *     {@code suppress}, or nothing
 * @param tells who hears that the rest is over: {@code owner}, {@code marketing}, or nobody
 */
record RejectionConsequence(
    Stage stage, @Nullable Long restDays, long daysBefore, String follow, String tells) {

  /** A table from before the later columns leaves them empty. */
  static RejectionConsequence of(Map<String, Object> row) {
    Long before = days(row.get("daysBefore"));
    return new RejectionConsequence(
        Stage.valueOf((String) Objects.requireNonNull(row.get("nextStep"), "nextStep")),
        days(row.get("coolingOffDays")),
        before == null ? 0 : before,
        word(row.get("follow")),
        word(row.get("tells")));
  }

  private static @Nullable Long days(@Nullable Object cell) {
    return cell instanceof Number number ? Long.valueOf(number.longValue()) : null;
  }

  private static String word(@Nullable Object cell) {
    return cell instanceof String word ? word : "";
  }

  /** Before the renewal; where that has passed already, half-way to it. */
  Instant before(Instant renewal, Instant no) {
    Instant early = renewal.minus(Duration.ofDays(daysBefore));
    return early.isAfter(no) ? early : no.plus(Duration.between(no, renewal).dividedBy(2));
  }

  @Nullable Instant restsUntil(Instant no) {
    return restDays == null ? null : no.plus(Duration.ofDays(restDays));
  }
}
