package dev.baton.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How people use their time: where a clock's hours go, and who answers in the last minutes. */
@Component
public class Habits {
  /** Below so many answers a share is chance. */
  static final long ENOUGH = 20;

  private final SlaFigures figures;
  private final Clock clock;

  Habits(SlaFigures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * Median hours of each part of the time of answered clocks; medians don't sum to the median of
   * the whole. Each is at most 1 % off.
   */
  public record Parts(
      String key,
      String clock,
      long answered,
      Double system,
      Double queue,
      Double business,
      Double paused,
      Double afterHours) {}

  /** By anything but rep and hour. */
  public List<Parts> parts(SlaDimension by, Range range) {
    if (!by.hasParts()) {
      throw new IllegalStateException("Parts are not kept by " + by);
    }
    Tallies tallies = figures.parts(by, range);
    List<Parts> parts = new ArrayList<>();
    for (String key : tallies.keys()) {
      Map<String, Map<String, Tally>> clocks = new TreeMap<>();
      tallies
          .measures(key)
          .forEach(
              (measure, tally) ->
                  clocks
                      .computeIfAbsent(SlaMeasure.read(measure).clock(), any -> new TreeMap<>())
                      .put(SlaMeasure.read(measure).what(), tally));
      clocks.forEach((clock, of) -> parts.add(parts(key, clock, of)));
    }
    parts.sort(Comparator.comparing(Parts::key).thenComparing(Parts::clock));
    return parts;
  }

  private static Parts parts(String key, String clock, Map<String, Tally> of) {
    return new Parts(
        key,
        clock,
        Tallies.n(of, ClockPart.SYSTEM.word()),
        median(of, ClockPart.SYSTEM),
        median(of, ClockPart.QUEUE),
        median(of, ClockPart.BUSINESS),
        median(of, ClockPart.PAUSED),
        median(of, ClockPart.AFTER_HOURS));
  }

  private static Double median(Map<String, Tally> of, ClockPart part) {
    Tally tally = of.get(part.word());
    return tally == null ? null : Share.hours(tally.spread().percentile(0.5));
  }

  /**
   * How much of what somebody answered in time was answered in the last tenth of that time.
   *
   * @param met how many reviews were answered in time
   * @param share null below {@link #ENOUGH}
   */
  public record LastMinute(
      String owner, long met, @JsonInclude(JsonInclude.Include.ALWAYS) Double share) {}

  /** Of reviews, by owner; a rep sees their own. */
  public List<LastMinute> lastMinute(Range range, Viewer viewer) {
    Tallies tallies = figures.counts(SlaDimension.REP, range, clock.instant());
    return tallies.keys().stream()
        .filter(viewer::maySee)
        .map(owner -> lastMinute(owner, tallies.measures(owner)))
        .filter(habit -> habit.met() > 0)
        .sorted(Comparator.comparing(LastMinute::owner))
        .toList();
  }

  private static LastMinute lastMinute(String owner, Map<String, Tally> of) {
    long met = Tallies.n(of, SlaMeasure.of("review", SlaMeasure.MET));
    long last = Tallies.n(of, SlaMeasure.of("review", SlaMeasure.LAST_MINUTE));
    return new LastMinute(owner, met, met < ENOUGH ? null : Share.of(last, met));
  }
}
