package dev.baton.insight.rollup.job;

import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.WholeDays;
import dev.baton.insight.rollup.job.RollUps.Group;
import dev.baton.insight.rollup.job.RollUps.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts by day, ready to be folded into the roll-up, and the changes they come from. */
final class RollUpBatch {
  private record Day(String figure, String dimension, LocalDate day) {}

  private final Map<Day, Aggregates> days = new HashMap<>();
  private final Map<String, List<Long>> done = new HashMap<>();

  Aggregates of(String figure, Instant at, String dimension) {
    return days.computeIfAbsent(
        new Day(figure, dimension, WholeDays.day(at)), any -> new Aggregates());
  }

  void done(String table, List<Long> ids) {
    done.put(table, ids);
  }

  Map<String, List<Long>> done() {
    return done;
  }

  /** The same counts by day and by month. */
  Map<Group, Aggregates> groups() {
    Map<Group, Aggregates> groups = new HashMap<>();
    days.forEach(
        (day, cells) -> {
          for (Span span : Span.values()) {
            Group group = new Group(day.figure(), day.dimension(), span, span.of(day.day()));
            groups.computeIfAbsent(group, any -> new Aggregates()).add(cells);
          }
        });
    return groups;
  }
}
