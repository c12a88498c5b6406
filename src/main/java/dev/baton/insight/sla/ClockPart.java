package dev.baton.insight.sla;

import dev.baton.insight.rollup.Measure;

/** Parts of the time of an answered clock, which sum to the whole. */
public enum ClockPart {
  /** From the fact until our own step started the clock. */
  SYSTEM("system", "system_seconds"),
  /** While nobody owned the question. */
  QUEUE("queue", "queue_seconds"),
  /** The owner's open time. */
  BUSINESS("business", "business_seconds"),
  PAUSED("paused", "paused_seconds"),
  /** The rest of the owner's time: evenings, weekends, days off. */
  AFTER_HOURS("afterHours", "after_hours_seconds");

  private final Measure measure;

  ClockPart(String word, String column) {
    measure =
        Measure.count(word, column + " is not null and due_at <= :now")
            .per("clock")
            .lasting("cast(%s as double precision) / 3600".formatted(column));
  }

  Measure measure() {
    return measure;
  }
}
