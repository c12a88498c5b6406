package dev.baton.handoff.notice;

import dev.baton.alert.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Age of something as a person says it. */
public record Age(Duration length) {

  public static Age of(Instant event, Instant now) {
    return new Age(Duration.between(event, now));
  }

  public Text text() {
    if (length.toMinutes() < 1) {
      return Text.of("age_now");
    }
    if (length.toHours() < 1) {
      return Text.of("age_minutes", Map.of("n", length.toMinutes()));
    }
    if (length.toDays() < 1) {
      return Text.of("age_hours", Map.of("n", length.toHours()));
    }
    return Text.count(length.toDays(), "age_day", "age_days");
  }
}
