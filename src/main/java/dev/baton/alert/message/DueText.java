package dev.baton.alert.message;

import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * An instant as a person says it.
 *
 * @param wall on the reader's own clock
 * @param left how far away it is
 */
public record DueText(String wall, String left) {

  /** As pages say it. */
  public static DueText of(Instant due, Instant now, ZoneId zone) {
    return of(due, now, Wording.ENGLISH.on(zone));
  }

  public static DueText of(Instant due, Instant now, Wording wording) {
    Duration left = Duration.between(now, due);
    return new DueText(
        wording.at(due) + " " + place(wording),
        wording.say(
            left.isNegative()
                ? Text.of("due_overdue", Map.of("length", text(left.negated())))
                : Text.of("due_in", Map.of("length", text(left)))));
  }

  public String said() {
    return wall + ", " + left;
  }

  /** A city says more than an abbreviation that changes twice a year. */
  public static String place(ZoneId zone) {
    return place(Wording.ENGLISH.on(zone));
  }

  public static String place(Wording wording) {
    String id = wording.zone().getId();
    if (!id.contains("/") || id.startsWith("Etc/")) {
      return "(" + id + ")";
    }
    String city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    return wording.say(Text.of("city_time", Map.of("city", city)));
  }

  /** A span with its two largest units, as pages say it. */
  public static String length(Duration span) {
    return length(span, Wording.ENGLISH);
  }

  public static String length(Duration span, Wording wording) {
    return wording.say(text(span));
  }

  private static Text text(Duration span) {
    if (span.toMinutes() < 1) {
      return Text.of("length_moment");
    }
    if (span.toHours() < 1) {
      return Text.of("length_minutes", Map.of("n", span.toMinutes()));
    }
    boolean near = span.toHours() < 48;
    Text whole =
        near
            ? Text.of("length_hours", Map.of("n", span.toHours()))
            : Text.of("length_days", Map.of("n", span.toDays()));
    int part = near ? span.toMinutesPart() : span.toHoursPart();
    if (part == 0) {
      return whole;
    }
    Text rest =
        near
            ? Text.of("length_minutes", Map.of("n", part))
            : Text.of("length_hours", Map.of("n", part));
    return Text.of("length_both", Map.of("whole", whole, "rest", rest));
  }
}
