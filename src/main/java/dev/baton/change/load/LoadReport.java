package dev.baton.change.load;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much there would have been to do, by a dry run that draws answer times.
 *
 * @param seed of the draws: the same gives the same
 * @param runs how often it was run; figures are means, bands hold nine of ten runs
 * @param days of the range
 * @param now with the MQLs as recorded, by what is in force
 * @param then with those of the proposal, by its tables
 * @param assumes what it takes for granted, as sentences
 */
public record LoadReport(
    long seed, int runs, long days, Figures now, Figures then, List<String> assumes) {

  /**
   * Figures of one dry run after the other.
   *
   * @param unrouted leads that nobody could take
   */
  public record Figures(
      long leads, BigDecimal unrouted, List<RepLoad> reps, List<ClockLoad> clocks) {}

  /**
   * What came to a rep.
   *
   * @param perDay leads a day of the range
   * @param busiestDay the most on one day of theirs, in any run
   */
  public record RepLoad(String rep, BigDecimal leads, BigDecimal perDay, long busiestDay) {}

  /**
   * What became of a clock.
   *
   * @param asked how many answers were owed
   * @param missed how many of them would have come late
   * @param low with {@code high} the band in which nine of ten runs lie
   * @param history answers of the past that were drawn from
   */
  public record ClockLoad(
      String clock, BigDecimal asked, BigDecimal missed, long low, long high, long history) {}
}
