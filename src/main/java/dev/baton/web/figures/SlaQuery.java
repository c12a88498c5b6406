package dev.baton.web.figures;

import dev.baton.input.EnumWords;
import dev.baton.insight.sla.SlaDimension;
import org.jspecify.annotations.Nullable;

/** SLA query of a page, with the addresses of related pages. */
record SlaQuery(SlaDimension by, DateRange span) {

  static SlaQuery of(FigureParameters asked, DateRange span) {
    return new SlaQuery(FigureParameters.word(asked.by(), SlaDimension.REP), span);
  }

  public String page() {
    return common(PageUrl.of("/sla")).with(span).written();
  }

  /** The deadlines behind one figure. */
  public String rows(@Nullable String key, @Nullable String clock, @Nullable String verdict) {
    return rows(by, key, clock, verdict);
  }

  /** The deadlines behind one hour of the week. */
  public String hour(String key, @Nullable String clock) {
    return rows(SlaDimension.HOUR, key, clock, null);
  }

  public String file(String name) {
    return common(PageUrl.of("/api/insight/" + name)).dates(span).written();
  }

  String rowsFile(@Nullable String key, @Nullable String clock, @Nullable String verdict) {
    return rows(PageUrl.of("/api/insight/sla/deadlines.csv"), by, key, clock, verdict)
        .dates(span)
        .written();
  }

  private String rows(
      SlaDimension dimension,
      @Nullable String key,
      @Nullable String clock,
      @Nullable String verdict) {
    return rows(PageUrl.of("/sla/deadlines"), dimension, key, clock, verdict).with(span).written();
  }

  private static PageUrl rows(
      PageUrl pageUrl,
      SlaDimension dimension,
      @Nullable String key,
      @Nullable String clock,
      @Nullable String verdict) {
    return pageUrl
        .with("by", EnumWords.of(dimension))
        .with("key", key)
        .with("clock", clock)
        .with("verdict", verdict);
  }

  private PageUrl common(PageUrl pageUrl) {
    return pageUrl.with("by", EnumWords.of(by));
  }
}
