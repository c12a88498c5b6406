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

  static List<Diagnosis> of(FunnelCounts total, DealValues values) {
    List<Diagnosis> found = new ArrayList<>();
    if (total.mql() >= ENOUGH && total.sql() * 100 < total.mql() * LOW_PERCENT) {
      found.add(
          new Diagnosis(
              "mql_to_sql_low",
              rate(total)
                  + ", below the usual 15 %. Often the MQL threshold is too loose or leads are"
                  + " called too late. Look at the rejection reasons by source and at missed"
                  + " reviews; the newest MQLs may still be on their way."));
    }
    if (total.mql() >= ENOUGH && total.sql() * 100 > total.mql() * HIGH_PERCENT) {
      found.add(
          new Diagnosis(
              "mql_to_sql_high",
              rate(total)
                  + ", above the usual 40 %. Often the MQL threshold is too strict and good leads"
                  + " never reach sales. Look at the leads just below the line."));
    }
    List<String> mixed = values.mixed();
    if (!mixed.isEmpty()) {
      found.add(
          new Diagnosis(
              "mixed_currencies",
              "Deals are in "
                  + String.join(", ", mixed)
                  + "; a sum over several currencies is left empty."));
    }
    return List.copyOf(found);
  }

  private static String rate(FunnelCounts n) {
    BigDecimal percent =
        BigDecimal.valueOf(n.sql() * 100)
            .divide(BigDecimal.valueOf(n.mql()), 1, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return "Of %d MQLs %d became SQL: %s %%".formatted(n.mql(), n.sql(), percent.toPlainString());
  }
}
