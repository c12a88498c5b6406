package dev.baton.web.figures;

import dev.baton.input.EnumWords;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import org.jspecify.annotations.Nullable;

/** Funnel query of a page, with the addresses of related pages. */
record FunnelQuery(Dimension by, FunnelBasis basis, DateRange span) {

  static FunnelQuery of(FigureParameters asked, DateRange span) {
    return new FunnelQuery(
        FigureParameters.word(asked.by(), Dimension.SOURCE),
        FigureParameters.word(asked.basis(), FunnelBasis.COHORT),
        span);
  }

  /** The same query on another page of the funnel. */
  public String page(String path) {
    return common(PageUrl.of(path)).with(span).written();
  }

  /** The leads behind one figure, of one key or of all. */
  public String leads(String stage, @Nullable String key) {
    return leads(PageUrl.of("/funnel/leads"), stage, key).with(span).written();
  }

  /** The rejections behind one row. */
  public String rejections(
      @Nullable String key, @Nullable String question, @Nullable String reason) {
    return rejections(PageUrl.of("/funnel/rejections/leads"), key, question, reason)
        .with(span)
        .written();
  }

  public String file(String name) {
    return common(PageUrl.of("/api/insight/" + name)).dates(span).written();
  }

  String leadsFile(String stage, @Nullable String key) {
    return leads(PageUrl.of("/api/insight/funnel/leads.csv"), stage, key).dates(span).written();
  }

  String rejectionsFile(@Nullable String key, @Nullable String question, @Nullable String reason) {
    return rejections(PageUrl.of("/api/insight/rejections/leads.csv"), key, question, reason)
        .dates(span)
        .written();
  }

  private PageUrl leads(PageUrl pageUrl, String stage, @Nullable String key) {
    return common(pageUrl).with("stage", stage).with("key", key);
  }

  private PageUrl rejections(
      PageUrl pageUrl, @Nullable String key, @Nullable String question, @Nullable String reason) {
    return common(pageUrl).with("key", key).with("stage", question).with("reason", reason);
  }

  private PageUrl common(PageUrl pageUrl) {
    return pageUrl.with("by", EnumWords.of(by)).with("basis", EnumWords.of(basis));
  }
}
