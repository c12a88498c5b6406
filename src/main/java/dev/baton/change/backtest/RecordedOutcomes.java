package dev.baton.change.backtest;

import dev.baton.stage.RecordedEpisode;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of recorded MQLs by now. */
final class RecordedOutcomes {
  private static final List<Stage> WAY =
      List.of(Stage.MQL, Stage.SAL, Stage.SQL, Stage.OPPORTUNITY, Stage.CUSTOMER);

  private static final Map<Stage, String> REACHED =
      Map.of(
          Stage.MQL, "with sales for review",
          Stage.SAL, "accepted",
          Stage.SQL, "qualified (SQL)",
          Stage.OPPORTUNITY, "an opportunity",
          Stage.CUSTOMER, "a customer");

  private RecordedOutcomes() {}

  /**
   * Of the first MQL at or after an instant, if there is one; else what an import tells of the
   * person (rule R26).
   */
  static Optional<String> since(PersonHistory person, Instant at) {
    return person.episodes().stream()
        .filter(PersonHistory::isMql)
        .map(each -> each.episode().enteredAt())
        .filter(entered -> !entered.isBefore(at))
        .findFirst()
        .map(mql -> sentence(furthest(person, mql), handoff(person, mql)))
        .or(() -> imported(person));
  }

  /** Of the latest MQL of an import. */
  private static Optional<String> imported(PersonHistory person) {
    return person.handoffs().stream()
        .filter(RecordedHandoff::imported)
        .reduce((earlier, later) -> later)
        .map(past -> sentence(furthest(person, past.mqlAt()), past) + ", by an import");
  }

  /** When it became SQL, if it has before another MQL. */
  static Optional<Instant> sqlAt(PersonHistory person, Instant mqlAt) {
    return way(person, mqlAt).stream()
        .filter(episode -> episode.stage() == Stage.SQL)
        .map(StageEpisode::enteredAt)
        .findFirst();
  }

  private static String sentence(Stage furthest, @Nullable RecordedHandoff handoff) {
    String reached = REACHED.getOrDefault(furthest, "with sales for review");
    if (furthest == Stage.CUSTOMER) {
      return "Became a customer";
    }
    if (handoff == null) {
      return "Kept by marketing";
    }
    if (handoff.result() == null) {
      return (handoff.imported() ? "Without an end: " : "Still open: ") + reached;
    }
    String how =
        switch (handoff.result()) {
          case "lost" -> "Lost";
          case "disqualified" -> "Disqualified";
          case "merged" -> "Merged with another handoff";
          case "erased" -> "Ended when the lead was erased";
          default -> "Rejected";
        };
    String why = handoff.reason() == null ? "" : " (" + handoff.reason().replace('_', ' ') + ")";
    return how + why + (furthest == Stage.MQL ? "" : ", after it was " + reached);
  }

  private static Stage furthest(PersonHistory person, Instant mqlAt) {
    return way(person, mqlAt).stream()
        .map(StageEpisode::stage)
        .filter(WAY::contains)
        .reduce(Stage.MQL, (one, other) -> WAY.indexOf(one) > WAY.indexOf(other) ? one : other);
  }

  /** What came from an MQL on until the next. */
  private static List<StageEpisode> way(PersonHistory person, Instant mqlAt) {
    return person.episodes().stream()
        .filter(each -> !each.episode().enteredAt().isBefore(mqlAt))
        .takeWhile(each -> !PersonHistory.isMql(each) || each.episode().enteredAt().equals(mqlAt))
        .map(RecordedEpisode::episode)
        .toList();
  }

  private static @Nullable RecordedHandoff handoff(PersonHistory person, Instant mqlAt) {
    return person.handoffs().stream()
        .filter(handoff -> !handoff.imported() && handoff.mqlAt().equals(mqlAt))
        .findFirst()
        .orElse(null);
  }
}
