package dev.baton.web.figures;

import dev.baton.insight.sla.SlaDimension;

/** SLA query of a page, with the addresses of related pages. */
record SlaQuery(SlaDimension by, DateRange span) {

  static SlaQuery of(FigureParameters asked, DateRange span) {
    return new SlaQuery(FigureParameters.word(asked.by(), SlaDimension.REP), span);
  }

  public String page() {
    return common(PageUrl.of("/sla")).with(span).written();
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
    return common(PageUrl.of("/api/insight/" + name)).dates(span).written();
  }

  String rowsFile(String key, String clock, String verdict) {
    return rows(PageUrl.of("/api/insight/sla/deadlines.csv"), by, key, clock, verdict)
        .dates(span)
        .written();
  }

  private String rows(SlaDimension dimension, String key, String clock, String verdict) {
    return rows(PageUrl.of("/sla/deadlines"), dimension, key, clock, verdict).with(span).written();
  }

  private static PageUrl rows(
      PageUrl pageUrl, SlaDimension dimension, String key, String clock, String verdict) {
    return pageUrl
        .with("by", FigureParameters.of(dimension))
        .with("key", key)
        .with("clock", clock)
        .with("verdict", verdict);
  }

  private PageUrl common(PageUrl pageUrl) {
    return pageUrl.with("by", FigureParameters.of(by));
  }
}
