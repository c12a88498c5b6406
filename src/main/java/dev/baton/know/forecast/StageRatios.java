package dev.baton.know.forecast;

import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ratios of what is won of open handoffs, by stage and age: of those that once were where they are
 * now.
 */
final class StageRatios {
  private static final long[] AGES = {0, 7, 30, 90, 180};

  /** Handoffs that have waited about as long in one stage. */
  private record Group(Stage stage, long bucket) {}

  private StageRatios() {}

  static List<StageRatio> of(List<HandoffPath> known, Instant at, Window window) {
    Map<Group, List<Long>> ages = new HashMap<>();
    for (HandoffPath path : known) {
      path.stage(at)
          .ifPresent(
              stage -> {
                long seconds = Duration.between(path.entered(stage), at).toSeconds();
                ages.computeIfAbsent(new Group(stage, bucket(seconds)), none -> new ArrayList<>())
                    .add(seconds);
              });
    }
    return ages.entrySet().stream()
        .sorted(
            Comparator.comparing(
                Map.Entry::getKey, Comparator.comparing(Group::stage).thenComparing(Group::bucket)))
        .map(group -> ratio(group.getKey().stage(), group.getValue(), known, at, window))
        .collect(
            Collectors.toMap(
                // those that had to be compared with any age were compared with the same cases
                ratio -> List.of(ratio.stage(), ratio.afterDays(), ratio.cases()),
                ratio -> ratio,
                StageRatio::and,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private static long bucket(long seconds) {
    long found = 0;
    for (int i = 0; i < AGES.length; i++) {
      found = seconds >= AGES[i] * 86_400 ? i : found;
    }
    return found;
  }

  /** Of the mean age; where too few were that old, of any age in the stage. */
  private static StageRatio ratio(
      Stage stage, List<Long> open, List<HandoffPath> known, Instant at, Window window) {
    Duration age =
        Duration.ofSeconds((long) open.stream().mapToLong(Long::longValue).average().orElseThrow());
    StageRatio exact = counted(stage, age, open.size(), known, at, window);
    StageRatio any =
        exact.isEnough() ? exact : counted(stage, Duration.ZERO, open.size(), known, at, window);
    return any.isEnough() ? any : exact;
  }

  private static StageRatio counted(
      Stage stage, Duration age, int open, List<HandoffPath> known, Instant at, Window window) {
    long cases = 0;
    long won = 0;
    for (HandoffPath path : known) {
      Instant entered = path.at(stage);
      if (entered == null) {
        continue;
      }
      Instant then = entered.plus(age);
      if (then.plus(window.end()).isAfter(at) || path.stage(then).filter(stage::equals).isEmpty()) {
        continue;
      }
      cases++;
      won += path.wonBetween(then.plus(window.start()), then.plus(window.end())) ? 1 : 0;
    }
    return StageRatio.of(stage, age.toDays(), open, cases, won);
  }
}
