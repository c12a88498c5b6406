package dev.baton.change.progress;

import org.jspecify.annotations.Nullable;

/**
 * How far what goes on with a change is.
 *
 * @param check its leads that are judged again; null while it isn't checked
 * @param move processes that go over to it, or back; null where none were moved
 */
public record ChangeProgress(@Nullable Count check, @Nullable Count move) {

  /**
   * So many of all.
   *
   * @param failed that don't go on by themselves
   */
  public record Count(int done, int total, int failed) {
    public boolean isDone() {
      return done >= total;
    }
  }
}
