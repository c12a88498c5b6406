package dev.baton.know.attribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What one source, campaign or type of signal has of the goals.
 *
 * @param credits with six decimals; the sum over all rows is the number of goals
 * @param share of all credits
 * @param n in how many goals it has a part
 */
public record AttributionRow(
    String key, BigDecimal credits, double share, long n, @JsonUnwrapped Worth worth) {

  /**
   * Its part of the money, by currency.
   *
   * @param pipeline open deals
   * @param cost imported, of campaigns only
   * @param costPerGoal cost over credits
   * @param returned won beyond the cost, as a fraction of the cost
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Worth(
      Map<String, BigDecimal> pipeline,
      Map<String, BigDecimal> won,
      Map<String, BigDecimal> cost,
      Map<String, BigDecimal> costPerGoal,
      Map<String, BigDecimal> returned) {}
}
