package dev.baton.insight.funnel.lift;

import dev.baton.input.EnumWords;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelFigures;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.rollup.Aggregate;
import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.stage.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Signals that predict the next stage: shown by those who reached it, and by those who did not: of
 * a cohort, by the types of signals that a lead had shown by its MQL, so that nothing counts that
 * came because it went on.
 */
@Component
public class SignalLift {
  /** Stages between which leads can be compared, in their order. */
  public static final List<Stage> STAGES =
      List.of(Stage.MQL, Stage.SAL, Stage.SQL, Stage.OPPORTUNITY, Stage.CUSTOMER);

  /** With fewer on either side a share says nothing. */
  public static final long ENOUGH = 20;

  private final FunnelFigures figures;

  SignalLift(FunnelFigures figures) {
    this.figures = figures;
  }

  /** The strongest first. */
  public SignalLiftReport between(Stage start, Stage goal, InstantRange range) {
    Map<String, Aggregate> all =
        figures.counts(Dimension.CHANNEL, FunnelBasis.COHORT, range).total();
    long converters = n(all, goal);
    long others = n(all, start) - converters;
    boolean enough = converters >= ENOUGH && others >= ENOUGH;
    Aggregates bySignal = figures.bySignal(range);
    List<SignalLiftRow> rows =
        bySignal.keys().stream()
            .map(type -> row(type, bySignal.cells(type), start, goal))
            .map(row -> enough ? shares(row, converters, others) : row)
            .sorted(
                Comparator.comparing(
                        SignalLiftRow::lift, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .reversed()
                    .thenComparing(SignalLiftRow::signal))
            .toList();
    return new SignalLiftReport(EnumWords.of(start), EnumWords.of(goal), converters, others, rows);
  }

  private static SignalLiftRow row(
      String type, Map<String, Aggregate> cells, Stage start, Stage goal) {
    long converters = n(cells, goal);
    return new SignalLiftRow(type, converters, n(cells, start) - converters, null, null, null);
  }

  private static long n(Map<String, Aggregate> cells, Stage stage) {
    return FunnelMeasure.valueOf(stage.name()).measure().n(cells);
  }

  private static SignalLiftRow shares(SignalLiftRow row, long converters, long others) {
    double with = (double) row.converters() / converters;
    double without = (double) row.others() / others;
    return new SignalLiftRow(
        row.signal(),
        row.converters(),
        row.others(),
        with,
        without,
        without == 0 ? null : with / without);
  }
}
