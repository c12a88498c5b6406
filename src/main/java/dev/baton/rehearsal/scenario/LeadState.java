package dev.baton.rehearsal.scenario;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead of a scenario stands.
 *
 * @param stage null before its first signal
 * @param result how its last handoff ended, or null
 */
public record LeadState(
    @Nullable String stage,
    @Nullable Integer score,
    @Nullable String owner,
    @Nullable String team,
    @Nullable String result,
    List<DueAnswer> deadlines,
    List<ToldNotice> notices) {
  public static final LeadState UNKNOWN =
      new LeadState(null, null, null, null, null, List.of(), List.of());

  /**
   * A deadline of its handoff.
   *
   * @param stoppedAt when it was answered, or ended otherwise; null while it runs
   */
  public record DueAnswer(
      String clock,
      @Nullable String owner,
      Instant dueAt,
      @Nullable Instant stoppedAt,
      @Nullable Instant missedAt) {

    public boolean runs() {
      return stoppedAt == null;
    }
  }

  /**
   * What somebody was told.
   *
   * @param to a person's id, or null for the lead
   * @param role what they are, such as {@code sales}
   */
  public record ToldNotice(
      String kind, @Nullable String to, @Nullable String role, Instant at, String subject) {}
}
