package dev.baton.review.figures;

import dev.baton.insight.funnel.lift.SignalLift;
import dev.baton.insight.funnel.lift.SignalLiftReport;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.review.figures.FigureTable.Column;
import dev.baton.review.figures.FigureTable.Line;
import dev.baton.review.figures.FigureTable.Unit;
import dev.baton.stage.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The signals of a review: which of them those had shown who became SQL. */
@Component
class ReviewSignalFigures implements ReviewFigureTables {
  private static final int MOST_SIGNALS = 10;

  private final SignalLift signalLift;

  ReviewSignalFigures(SignalLift signalLift) {
    this.signalLift = signalLift;
  }

  @Override
  public Map<String, Function<InstantRange, FigureTable>> tables() {
    return Map.of("lift", this::lift);
  }

  private FigureTable lift(InstantRange range) {
    SignalLiftReport lift = signalLift.between(Stage.MQL, Stage.SQL, range);
    boolean enough = lift.rows().stream().anyMatch(row -> row.lift() != null);
    return new FigureTable(
        "lift",
        "Signals before a SQL",
        "How many times likelier those who became SQL had shown a signal than those who did not.",
        enough
            ? List.of("%d became SQL, %d did not.".formatted(lift.converters(), lift.others()))
            : List.of(
                "Too few to say: %d became SQL, %d did not."
                    .formatted(lift.converters(), lift.others())),
        List.of(
            new Column("Became SQL", Unit.SHARE, false),
            new Column("Did not", Unit.SHARE, false),
            new Column("Lift", Unit.TIMES, true)),
        lift.rows().stream()
            .filter(row -> row.lift() != null)
            .limit(MOST_SIGNALS)
            .map(
                row ->
                    new Line(
                        ReviewFigureTables.label(row.signal()),
                        Arrays.asList(row.shareOfConverters(), row.shareOfOthers(), row.lift())))
            .toList());
  }
}
