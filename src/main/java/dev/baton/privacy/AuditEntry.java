package dev.baton.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what, when; nobody changes it afterwards.
 *
 * @param what a word such as {@code change_applied}
 * @param on what it was done to, such as {@code change 12}
 * @param before how it was, where that is a word
 * @param after how it is since, where that is a word
 * @param from the address of the call, where there was one
 */
public record AuditEntry(
    Instant at,
    String by,
    String what,
    String on,
    @Nullable String before,
    @Nullable String after,
    @Nullable String from) {

  /** From wherever the call that is being answered comes. */
  public AuditEntry(
      Instant at,
      String by,
      String what,
      String on,
      @Nullable String before,
      @Nullable String after) {
    this(at, by, what, on, before, after, null);
  }
}
