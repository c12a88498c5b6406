package dev.baton.know.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sums of money by currency; currencies are never added to each other. */
final class Money {
  private final Map<String, BigDecimal> sums = new TreeMap<>();

  void add(@Nullable String currency, @Nullable BigDecimal amount) {
    if (currency != null && amount != null && amount.signum() != 0) {
      sums.merge(currency, amount, BigDecimal::add);
    }
  }

  /** In whole cents. */
  Map<String, BigDecimal> rounded() {
    return each(sum -> sum.setScale(2, RoundingMode.HALF_UP));
  }

  /** For each of so many; empty where there are none. */
  Map<String, BigDecimal> over(BigDecimal n) {
    return n.signum() == 0 ? Map.of() : each(sum -> sum.divide(n, 2, RoundingMode.HALF_UP));
  }

  /**
   * What came back of a cost beyond it, as a fraction: 1.5 is the cost and half as much again.
   * Empty where not all of both is of one currency: nobody here knows what another one is worth.
   */
  static Map<String, BigDecimal> returned(Money won, Money cost) {
    Map<String, BigDecimal> returned = new TreeMap<>();
    if (cost.sums.size() != 1 || !cost.sums.keySet().containsAll(won.sums.keySet())) {
      return returned;
    }
    cost.sums.forEach(
        (currency, spent) ->
            returned.put(
                currency,
                won.sums
                    .getOrDefault(currency, BigDecimal.ZERO)
                    .subtract(spent)
                    .divide(spent, 4, RoundingMode.HALF_UP)));
    return returned;
  }

  private Map<String, BigDecimal> each(UnaryOperator<BigDecimal> change) {
    Map<String, BigDecimal> changed = new TreeMap<>();
    sums.forEach((currency, sum) -> changed.put(currency, change.apply(sum)));
    return changed;
  }
}
