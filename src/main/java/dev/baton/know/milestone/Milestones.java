package dev.baton.know.milestone;

import dev.baton.input.EnumWords;
import dev.baton.insight.funnel.lift.SignalLift;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.know.milestone.MilestoneReport.DropOff;
import dev.baton.know.milestone.StageEntrant.Ending;
import dev.baton.stage.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.springframework.stereotype.Component;

/**
 * What goes with getting from any stage to a later one: signals, contents, sources, reps, hours.
 */
@Component
public class Milestones {
  /** From becoming a lead on, which is no handoff yet. */
  public static final List<Stage> STAGES =
      Stream.concat(Stream.of(Stage.LEAD), SignalLift.STAGES.stream()).toList();

  private static final double Z = 1.959963984540054;
  private static final Ending STILL_OPEN = new Ending(null, null);
  private static final double MISTAKES = 0.05;
  private static final int DIGITS = 3;

  private final StageEntrants entrants;
  private final EntrantKeys keys;
  private final Clock clock;

  Milestones(StageEntrants entrants, EntrantKeys keys, Clock clock) {
    this.entrants = entrants;
    this.keys = keys;
    this.clock = clock;
  }

  public MilestoneReport between(Stage start, Stage goal, MilestoneKey by, InstantRange range) {
    List<StageEntrant> all = entrants.settled(start, goal, range, clock.instant());
    long wentOn = all.stream().filter(StageEntrant::wentOn).count();
    return new MilestoneReport(
        EnumWords.of(start),
        EnumWords.of(goal),
        EnumWords.of(by),
        all.size(),
        wentOn,
        SignalLift.ENOUGH,
        rows(all, keys.of(all, by)),
        dropOffs(all));
  }

  /** The surest first. */
  static List<MilestoneRow> rows(List<StageEntrant> all, List<Set<String>> known) {
    Set<String> keys =
        known.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    long asked = Math.max(1, keys.stream().filter(key -> isEnough(known, key)).count());
    double certain =
        new NormalDistribution().inverseCumulativeProbability(1 - MISTAKES / 2 / asked);
    return keys.stream()
        .map(key -> row(key, all, known, certain))
        .sorted(
            Comparator.comparing(MilestoneRow::tells)
                .thenComparing(MilestoneRow::lift, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed()
                .thenComparing(MilestoneRow::key))
        .toList();
  }

  private static boolean isEnough(List<Set<String>> known, String key) {
    long with = known.stream().filter(each -> each.contains(key)).count();
    return with >= SignalLift.ENOUGH && known.size() - with >= SignalLift.ENOUGH;
  }

  private static MilestoneRow row(
      String key, List<StageEntrant> all, List<Set<String>> known, double certain) {
    AdjustedLift lift =
        AdjustedLift.of(all, known.stream().map(each -> each.contains(key)).toList());
    if (!isEnough(known, key)) {
      return new MilestoneRow(key, lift.with(), lift.wentOn(), null, null, null, null, false);
    }
    BigDecimal rate = rounded((double) lift.wentOn() / lift.with());
    if (!lift.isKnown()) {
      return new MilestoneRow(key, lift.with(), lift.wentOn(), rate, null, null, null, false);
    }
    return new MilestoneRow(
        key,
        lift.with(),
        lift.wentOn(),
        rate,
        rounded(lift.lift()),
        rounded(lift.bound(-Z)),
        rounded(lift.bound(Z)),
        lift.bound(-certain) > 1 || lift.bound(certain) < 1);
  }

  private static List<DropOff> dropOffs(List<StageEntrant> all) {
    Map<Ending, Long> endings =
        all.stream()
            .filter(one -> !one.wentOn())
            .map(one -> Objects.requireNonNullElse(one.ended(), STILL_OPEN))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return endings.entrySet().stream()
        .map(each -> new DropOff(each.getKey().question(), each.getKey().reason(), each.getValue()))
        .sorted(Comparator.comparing(DropOff::n).reversed().thenComparing(DropOff::toString))
        .toList();
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
