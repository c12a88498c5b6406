package dev.baton.score;

import static java.util.Comparator.comparing;

import dev.baton.engine.DecisionRow;
import dev.baton.signal.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A matched row of a scoring table.
 *
 * @param counted {@code each} signal, {@code daily} or {@code once}; null for the profile
 * @param days the window its evidence lies in, or null
 * @param cap what its contributions may reach together, or null
 */
record ScoreRule(
    String id,
    String axis,
    int points,
    @Nullable String counted,
    @Nullable Integer days,
    @Nullable Integer cap,
    String reason) {

  private static final Set<String> COUNTED = Set.of("each", "daily", "once");

  static ScoreRule of(DecisionRow row) {
    return new ScoreRule(
        row.text("rule"),
        row.text("axis"),
        row.number("points"),
        row.optionalText("counted").isEmpty() ? null : row.word("counted", ScoreRule::counted),
        row.optionalNumber("days").orElse(null),
        row.optionalNumber("cap").orElse(null),
        row.text("reason"));
  }

  private static String counted(String word) {
    if (!COUNTED.contains(word)) {
      throw new IllegalArgumentException(word);
    }
    return word;
  }

  /** What it says of a profile; profiles don't fade. */
  Contribution ofProfile() {
    return new Contribution(id, axis, points, reason, List.of());
  }

  /** What it says of the signals that it matched, strongest first, and its cap. */
  List<Contribution> ofSignals(List<Signal> signals, Optional<Decay> decay, Instant asOf) {
    List<Signal> evidence =
        signals.stream()
            .filter(signal -> days == null || Decay.age(signal, asOf) <= days)
            .filter(
                signal -> decay.isEmpty() || Decay.age(signal, asOf) < decay.orElseThrow().zero())
            .sorted(comparing(Signal::occurredAt).thenComparing(Signal::id).reversed())
            .toList();
    List<Contribution> contributions = new ArrayList<>();
    for (List<Signal> part : parts(evidence)) {
      long age = Decay.age(part.get(0), asOf);
      int left = decay.map(fading -> fading.points(points, age)).orElse(points);
      if (left != 0 || points == 0) {
        contributions.add(
            new Contribution(id, axis, left, reason, part.stream().map(Signal::id).toList()));
      }
    }
    capped(contributions).ifPresent(contributions::add);
    return contributions;
  }

  private Collection<List<Signal>> parts(List<Signal> newestFirst) {
    if (newestFirst.isEmpty()) {
      return List.of();
    }
    return switch (Objects.requireNonNullElse(counted, "each")) {
      case "each" -> newestFirst.stream().map(List::of).toList();
      case "daily" -> byUtcDay(newestFirst);
      case "once" -> List.of(newestFirst);
      default -> throw new IllegalStateException(id);
    };
  }

  private static Collection<List<Signal>> byUtcDay(List<Signal> newestFirst) {
    Map<LocalDate, List<Signal>> days = new TreeMap<>(comparing(LocalDate::toEpochDay).reversed());
    for (Signal signal : newestFirst) {
      LocalDate day = signal.occurredAt().atZone(ZoneOffset.UTC).toLocalDate();
      days.computeIfAbsent(day, none -> new ArrayList<>()).add(signal);
    }
    return days.values();
  }

  private Optional<Contribution> capped(List<Contribution> contributions) {
    int sum = contributions.stream().mapToInt(Contribution::points).sum();
    if (cap == null || sum <= cap) {
      return Optional.empty();
    }
    String why = "Together at most %d: %s".formatted(cap, reason);
    return Optional.of(new Contribution(id + "-cap", axis, cap - sum, why, List.of()));
  }
}
