package dev.baton.handoff.notice;

import java.time.Duration;
import java.time.Instant;

/** Age of something as a person says it. */
public record Age(Duration length) {

  public static Age of(Instant event, Instant now) {
    return new Age(Duration.between(event, now));
  }

  public String words() {
    if (length.toMinutes() < 1) {
      return "just now";
    }
    if (length.toHours() < 1) {
      return "%d min ago".formatted(length.toMinutes());
    }
    if (length.toDays() < 1) {
      return "%d h ago".formatted(length.toHours());
    }
    return length.toDays() == 1 ? "1 day ago" : "%d days ago".formatted(length.toDays());
  }
}
