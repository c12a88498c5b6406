package dev.baton.know.forecast;

import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What will be won in a month, as it could be known at an instant: what is won already, what the
 * open handoffs give by stage and age, and what comes of MQLs that are still to come. Nothing that
 * happened after the instant is looked at.
 *
 * @param won in the month before the instant
 * @param arrivals null where too little is known of how MQLs come
 * @param thin sentences about what is too little for a verdict; then there is none
 */
record MonthEstimate(
    long won, List<StageRatio> ratios, @Nullable Arrivals arrivals, List<String> thin) {
  /** Four of five months should lie in the band. */
  private static final double BAND = 1.2815515655446004;

  private static final long[] AGES = {0, 7, 30, 90, 180};

  static MonthEstimate of(List<HandoffPath> all, YearMonth month, Instant at, ZoneId zone) {
    List<HandoffPath> known = all.stream().filter(path -> !path.mql().isAfter(at)).toList();
    Window window = Window.of(month, at, zone);
    Instant first = Window.first(month, zone);
    long won =
        known.stream()
            .filter(path -> !first.isAfter(at) && path.wonBetween(first.minusNanos(1), at))
            .count();
    List<StageRatio> ratios = ratios(known, at, window);
    Arrivals arrivals = Arrivals.of(known, at, window);
    List<String> thin = new ArrayList<>();
    ratios.stream()
        .filter(ratio -> !ratio.isEnough())
        .forEach(
            ratio ->
                thin.add(
                    "%d of stage %s are open, and only %d earlier ones are old enough to compare with; it takes %d"
                        .formatted(ratio.open(), ratio.stage(), ratio.cases(), StageRatio.ENOUGH)));
    if (arrivals == null) {
      thin.add(
          "It takes four weeks of MQLs, and %d of them that are old enough, to say what is still to come"
              .formatted(StageRatio.ENOUGH));
    }
    return new MonthEstimate(won, ratios, arrivals, thin);
  }

  /** Handoffs that have waited about as long in one stage. */
  private record Group(Stage stage, long bucket) {}

  private static List<StageRatio> ratios(List<HandoffPath> known, Instant at, Window window) {
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

  boolean hasVerdict() {
    return thin.isEmpty();
  }

  /** Of what is still to come, beyond what is won. */
  double rest() {
    return ratios.stream().mapToDouble(StageRatio::expected).sum()
        + (arrivals == null ? 0 : arrivals.expected());
  }

  double variance() {
    return ratios.stream().mapToDouble(StageRatio::variance).sum()
        + (arrivals == null ? 0 : arrivals.chance());
  }

  Band deals() {
    double reach = BAND * Math.sqrt(variance());
    double expected = won + rest();
    return new Band(expected, Math.max((double) won, expected - reach), expected + reach);
  }

  /** Of money: so much already won, and deals of this mean and spread. */
  Band value(double already, double mean, double spread) {
    double reach = BAND * Math.sqrt(mean * mean * variance() + rest() * spread * spread);
    double expected = already + rest() * mean;
    return new Band(expected, Math.max(already, expected - reach), expected + reach);
  }
}
