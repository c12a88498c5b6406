package dev.baton.review;

import dev.baton.engine.Decisions;
import dev.baton.people.Role;
import dev.baton.people.Role.Right;
import dev.baton.review.ReviewCadence.Every;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calendar and the agenda of reviews as the tables in force have them. */
@Component
class ReviewCadences {
  private static final String CADENCE = "review-cadence";
  private static final String AGENDA = "review-agenda";

  private final Decisions decisions;

  ReviewCadences(Decisions decisions) {
    this.decisions = decisions;
  }

  /** Empty when this kind is not held any more: its row is gone, or says never. */
  Optional<ReviewCadence> of(ReviewType type) {
    return decisions.evaluate(CADENCE, Map.of("kind", type.word())).stream()
        .findFirst()
        .map(ReviewCadences::read)
        .filter(cadence -> cadence.every() != Every.NEVER);
  }

  List<AgendaItem> agenda(ReviewType type) {
    return decisions.evaluate(AGENDA, Map.of("kind", type.word())).stream()
        .map(
            row ->
                new AgendaItem(
                    text(row, "point"),
                    text(row, "question"),
                    AgendaItem.list((String) row.get("figures")),
                    null))
        .toList();
  }

  private static ReviewCadence read(Map<String, Object> row) {
    Every every = every(text(row, "every"));
    int hours = number(row, "hours", 1, 24 * 90);
    return new ReviewCadence(
        text(row, "title"),
        every,
        number(row, "day", 1, every == Every.WEEK ? 7 : 20),
        LocalTime.of(number(row, "hour", 0, 23), 0),
        AgendaItem.list(text(row, "participants")).stream().map(ReviewCadences::role).toList(),
        Duration.ofHours(hours),
        Duration.ofHours(number(row, "warningHours", 0, hours)),
        number(row, "days", 1, 400));
  }

  private static Every every(String word) {
    try {
      return Every.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong("every", word);
    }
  }

  private static Role role(String group) {
    return Role.ofGroup(group)
        .filter(role -> role.may(Right.READ))
        .orElseThrow(() -> wrong("participants", group));
  }

  private static String text(Map<String, Object> row, String name) {
    if (row.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(name, row.get(name));
  }

  private static int number(Map<String, Object> row, String name, int least, int most) {
    if (row.get(name) instanceof Number number
        && number.intValue() >= least
        && number.intValue() <= most) {
      return number.intValue();
    }
    throw wrong(name, row.get(name));
  }

  private static IllegalStateException wrong(String name, @Nullable Object value) {
    return new IllegalStateException("%s says %s = '%s'".formatted(CADENCE, name, value));
  }
}
