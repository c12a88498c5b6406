package dev.baton.connect.audience;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audience and how it stands.
 *
 * @param state {@code told}, {@code small} (held back: too few leads), {@code failed} (the other
 *     system doesn't take it), {@code file} (no connection) or {@code ending} (being emptied)
 * @param members how many the other system has
 * @param waiting how many are to be told
 */
public record AudienceView(
    String name,
    @Nullable String connection,
    @Nullable String list,
    List<String> stages,
    List<String> segments,
    String state,
    int members,
    int waiting,
    Change changed) {

  /**
   * Who changed it last, and when.
   *
   * @param error what the other system says against it, or null
   */
  public record Change(String by, Instant at, @Nullable String error) {}
}
