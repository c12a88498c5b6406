package dev.baton.insight.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.alert.message.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * Usefulness of one kind of notice (rule R28).
 *
 * @param told notices, each counted once over however many channels
 * @param followed by an act within their window
 * @param open without an act, and their window isn't over
 * @param share of those that aren't open, followed; null where there are none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record NoticeUsefulnessRow(
    NoticeKind kind, long told, long followed, long open, @Nullable Double share) {
  /** How many there must be before a share says anything. */
  public static final int ENOUGH = 20;

  static final double LOW = 0.5;

  static NoticeUsefulnessRow of(NoticeKind kind, long told, long followed, long open) {
    long judged = told - open;
    return new NoticeUsefulnessRow(
        kind, told, followed, open, judged == 0 ? null : (double) followed / judged);
  }

  /** How many the share is of. */
  public long judged() {
    return told - open;
  }

  public boolean isEnough() {
    return judged() >= ENOUGH;
  }

  /** Whether enough were told to say that most of them are not acted on. */
  public boolean isLow() {
    return isEnough() && share != null && share < LOW;
  }
}
