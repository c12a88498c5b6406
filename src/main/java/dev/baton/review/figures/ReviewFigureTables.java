package dev.baton.review.figures;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.insight.rollup.FigureViewer;
import dev.baton.insight.rollup.InstantRange;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tables of figures that an agenda can ask for by their code. */
interface ReviewFigureTables {
  /** Nothing is cut by person, so that all who read reviews may read it. */
  FigureViewer VIEWER = new FigureViewer("review", true);

  Map<String, Function<InstantRange, FigureTable>> tables();

  /** A code as the label of a line. */
  static String label(@Nullable String code) {
    if (code == null) {
      return "Total";
    }
    if (code.equals(Deadlines.ROUTE)) {
      return "Assignment";
    }
    return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('_', ' ');
  }
}
