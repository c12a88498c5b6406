package dev.baton.know.forecast;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.input.EnumWords;
import dev.baton.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How many of those that had waited as long in a stage were won within the time asked about.
 *
 * @param afterDays the age that was looked at: the mean of the open ones
 * @param open how many wait there now, of about that age
 * @param cases earlier ones whose time is over, {@code won} of them were won in it
 */
public record StageRatio(String stage, long afterDays, long open, long cases, long won) {
  /** With fewer there is no verdict (rule R22). */
  static final int ENOUGH = 30;

  static StageRatio of(Stage stage, long afterDays, long open, long cases, long won) {
    return new StageRatio(EnumWords.of(stage), afterDays, open, cases, won);
  }

  /** The same of so many more. */
  StageRatio and(StageRatio other) {
    return new StageRatio(stage, afterDays, open + other.open, cases, won);
  }

  boolean isEnough() {
    return cases >= ENOUGH;
  }

  /** Null with too few cases. */
  @JsonProperty
  public @Nullable Double rate() {
    return isEnough() ? (double) won / cases : null;
  }

  double expected() {
    return open * (double) won / cases;
  }

  /** Of what comes of the open ones by chance, and of the ratio itself being an estimate. */
  double variance() {
    double rate = (double) won / cases;
    double estimate = (won + 1.0) / (cases + 2.0);
    return open * rate * (1 - rate) + (double) open * open * estimate * (1 - estimate) / cases;
  }
}
