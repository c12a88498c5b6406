package dev.baton.know.account;

import java.time.Instant;
import java.util.List;

/**
 * How warm a company is, by the table {@code account-score}: the total is the sum of its reasons.
 */
public record AccountScore(int total, String band, Instant asOf, List<Reason> contributions) {

  /** A matched row of the table. */
  public record Reason(String rule, int points, String reason) {}
}
