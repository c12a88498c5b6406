package dev.baton.insight.sla;

import dev.baton.insight.rollup.Fractions;
import dev.baton.insight.rollup.RecentDays;
import dev.baton.insight.sla.RunningClocks.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How each question to a person stands: what waits there now, and how it went in the last days. */
@Component
public class TaskFigures {
  private static final int LOOKED_AT_DAYS = 30;

  private final SlaFigures figures;
  private final RunningClocks running;
  private final RecentDays days;
  private final ComplianceTargets targets;

  TaskFigures(
      SlaFigures figures, RunningClocks running, RecentDays days, ComplianceTargets targets) {
    this.figures = figures;
    this.running = running;
    this.days = days;
    this.targets = targets;
  }

  /**
   * One question, named by its clock.
   *
   * @param open waiting now, {@code overdue} of them past due
   * @param waitingHours the median of how long the open ones wait; null when none does
   * @param met of what was due in the last 30 days, with {@code missed}
   * @param target how much of it is to be met, in percent
   * @param p50Hours from the clock's start to the answer, with {@code p95Hours} of the same days
   */
  public record Step(
      String clock,
      long open,
      long overdue,
      @Nullable Double waitingHours,
      long met,
      long missed,
      int target,
      @Nullable Double p50Hours,
      @Nullable Double p95Hours) {}

  public List<Step> standing() {
    Instant now = days.now();
    Map<String, Waiting> waiting =
        running.waiting(now).stream()
            .collect(Collectors.toMap(Waiting::clock, Function.identity()));
    Map<String, SlaSums.Sum> lately =
        figures.sums(SlaDimension.CLOCK, days.last(LOOKED_AT_DAYS), now).rows().stream()
            .collect(Collectors.toMap(SlaSums.Row::clock, SlaSums.Row::sum));
    Set<String> clocks = new TreeSet<>(waiting.keySet());
    clocks.addAll(lately.keySet());
    return clocks.stream()
        .map(
            name ->
                step(
                    name,
                    waiting.getOrDefault(name, new Waiting(name, 0, 0, null)),
                    lately.getOrDefault(name, new SlaSums.Sum(Map.of()))))
        .toList();
  }

  private Step step(String name, Waiting waits, SlaSums.Sum went) {
    SlaCounts counts = went.counts();
    return new Step(
        name,
        waits.open(),
        waits.overdue(),
        Fractions.hours(waits.hours()),
        counts.met(),
        counts.missed(),
        targets.of(name),
        Fractions.hours(went.percentile(0.5)),
        Fractions.hours(went.percentile(0.95)));
  }
}
