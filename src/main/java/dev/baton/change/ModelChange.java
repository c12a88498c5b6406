package dev.baton.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Change of models that somebody proposes.
 *
 * @param id its number
 * @param state as what is kept of it; signatures make it {@link ChangeState#SIGNED}
 * @param contentHash SHA-256 of its files
 * @param end who put it in force, took it back or withdrew it, or null while it is open
 */
public record ModelChange(
    long id,
    String title,
    @Nullable String why,
    String author,
    Instant at,
    ChangeState state,
    String contentHash,
    @Nullable End end) {

  /** Who ended it, or put it in force, and when. */
  public record End(String by, Instant at) {}
}
