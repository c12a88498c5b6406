package dev.baton.review.figures;

import dev.baton.insight.rollup.InstantRange;
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
public class ReviewFigureCompiler {
  private final Map<String, Function<InstantRange, FigureTable>> tables = new TreeMap<>();

  private final FrozenFigures frozen;

  ReviewFigureCompiler(List<ReviewFigureTables> groups, FrozenFigures frozen) {
    this.frozen = frozen;
    groups.forEach(group -> tables.putAll(group.tables()));
  }

  /** Compiles what a review looks at, and keeps it as it is now. */
  public void freeze(String reviewId, List<String> codes, InstantRange range) {
    frozen.freeze(reviewId, compile(codes, range));
  }

  /** The tables that an agenda asks for, each once; a name that nobody knows is a broken table. */
  private ReviewFigures compile(List<String> codes, InstantRange range) {
    return new ReviewFigures(
        range.from(),
        range.to(),
        codes.stream().distinct().map(this::table).map(table -> table.apply(range)).toList());
  }

  private Function<InstantRange, FigureTable> table(String code) {
    Function<InstantRange, FigureTable> table = tables.get(code);
    if (table == null) {
      throw new IllegalStateException(
          "review-agenda asks for figures '%s'; there are: %s"
              .formatted(code, String.join(", ", tables.keySet())));
    }
    return table;
  }
}
