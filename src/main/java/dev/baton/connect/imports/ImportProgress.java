package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportColumn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One import and how far it has got.
 *
 * @param state running, done, cancelled, failed, undoing or undone
 * @param rows in each state: waiting, new, joined, repeated, refused, undone, kept
 * @param failure why it stopped by itself, or null
 */
public record ImportProgress(
    String id,
    String as,
    @Nullable String file,
    String by,
    String state,
    Times times,
    RowCounts rows,
    List<ImportColumn> columns,
    @Nullable String failure) {

  /** When it began, and when it ended. */
  public record Times(Instant beganAt, @Nullable Instant endedAt) {}

  /** How many rows there are, and what became of them. */
  public record RowCounts(
      int total,
      int waiting,
      int made,
      int joined,
      int repeated,
      int refused,
      int undone,
      int kept) {

    static RowCounts of(Map<RowState, Integer> counts) {
      return new RowCounts(
          counts.values().stream().mapToInt(Integer::intValue).sum(),
          counts.getOrDefault(RowState.WAITING, 0),
          counts.getOrDefault(RowState.NEW, 0),
          counts.getOrDefault(RowState.JOINED, 0),
          counts.getOrDefault(RowState.REPEATED, 0),
          counts.getOrDefault(RowState.REFUSED, 0),
          counts.getOrDefault(RowState.UNDONE, 0),
          counts.getOrDefault(RowState.KEPT, 0));
    }
  }
}
