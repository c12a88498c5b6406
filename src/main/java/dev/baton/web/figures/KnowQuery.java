package dev.baton.web.figures;

import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.know.attribution.AttributionKey;
import dev.baton.know.attribution.AttributionModel;
import dev.baton.know.attribution.AttributionQuestion;
import dev.baton.know.attribution.Goal;
import org.jspecify.annotations.Nullable;

/** What the page of attribution is asked; words that are none are as good as none. */
record KnowQuery(AttributionModel model, Goal goal, AttributionKey by, DateRange span) {

  static KnowQuery of(
      @Nullable String model, @Nullable String goal, @Nullable String by, DateRange span) {
    return new KnowQuery(
        AttributionModel.WORDS.contains(model == null ? "" : model)
            ? AttributionModel.of(String.valueOf(model))
            : AttributionModel.LINEAR,
        FigureParameters.word(goal, Goal.SQL),
        FigureParameters.word(by, AttributionKey.SOURCE),
        span);
  }

  AttributionQuestion question() {
    return new AttributionQuestion(model, goal, by, FunnelBasis.PERIOD, span.range(), null);
  }

  /** The same time on a page of the funnel. */
  public String page(String path) {
    return PageUrl.of(path).with(span).written();
  }

  /** What the model does, said aloud. */
  public String sentence() {
    return switch (model) {
      case FIRST -> "All credit goes to the first signal that named where it came from.";
      case LAST -> "All credit goes to the last signal before the goal.";
      case LINEAR -> "Each signal before the goal has the same part.";
      case POSITION ->
          "The first and the last signal have two fifths each; those between share the rest.";
      case TIME_DECAY ->
          "The later the signal, the larger its part: a week earlier is half as much.";
    };
  }
}
