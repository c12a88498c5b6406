package dev.baton.insight.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a figure usually means and where to look next. */
public record Diagnosis(String code, String text) {
  /** Below this many MQLs a rate says nothing. */
  private static final long ENOUGH = 20;

  private static final long LOW_PERCENT = 15;
  private static final long HIGH_PERCENT = 40;

  /** More of the leads than that are no choice any more (rule R23). */
  private static final long FLAGGED_PERCENT = 20;

  private static final String ONE_NEVER_SENT =
      "0 of %,d MQL; %s is never sent. That is so for everybody who became a lead in the last 3"
          + " months, and without it hardly anybody reaches the line. Have your forms and systems"
          + " send it with each signal.";
  private static final String SEVERAL_NEVER_SENT =
      "0 of %,d MQL; %s are never sent. That is so for everybody who became a lead in the last 3"
          + " months, and without them hardly anybody reaches the line. Have your forms and systems"
          + " send them with each signal.";

  static List<Diagnosis> of(FunnelCounts total, DealValues values, RecentLeads.Standing recent) {
    List<Diagnosis> found = new ArrayList<>();
    of(recent, found);
    if (total.mql() >= ENOUGH && total.sql() * 100 < total.mql() * LOW_PERCENT) {
      found.add(
          new Diagnosis(
              "mql_to_sql_low",
              rate(
                  total,
                  "Of %d MQLs %d became SQL: %s %%, below the usual 15 %%. Often the MQL threshold is"
                      + " too loose or leads are called too late. Look at the rejection reasons by"
                      + " source and at missed reviews; the newest MQLs may still be on their"
                      + " way.")));
    }
    if (total.mql() >= ENOUGH && total.sql() * 100 > total.mql() * HIGH_PERCENT) {
      found.add(
          new Diagnosis(
              "mql_to_sql_high",
              rate(
                  total,
                  "Of %d MQLs %d became SQL: %s %%, above the usual 40 %%. Often the MQL threshold is"
                      + " too strict and good leads never reach sales. Look at the leads just below"
                      + " the line.")));
    }
    List<String> mixed = values.mixed();
    if (!mixed.isEmpty()) {
      found.add(
          new Diagnosis(
              "mixed_currencies",
              "Deals are in %s; a sum over several currencies is left empty."
                  .formatted(String.join(", ", mixed))));
    }
    return List.copyOf(found);
  }

  private static void of(RecentLeads.Standing recent, List<Diagnosis> found) {
    if (recent.leads() < ENOUGH) {
      return;
    }
    if (recent.mql() * 100 > recent.leads() * FLAGGED_PERCENT) {
      found.add(
          new Diagnosis(
              "flagged_share_high",
              ("%,d of %,d leads are MQL: %s %% of those who came in the last 3 months. Above %d %%"
                      + " the line is too loose, and sales gets people who are not ready yet."
                      + " Raise the score that makes an MQL, or give fewer points for easy"
                      + " signals; the page Signals shows which of them those had shown who"
                      + " became SQL.")
                  .formatted(
                      recent.mql(),
                      recent.leads(),
                      percent(recent.mql(), recent.leads()),
                      FLAGGED_PERCENT)));
    }
    if (!recent.neverSent().isEmpty()) {
      boolean one = recent.neverSent().size() == 1;
      found.add(
          new Diagnosis(
              "fit_never_sent",
              (one ? ONE_NEVER_SENT : SEVERAL_NEVER_SENT)
                  .formatted(recent.leads(), listed(recent.neverSent()))));
    }
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String rate(FunnelCounts n, String sentence) {
    return sentence.formatted(n.mql(), n.sql(), percent(n.sql(), n.mql()));
  }

  private static String percent(long part, long whole) {
    return BigDecimal.valueOf(part * 100)
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
