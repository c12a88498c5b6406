package dev.baton.know.forecast;

import dev.baton.stage.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way of a handoff through its stages, as the funnel has it.
 *
 * @param reached when each stage was entered, CUSTOMER among them
 * @param ended when it ended without a customer, or null
 * @param amount what was won, or null
 */
record HandoffPath(
    Map<Stage, Instant> reached,
    @Nullable Instant ended,
    @Nullable BigDecimal amount,
    @Nullable String currency) {
  /** From the last on. */
  static final List<Stage> OPEN = List.of(Stage.OPPORTUNITY, Stage.SQL, Stage.SAL, Stage.MQL);

  HandoffPath {
    reached = new EnumMap<>(reached);
  }

  @Nullable Instant at(Stage stage) {
    return reached.get(stage);
  }

  /** Each handoff begins with it. */
  Instant mql() {
    return entered(Stage.MQL);
  }

  Instant entered(Stage stage) {
    return Objects.requireNonNull(reached.get(stage));
  }

  @Nullable Instant won() {
    return reached.get(Stage.CUSTOMER);
  }

  boolean wonBetween(Instant after, Instant upTo) {
    Instant won = won();
    return won != null && won.isAfter(after) && !won.isAfter(upTo);
  }

  private boolean isOpen(Instant at) {
    Instant won = won();
    return (ended == null || ended.isAfter(at)) && (won == null || won.isAfter(at));
  }

  /** The stage in which it waited at an instant; empty before its MQL and after its end. */
  Optional<Stage> stage(Instant at) {
    return isOpen(at)
        ? OPEN.stream().filter(stage -> !reachedAt(stage).isAfter(at)).findFirst()
        : Optional.empty();
  }

  private Instant reachedAt(Stage stage) {
    return reached.getOrDefault(stage, Instant.MAX);
  }
}
