package dev.baton.review.figures;

import dev.baton.insight.FigureQueries;
import dev.baton.insight.funnel.Diagnosis;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelReport;
import dev.baton.insight.funnel.FunnelRow;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.review.figures.FigureTable.Column;
import dev.baton.review.figures.FigureTable.Line;
import dev.baton.review.figures.FigureTable.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The funnel of a review: how far leads came, all together and by one dimension. */
@Component
class ReviewFunnelFigures implements ReviewFigureTables {
  private final FigureQueries queries;

  ReviewFunnelFigures(FigureQueries queries) {
    this.queries = queries;
  }

  @Override
  public Map<String, Function<InstantRange, FigureTable>> tables() {
    return Map.of(
        "funnel",
        this::funnel,
        "bands",
        range -> rates("bands", "MQL to customer by score band", Dimension.BAND, range),
        "segments",
        range -> rates("segments", "MQL to customer by segment", Dimension.SEGMENT, range));
  }

  private FigureTable funnel(InstantRange range) {
    FunnelReport report =
        queries.funnel(Dimension.SOURCE, FunnelBasis.PERIOD, range, ReviewFigureTables.VIEWER);
    FunnelRow now = report.total();
    FunnelRow usual = report.trailing().total();
    return new FigureTable(
        "funnel",
        "Funnel",
        "Stage entries of these days, and each rate beside its own trailing 90 days.",
        report.diagnosis().stream().map(Diagnosis::text).toList(),
        List.of(
            new Column("Entered", Unit.COUNT, false),
            new Column("Rate", Unit.SHARE, true),
            new Column("Trailing 90 days", Unit.SHARE, true)),
        List.of(
            Line.of("MQL", now.mql(), null, null),
            Line.of("SAL of MQL", now.sal(), now.rates().acceptance(), usual.rates().acceptance()),
            Line.of(
                "SQL of SAL",
                now.sql(),
                now.rates().qualification(),
                usual.rates().qualification()),
            Line.of("SQL of MQL", now.sql(), now.rates().mqlToSql(), usual.rates().mqlToSql()),
            Line.of(
                "Opportunity of SQL",
                now.opportunity(),
                now.rates().sqlToOpportunity(),
                usual.rates().sqlToOpportunity()),
            Line.of("Won of closed", now.customer(), now.rates().win(), usual.rates().win())));
  }

  private FigureTable rates(String code, String title, Dimension by, InstantRange range) {
    FunnelReport report = queries.funnel(by, FunnelBasis.COHORT, range, ReviewFigureTables.VIEWER);
    return new FigureTable(
        code,
        title,
        "Handoffs that began in these days, and how far they have come.",
        List.of(),
        List.of(
            new Column("MQL", Unit.COUNT, false),
            new Column("Accepted", Unit.SHARE, true),
            new Column("SQL of MQL", Unit.SHARE, true),
            new Column("Won of closed", Unit.SHARE, false)),
        report.rows().stream()
            .filter(row -> row.mql() > 0)
            .map(
                row ->
                    Line.of(
                        Objects.requireNonNullElse(row.key(), "Total"),
                        row.mql(),
                        row.rates().acceptance(),
                        row.rates().mqlToSql(),
                        row.rates().win()))
            .toList());
  }
}
