package dev.baton.insight;

/**
 * What the roll-up counts of deadlines, clock by clock.
 *
 * @param what a verdict, or one of the other words here
 */
record SlaMeasure(String clock, String what) {
  static final String MET = "met";
  static final String MISSED = "missed";
  static final String OPEN = "open";
  static final String VOID = "void";

  /** With or without being late; carries the hours. */
  static final String ANSWERED = "answered";

  /** Met, but in the last tenth of the time there was. */
  static final String LAST_MINUTE = "last_minute";

  static String of(String clock, String what) {
    return clock + "/" + what;
  }

  static SlaMeasure read(String measure) {
    int slash = measure.lastIndexOf('/');
    return new SlaMeasure(measure.substring(0, slash), measure.substring(slash + 1));
  }
}
