package dev.baton.insight.funnel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The deal values of one row; a sum over several currencies would mean nothing and is null. */
public record DealValues(List<DealSum> sums) {
  @Nullable BigDecimal pipeline() {
    return sum(DealSum::pipeline);
  }

  @Nullable BigDecimal won() {
    return sum(DealSum::won);
  }

  /** The currencies that met in one sum, or empty. */
  List<String> mixed() {
    return Stream.<Function<DealSum, @Nullable BigDecimal>>of(DealSum::pipeline, DealSum::won)
        .map(this::currencies)
        .filter(currencies -> currencies.size() > 1)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> currencies(Function<DealSum, @Nullable BigDecimal> part) {
    return sums.stream().filter(sum -> part.apply(sum) != null).map(DealSum::currency).toList();
  }

  private @Nullable BigDecimal sum(Function<DealSum, @Nullable BigDecimal> part) {
    List<BigDecimal> amounts = sums.stream().map(part).filter(Objects::nonNull).toList();
    return switch (amounts.size()) {
      case 0 -> BigDecimal.ZERO;
      case 1 -> amounts.get(0);
      default -> null;
    };
  }
}
