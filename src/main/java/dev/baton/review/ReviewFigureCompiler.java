package dev.baton.review;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.review.ReviewFigures.Sheet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Compiles what a review looks at from the same queries as pages, Cockpit and API. A figure here is
 * nobody's own.
 */
@Component
class ReviewFigureCompiler {
  private final Map<String, Function<InstantRange, Sheet>> sheets = new TreeMap<>();

  ReviewFigureCompiler(List<ReviewFigureTables> groups) {
    groups.forEach(group -> sheets.putAll(group.sheets()));
  }

  /** The sheets that an agenda asks for, each once; a name that nobody knows is a broken table. */
  ReviewFigures compile(Collection<AgendaItem> agenda, InstantRange range) {
    return new ReviewFigures(
        range.from(),
        range.to(),
        agenda.stream()
            .flatMap(point -> point.figures().stream())
            .distinct()
            .map(this::sheet)
            .map(sheet -> sheet.apply(range))
            .toList());
  }

  private Function<InstantRange, Sheet> sheet(String code) {
    Function<InstantRange, Sheet> sheet = sheets.get(code);
    if (sheet == null) {
      throw new IllegalStateException(
          "review-agenda asks for figures '%s'; there are: %s"
              .formatted(code, String.join(", ", sheets.keySet())));
    }
    return sheet;
  }
}
