package dev.baton.know.forecast;

import dev.baton.stage.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A world of handoffs whose rates are known: so many MQLs a day, of which so many are won. */
final class SimulatedPipeline {
  static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  static final double PER_DAY = 4;
  static final double ACCEPTED = 0.6;
  static final double WON = 0.4;

  private final Random random;

  SimulatedPipeline(long seed) {
    random = new Random(seed);
  }

  /** Everything that happens up to an instant, and what is still open then. */
  List<HandoffPath> until(Instant end) {
    List<HandoffPath> paths = new ArrayList<>();
    Instant at = START;
    while (true) {
      at = at.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * 86_400 / PER_DAY));
      if (at.isAfter(end)) {
        return paths;
      }
      paths.add(past(life(at), end));
    }
  }

  private HandoffPath life(Instant mql) {
    Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
    reached.put(Stage.MQL, mql);
    Instant accepted = later(mql, 5);
    if (random.nextDouble() > ACCEPTED) {
      return new HandoffPath(reached, accepted, null, null);
    }
    reached.put(Stage.SAL, accepted);
    Instant end = later(accepted, 25);
    if (random.nextDouble() > WON) {
      return new HandoffPath(reached, end, null, null);
    }
    reached.put(Stage.CUSTOMER, end);
    return new HandoffPath(reached, null, BigDecimal.valueOf(1000), "EUR");
  }

  private Instant later(Instant from, double meanDays) {
    double days = -Math.log(1 - random.nextDouble()) * meanDays;
    return from.plus(Duration.ofSeconds((long) (days * 86_400)));
  }

  /** What is known of it at an instant. */
  static HandoffPath past(HandoffPath path, Instant at) {
    Map<Stage, Instant> reached = new EnumMap<>(path.reached());
    reached.values().removeIf(when -> when.isAfter(at));
    Instant ended = path.ended() == null || path.ended().isAfter(at) ? null : path.ended();
    boolean won = reached.containsKey(Stage.CUSTOMER);
    return new HandoffPath(
        reached, ended, won ? path.amount() : null, won ? path.currency() : null);
  }
}
