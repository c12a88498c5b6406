package dev.baton.desk;

import dev.baton.insight.SlaDimension;

/** What somebody looks at among the deadlines, and the addresses of what lies behind it. */
record SlaLook(SlaDimension by, TimeSpan span) {

  static SlaLook of(PageQuestion asked, TimeSpan span) {
    return new SlaLook(PageQuestion.word(asked.by(), SlaDimension.REP), span);
  }

  public String page() {
    return common(Address.of("/sla")).with(span).written();
  }

  /** The deadlines behind one figure. */
  public String rows(String key, String clock, String verdict) {
    return rows(by, key, clock, verdict);
  }

  /** The deadlines behind one hour of the week. */
  public String hour(String key, String clock) {
    return rows(SlaDimension.HOUR, key, clock, null);
  }

  public String file(String name) {
    return common(Address.of("/api/insight/" + name)).dates(span).written();
  }

  String rowsFile(String key, String clock, String verdict) {
    return rows(Address.of("/api/insight/sla/deadlines.csv"), by, key, clock, verdict)
        .dates(span)
        .written();
  }

  private String rows(SlaDimension dimension, String key, String clock, String verdict) {
    return rows(Address.of("/sla/deadlines"), dimension, key, clock, verdict).with(span).written();
  }

  private static Address rows(
      Address address, SlaDimension dimension, String key, String clock, String verdict) {
    return address
        .with("by", PageQuestion.of(dimension))
        .with("key", key)
        .with("clock", clock)
        .with("verdict", verdict);
  }

  private Address common(Address address) {
    return address.with("by", PageQuestion.of(by));
  }
}
