package dev.baton.insight;

/** Where the time of a clock can go; the parts sum to the whole. */
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

  private final String word;
  private final String column;

  ClockPart(String word, String column) {
    this.word = word;
    this.column = column;
  }

  String word() {
    return word;
  }

  String column() {
    return column;
  }
}
