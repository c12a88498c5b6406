package dev.baton.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of an agenda.
 *
 * @param point its name, the same from review to review
 * @param figures the tables that belong to it
 * @param notes what was said
 */
public record AgendaItem(
    String point, String question, List<String> figures, @Nullable String notes) {

  static List<String> list(@Nullable String commas) {
    return commas == null || commas.isBlank()
        ? List.of()
        : List.of(commas.strip().split("\\s*,\\s*"));
  }
}
