package dev.baton.insight.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.insight.rollup.Aggregate;
import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.EnumWords;
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

  /**
   * One type of signal.
   *
   * @param converters how many of those who went on had shown it
   * @param others how many of those who did not
   * @param lift how many times likelier the first had shown it; null with too few to say
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      String signal,
      long converters,
      long others,
      Double shareOfConverters,
      Double shareOfOthers,
      Double lift) {}

  /**
   * All types.
   *
   * @param converters how many went from the one stage on to the other
   * @param others how many reached the first only, so far
   */
  public record Lift(String start, String goal, long converters, long others, List<Row> rows) {}

  /** The strongest first. */
  public Lift between(Stage start, Stage goal, InstantRange range) {
    Map<String, Aggregate> all =
        figures.counts(Dimension.CHANNEL, FunnelBasis.COHORT, range).total();
    long converters = n(all, goal);
    long others = n(all, start) - converters;
    boolean enough = converters >= ENOUGH && others >= ENOUGH;
    Aggregates bySignal = figures.bySignal(range);
    List<Row> rows =
        bySignal.keys().stream()
            .map(type -> row(type, bySignal.cells(type), start, goal))
            .map(row -> enough ? shares(row, converters, others) : row)
            .sorted(
                Comparator.comparing(Row::lift, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .reversed()
                    .thenComparing(Row::signal))
            .toList();
    return new Lift(EnumWords.of(start), EnumWords.of(goal), converters, others, rows);
  }

  private static Row row(String type, Map<String, Aggregate> cells, Stage start, Stage goal) {
    long converters = n(cells, goal);
    return new Row(type, converters, n(cells, start) - converters, null, null, null);
  }

  private static long n(Map<String, Aggregate> cells, Stage stage) {
    return FunnelMeasure.valueOf(stage.name()).measure().n(cells);
  }

  private static Row shares(Row row, long converters, long others) {
    double with = (double) row.converters() / converters;
    double without = (double) row.others() / others;
    return new Row(
        row.signal(),
        row.converters(),
        row.others(),
        with,
        without,
        without == 0 ? null : with / without);
  }
}
