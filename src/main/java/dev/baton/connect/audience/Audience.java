package dev.baton.connect.audience;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads in some stages, and of some segments, whom another system keeps in a list.
 *
 * @param connection null: a file only
 * @param list the id of the list there, where it has one
 * @param stages none: it is being emptied
 * @param segments none: all
 * @param filledAt when all leads were looked at last, or null
 * @param failure when the other system didn't take it last, and what it said; or null
 */
public record Audience(
    String name,
    @Nullable String connection,
    @Nullable String list,
    List<String> stages,
    List<String> segments,
    String changedBy,
    Instant changedAt,
    @Nullable Instant filledAt,
    @Nullable Failure failure) {

  /** What the other system said, and when. */
  record Failure(String text, Instant at) {}

  boolean isEnding() {
    return stages.isEmpty();
  }
}
