package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelCounts;
import dev.baton.insight.funnel.FunnelFigures;
import dev.baton.insight.funnel.Rates;
import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.WholeDays;
import dev.baton.insight.sla.SlaCounts;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaFigures;
import dev.baton.insight.sla.SlaSums;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The figures point by point, for charts. The first and the last point are cut to the range, so
 * that the points sum to what the report says of it.
 */
@Component
public class Trends {
  /** More points than that are no chart. */
  static final long MOST = 750;

  private final FunnelFigures funnel;
  private final SlaFigures sla;
  private final Clock clock;

  Trends(FunnelFigures funnel, SlaFigures sla, Clock clock) {
    this.funnel = funnel;
    this.sla = sla;
    this.clock = clock;
  }

  /** Of one key, or of all when it is null. */
  public List<FunnelPoint> funnel(
      Dimension by,
      @Nullable String key,
      FunnelBasis basis,
      InstantRange range,
      SeriesInterval interval) {
    Map<LocalDate, Aggregates> points = funnel.byTime(by, key, basis, range, interval::begin);
    return along(
        range,
        interval,
        points,
        (slice, cells) -> {
          FunnelCounts counts = FunnelCounts.of(cells.total());
          return new FunnelPoint(slice.from(), slice.to(), counts, Rates.of(counts));
        });
  }

  /** Of one key, or of all when it is null. */
  public List<SlaPoint> sla(
      SlaDimension by, @Nullable String key, InstantRange range, SeriesInterval interval) {
    Map<LocalDate, Aggregates> points =
        sla.byTime(by, key, range, clock.instant(), interval::begin);
    return along(
        range,
        interval,
        points,
        (slice, cells) ->
            new SlaPoint(slice.from(), slice.to(), SlaCounts.of(SlaSums.ofPeople(cells.total()))));
  }

  private static <P> List<P> along(
      InstantRange range,
      SeriesInterval interval,
      Map<LocalDate, Aggregates> points,
      BiFunction<InstantRange, Aggregates, P> point) {
    List<P> along = new ArrayList<>();
    LocalDate begin = interval.begin(WholeDays.day(range.from()));
    while (WholeDays.start(begin).isBefore(range.to())) {
      LocalDate next = interval.next(begin);
      along.add(point.apply(cut(range, begin, next), points.getOrDefault(begin, new Aggregates())));
      begin = next;
    }
    return along;
  }

  private static InstantRange cut(InstantRange range, LocalDate begin, LocalDate next) {
    Instant from = WholeDays.start(begin);
    Instant to = WholeDays.start(next);
    return new InstantRange(
        from.isBefore(range.from()) ? range.from() : from,
        to.isAfter(range.to()) ? range.to() : to);
  }
}
