package dev.baton.review;

import java.util.List;

/**
 * One question of an agenda.
 *
 * @param point its name, the same from review to review
 * @param figures the sheets that belong to it
 * @param notes what was said, or null
 */
public record AgendaItem(String point, String question, List<String> figures, String notes) {

  static List<String> list(String commas) {
    return commas == null || commas.isBlank()
        ? List.of()
        : List.of(commas.strip().split("\\s*,\\s*"));
  }
}
