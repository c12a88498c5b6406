package dev.baton.know.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the table in force has told, month by month, who becomes an SQL.
 *
 * @param enough cases of a month below which there is no verdict
 */
public record DriftReport(int enough, List<DriftMonth> months) {

  /**
   * Handoffs with a known outcome whose MQL was in a month.
   *
   * @param n how many, {@code sql} of them became one
   * @param expected the share that their scores foretold, learned from all months before
   * @param low with high Wilson's interval of 95 % around the share that came
   * @param auc how well scores ranked them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DriftMonth(
      YearMonth month,
      int n,
      int sql,
      @Nullable Double expected,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Auc auc,
      DriftVerdict verdict) {}
}
