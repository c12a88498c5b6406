package dev.baton.change.load;

import dev.baton.change.load.LoadReport.ClockLoad;
import dev.baton.change.load.LoadReport.Figures;
import dev.baton.change.load.LoadReport.RepLoad;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Dry runs of the same arrivals, each with other answer times, and what they say together. */
final class LoadSimulation {
  private final List<Arrival> arrivals;
  private final AnswerHistory history;
  private final long days;

  LoadSimulation(List<Arrival> arrivals, AnswerHistory history, long days) {
    this.arrivals = arrivals;
    this.history = history;
    this.days = Math.max(1, days);
  }

  Figures run(long seed, int runs) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LoadRun> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      LoadRun run = new LoadRun(new DrawnAnswers(history, random.split()));
      arrivals.forEach(run::take);
      all.add(run);
    }
    return new Figures(
        arrivals.size(),
        mean(all.stream().map(LoadRun::unrouted).toList()),
        reps(all),
        clocks(all));
  }

  private List<RepLoad> reps(List<LoadRun> runs) {
    Map<String, List<Long>> leads = new TreeMap<>();
    Map<String, Long> busiest = new TreeMap<>();
    for (LoadRun run : runs) {
      run.given()
          .forEach(
              (rep, byDay) -> {
                leads
                    .computeIfAbsent(rep, any -> new ArrayList<>())
                    .add(byDay.values().stream().mapToLong(Long::longValue).sum());
                busiest.merge(
                    rep,
                    byDay.values().stream().mapToLong(Long::longValue).max().orElse(0),
                    Math::max);
              });
    }
    return leads.entrySet().stream()
        .map(
            rep -> {
              double mean =
                  (double) rep.getValue().stream().mapToLong(Long::longValue).sum() / runs.size();
              return new RepLoad(
                  rep.getKey(),
                  rounded(mean),
                  rounded(mean / days),
                  busiest.getOrDefault(rep.getKey(), 0L));
            })
        .toList();
  }

  /** In the order in which they run. */
  private List<ClockLoad> clocks(List<LoadRun> runs) {
    return arrivals.stream()
        .flatMap(arrival -> arrival.targets().keySet().stream())
        .distinct()
        .filter(clock -> history.size(clock) > 0)
        .map(
            clock -> {
              List<Long> missed =
                  runs.stream()
                      .map(run -> run.answers().missed().getOrDefault(clock, 0L))
                      .sorted()
                      .toList();
              return new ClockLoad(
                  clock,
                  mean(
                      runs.stream()
                          .map(run -> run.answers().asked().getOrDefault(clock, 0L))
                          .toList()),
                  mean(missed),
                  missed.get((int) Math.floor(0.05 * (missed.size() - 1))),
                  missed.get((int) Math.ceil(0.95 * (missed.size() - 1))),
                  history.size(clock));
            })
        .toList();
  }

  private static BigDecimal mean(Collection<Long> values) {
    return rounded(values.stream().mapToLong(Long::longValue).average().orElse(0));
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }
}
