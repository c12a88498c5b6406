package dev.baton.review.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a review looks at, frozen when it was opened: figures and words, no lead and no person.
 *
 * @param from the range that the figures cover, up to {@code to}
 */
public record ReviewFigures(
    Instant from, Instant to, @JsonProperty("sheets") List<FigureTable> tables) {

  public Optional<FigureTable> table(String code) {
    return tables.stream().filter(table -> table.code().equals(code)).findFirst();
  }
}
