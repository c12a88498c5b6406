package dev.baton.web.change;

import dev.baton.change.load.LoadReport;
import dev.baton.change.load.LoadReport.ClockLoad;
import dev.baton.change.load.LoadReport.RepLoad;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of a load report: what is in force beside the proposal. */
final class LoadRows {
  private LoadRows() {}

  /** A rep now and then. */
  record RepLoadRow(String rep, @Nullable RepLoad now, @Nullable RepLoad then) {}

  /** A clock now and then. */
  record ClockLoadRow(String clock, @Nullable ClockLoad now, @Nullable ClockLoad then) {}

  static List<RepLoadRow> reps(@Nullable LoadReport load) {
    if (load == null) {
      return List.of();
    }
    Map<String, RepLoad> now = byName(load.now().reps(), RepLoad::rep);
    Map<String, RepLoad> then = byName(load.then().reps(), RepLoad::rep);
    return names(now, then).map(rep -> new RepLoadRow(rep, now.get(rep), then.get(rep))).toList();
  }

  static List<ClockLoadRow> clocks(@Nullable LoadReport load) {
    if (load == null) {
      return List.of();
    }
    Map<String, ClockLoad> now = byName(load.now().clocks(), ClockLoad::clock);
    Map<String, ClockLoad> then = byName(load.then().clocks(), ClockLoad::clock);
    return names(now, then)
        .map(clock -> new ClockLoadRow(clock, now.get(clock), then.get(clock)))
        .toList();
  }

  private static <T> Map<String, T> byName(List<T> rows, Function<T, String> name) {
    return rows.stream()
        .collect(Collectors.toMap(name, row -> row, (one, other) -> one, LinkedHashMap::new));
  }

  private static Stream<String> names(Map<String, ?> now, Map<String, ?> then) {
    return Stream.concat(now.keySet().stream(), then.keySet().stream()).distinct();
  }
}
