package dev.baton.know.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What will be won in a month. Figures of deals have one decimal, money whole cents.
 *
 * @param month such as 2026-11
 * @param thin what is too little for a verdict, in sentences; then no figure is given
 * @param backcast the same forecast for earlier months, made with what was known then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Forecast(
    String month,
    Instant asOf,
    @JsonUnwrapped @Nullable Figures figures,
    List<Value> values,
    Basis basis,
    List<Target> targets,
    List<Backcast> backcast,
    List<String> thin) {

  /**
   * Deals won in the month, four of five times between low and high.
   *
   * @param error by how much earlier months came out otherwise, as a share of what was won; null
   *     where there is no earlier month to compare with
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Figures(
      BigDecimal expected, BigDecimal low, BigDecimal high, @Nullable Double error) {}

  /** The same in money: deals as they were worth in the year before. */
  public record Value(
      String currency, BigDecimal expected, BigDecimal low, BigDecimal high, BigDecimal meanDeal) {}

  /**
   * What the forecast rests on.
   *
   * @param won in the month so far
   * @param ratios of the open handoffs by stage and age
   * @param newMqls how many are still to come, and what is expected of them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Basis(
      long won,
      List<StageRatio> ratios,
      @Nullable BigDecimal newMqls,
      @Nullable BigDecimal expectedOfNew) {}

  /**
   * A target that is set.
   *
   * @param of deals, or a currency
   * @param coverage what is expected, as a share of the target; null without a verdict
   * @param mqlsNeeded so many MQLs beyond what comes anyway would be worth the gap, by the share of
   *     MQLs that were ever won; null where that is unknown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Target(
      String of, long target, @Nullable Double coverage, @Nullable Long mqlsNeeded) {}

  /** An earlier month: what would have been said then, and what came. */
  public record Backcast(
      String month, BigDecimal expected, BigDecimal low, BigDecimal high, long actual) {}
}
