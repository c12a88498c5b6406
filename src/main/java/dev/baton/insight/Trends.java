package dev.baton.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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

  /** One point of the funnel. */
  public record FunnelPoint(
      Instant from,
      Instant to,
      long leads,
      long mql,
      long sal,
      long sql,
      long opportunity,
      long customer,
      long lost,
      Rates rates) {}

  /** One point of the deadlines, by their due instants. */
  public record SlaPoint(
      Instant from,
      Instant to,
      long due,
      long met,
      long missed,
      long open,
      @JsonProperty("void") long voided,
      @JsonInclude(JsonInclude.Include.ALWAYS) Double compliance) {}

  /** Of one key, or of all when it is null. */
  public List<FunnelPoint> funnel(Dimension by, String key, Basis basis, Range range, Step step) {
    Map<LocalDate, Tallies> points = funnel.byTime(by, key, basis, range, step::begin);
    return along(
        range,
        step,
        points,
        (slice, tallies) -> {
          FunnelCounts n = new FunnelSums(tallies, Collections.emptyMap(), false).total();
          return new FunnelPoint(
              slice.from(),
              slice.to(),
              n.leads(),
              n.mql(),
              n.sal(),
              n.sql(),
              n.opportunity(),
              n.customer(),
              n.lost(),
              Rates.of(n));
        });
  }

  /** Of one key, or of all when it is null. */
  public List<SlaPoint> sla(SlaDimension by, String key, Range range, Step step) {
    Map<LocalDate, Tallies> points = sla.byTime(by, key, range, clock.instant(), step::begin);
    return along(
        range,
        step,
        points,
        (slice, tallies) -> {
          SlaCounts n = new SlaSums(tallies, Map.of()).total();
          return new SlaPoint(
              slice.from(),
              slice.to(),
              n.met() + n.missed() + n.open(),
              n.met(),
              n.missed(),
              n.open(),
              n.voided(),
              Share.of(n.met(), n.met() + n.missed()));
        });
  }

  private static <P> List<P> along(
      Range range, Step step, Map<LocalDate, Tallies> points, BiFunction<Range, Tallies, P> point) {
    List<P> along = new ArrayList<>();
    LocalDate begin = step.begin(WholeDays.day(range.from()));
    while (WholeDays.start(begin).isBefore(range.to())) {
      LocalDate next = step.next(begin);
      along.add(point.apply(cut(range, begin, next), points.getOrDefault(begin, new Tallies())));
      begin = next;
    }
    return along;
  }

  private static Range cut(Range range, LocalDate begin, LocalDate next) {
    Instant from = WholeDays.start(begin);
    Instant to = WholeDays.start(next);
    return new Range(
        from.isBefore(range.from()) ? range.from() : from,
        to.isAfter(range.to()) ? range.to() : to);
  }
}
