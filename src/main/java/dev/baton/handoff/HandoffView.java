package dev.baton.handoff;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.handoff.answer.Qualification;
import dev.baton.handoff.record.HandoffClosing;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Judge;
import dev.baton.handoff.record.Ownership;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A handoff as the HTTP contract shows it. */
public record HandoffView(
    String id,
    HandoffState state,
    @JsonUnwrapped Ownership ownership,
    @JsonUnwrapped Beginning beginning,
    @JsonUnwrapped HandoffClosing closing,
    Judge policy,
    Attempts attempts,
    @Nullable Qualification qualification,
    List<Clock> deadlines) {

  /**
   * How it began.
   *
   * @param cycle counts the lead's handoffs from 1
   * @param models the hash of all models in force then (rule R21); null before it was kept
   */
  public record Beginning(int cycle, String channel, Instant mqlAt, @Nullable String models) {}

  /** One clock of it, in one round. */
  public record Clock(
      String clock,
      int round,
      @Nullable String owner,
      Instant startedAt,
      @Nullable Instant warnAt,
      Instant dueAt,
      @JsonUnwrapped Verdict verdict,
      List<Still> pauses,
      Parts elapsed) {}

  /** What became of a clock. */
  public record Verdict(
      @Nullable Instant metAt,
      @Nullable Instant missedAt,
      @Nullable Instant endedAt,
      @Nullable Instant voidedAt) {

    boolean runs() {
      return metAt == null && endedAt == null && voidedAt == null;
    }
  }

  /**
   * A time in which the clock stood, or stands, still.
   *
   * @param until when it was to go on
   * @param resumedAt when somebody let it go on before that, or null
   */
  public record Still(
      String reason,
      @Nullable String note,
      String by,
      Instant from,
      Instant until,
      @Nullable Instant resumedAt) {}

  /** Where its time went until it stopped, or until now: whole seconds that sum to the whole. */
  public record Parts(long system, long queue, long business, long paused, long afterHours) {}
}
