package dev.baton.know.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.change.backtest.rate.Shares;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question about a rep's answers.
 *
 * @param check {@code acceptance}, {@code cherry_picking}, {@code accept_then_sit} or {@code
 *     rejections_against_score}
 * @param n cases
 * @param rate as it is; null where there are too few cases
 * @param adjusted to the mix of bands that all have, between low and high in 19 of 20 cases
 * @param others the same of everybody else
 * @param verdict {@code thin}, {@code usual}, or what is unlike the others
 * @param advice what to do, where there is something
 * @param leads those behind it, at most 20
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiagnosisCheck(
    String check,
    long n,
    @Nullable BigDecimal rate,
    @Nullable Adjusted adjusted,
    @Nullable BigDecimal others,
    String verdict,
    @Nullable String advice,
    List<String> leads) {
  static final String THIN = "thin";
  static final String USUAL = "usual";
  private static final double Z = 1.959963984540054;

  /** A rate with its interval of 95 %. */
  public record Adjusted(BigDecimal value, BigDecimal low, BigDecimal high) {
    static Adjusted of(double value, double error, double least) {
      return new Adjusted(
          Shares.of(value),
          Shares.of(Math.max(least, value - Z * error)),
          Shares.of(Math.min(1, value + Z * error)));
    }
  }

  static DiagnosisCheck thin(String check, long n) {
    return new DiagnosisCheck(check, n, null, null, null, THIN, null, List.of());
  }
}
