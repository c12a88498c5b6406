package dev.baton.know.attribution;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Credits and money of one row, or of all. */
final class AttributionSum {
  private final Money pipeline = new Money();
  private final Money won = new Money();
  private final Money cost = new Money();
  private long millionths;
  private long n;
  private @Nullable String last;

  /** Parts of one goal come one after the other. */
  void add(ReachedGoal goal, int part) {
    millionths += part;
    if (!goal.handoffId().equals(last)) {
      n++;
      last = goal.handoffId();
    }
    pipeline.add(goal.currency(), worth(goal.pipeline(), part));
    won.add(goal.currency(), worth(goal.won(), part));
  }

  private static @Nullable BigDecimal worth(@Nullable BigDecimal amount, int part) {
    return amount == null ? null : amount.multiply(BigDecimal.valueOf(part, 6));
  }

  void spend(String currency, BigDecimal amount) {
    cost.add(currency, amount);
  }

  BigDecimal credits() {
    return BigDecimal.valueOf(millionths, 6);
  }

  AttributionRow row(String key, BigDecimal all) {
    double share = all.signum() == 0 ? 0 : credits().doubleValue() / all.doubleValue();
    return new AttributionRow(
        key,
        credits(),
        share,
        n,
        new AttributionRow.Worth(
            pipeline.rounded(),
            won.rounded(),
            cost.rounded(),
            cost.over(credits()),
            Money.returned(won, cost)));
  }
}
