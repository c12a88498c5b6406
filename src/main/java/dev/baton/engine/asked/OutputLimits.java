package dev.baton.engine.asked;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Limits of what the application keeps of a shipped table's outputs: the longest texts, in
 * characters, and the greatest numbers, both inclusive. They hold when a table is asked before it
 * is deployed, and for each answer of one in force.
 */
public final class OutputLimits {
  private static final int MINUTES_OF_A_YEAR = 366 * 24 * 60;
  private static final int HOURS_OF_A_YEAR = 366 * 24;
  private static final int DAYS_OF_TEN_YEARS = 3_660;
  private static final int POINTS = 1_000_000;

  /** By table and column; as long as the shortest column of a row that keeps it. */
  private static final Map<String, Integer> LONGEST =
      Map.ofEntries(
          entry("lead-segment.segment", 60),
          entry("lead-territory.territory", 60),
          entry("score-band.band", 20),
          // the version stands behind it
          entry("scoring-profile.profile", 40),
          entry("lead-routing.rule", 400),
          entry("lead-routing.owner", 64),
          entry("lead-routing.team", 64),
          entry("lead-routing.skill", 400),
          entry("sla-policy.calendar", 64),
          entry("rejection-reasons.code", 40),
          // a part of the key by which a message goes out once
          entry("high-intent.intent", 60),
          entry("review-cadence.title", 100),
          entry("review-cadence.participants", 200),
          entry("review-agenda.point", 64),
          entry("review-agenda.question", 500),
          entry("review-agenda.figures", 500),
          // as long as Meta lets one be
          entry("whatsapp-template.name", 512));

  /** By table and column; beyond them an instant or a sum could not be counted. */
  private static final Map<String, Integer> GREATEST =
      Map.ofEntries(
          entry("sla-policy.targetMinutes", MINUTES_OF_A_YEAR),
          entry("sla-policy.warningMinutes", MINUTES_OF_A_YEAR),
          entry("escalation-ladder.remindMinutes", MINUTES_OF_A_YEAR),
          entry("escalation-ladder.reassignMinutes", MINUTES_OF_A_YEAR),
          entry("marketing-sla.hours", HOURS_OF_A_YEAR),
          entry("marketing-sla.warningHours", HOURS_OF_A_YEAR),
          entry("proposal-pace.hours", HOURS_OF_A_YEAR),
          entry("proposal-pace.warningHours", HOURS_OF_A_YEAR),
          // nobody plans an attempt further ahead than 60 days
          entry("retry-plan.hours", 60 * 24),
          entry("retry-plan.days", 60),
          entry("review-cadence.hours", 90 * 24),
          entry("review-cadence.warningHours", 90 * 24),
          entry("review-cadence.days", 400),
          entry("rejection-next-step.coolingOffDays", DAYS_OF_TEN_YEARS),
          entry("rejection-next-step.daysBefore", DAYS_OF_TEN_YEARS),
          entry("nurture-limits.withinDays", DAYS_OF_TEN_YEARS),
          entry("nurture-pace.waitDays", DAYS_OF_TEN_YEARS),
          entry("nurture-pace.daysBeforeWake", DAYS_OF_TEN_YEARS),
          entry("score-decay.full", DAYS_OF_TEN_YEARS),
          entry("score-decay.zero", DAYS_OF_TEN_YEARS),
          entry("score-two-axis.points", POINTS),
          entry("score-two-axis.days", DAYS_OF_TEN_YEARS),
          entry("score-additive.points", POINTS),
          entry("score-additive.days", DAYS_OF_TEN_YEARS),
          entry("score-gate.points", POINTS),
          entry("score-gate.days", DAYS_OF_TEN_YEARS),
          entry("account-score.points", POINTS));

  private OutputLimits() {}

  /** The longest text of a column; empty where any is kept, or where its words are listed. */
  public static Optional<Integer> longest(String table, String column) {
    return Optional.ofNullable(LONGEST.get(table + "." + column));
  }

  /** What is wrong with an answer, as the end of a sentence about its row. */
  public static Optional<String> exceeded(String table, String column, @Nullable Object value) {
    String output = table + "." + column;
    if (value instanceof String text
        && text.length() > longest(table, column).orElse(text.length())) {
      return Optional.of(
          "needs a shorter text in the column '%s': it has %,d characters, of which at most %d are kept"
              .formatted(column, text.length(), LONGEST.get(output)));
    }
    Integer most = GREATEST.get(output);
    return most != null && value instanceof Number number && number.doubleValue() > most
        ? Optional.of(
            "needs a smaller number in the column '%s': it says %s, where at most %,d can be counted"
                .formatted(column, number, most))
        : Optional.empty();
  }
}
