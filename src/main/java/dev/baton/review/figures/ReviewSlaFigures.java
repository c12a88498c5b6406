package dev.baton.review.figures;

import dev.baton.insight.FigureQueries;
import dev.baton.insight.funnel.Diagnosis;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.MarketingSla;
import dev.baton.insight.sla.MarketingSlaFigures;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaReport;
import dev.baton.review.figures.FigureTable.Column;
import dev.baton.review.figures.FigureTable.Line;
import dev.baton.review.figures.FigureTable.Unit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The SLA of a review: what sales and marketing promised each other, and whether they kept it. */
@Component
class ReviewSlaFigures implements ReviewFigureTables {
  private final FigureQueries queries;
  private final MarketingSlaFigures promises;

  ReviewSlaFigures(FigureQueries queries, MarketingSlaFigures promises) {
    this.queries = queries;
    this.promises = promises;
  }

  @Override
  public Map<String, Function<InstantRange, FigureTable>> tables() {
    return Map.of("sla", this::sla, "promises", this::promises);
  }

  private FigureTable sla(InstantRange range) {
    SlaReport slaReport = queries.sla(SlaDimension.TEAM, range, ReviewFigureTables.VIEWER);
    return new FigureTable(
        "sla",
        "SLA of sales",
        "Deadlines due in these days, by team and clock; what is overdue is missed.",
        List.of(),
        List.of(
            new Column("Due", Unit.COUNT, false),
            new Column("Missed", Unit.COUNT, false),
            new Column("Met", Unit.SHARE, true),
            new Column("Median time", Unit.HOURS, false)),
        slaReport.rows().stream()
            .map(
                row ->
                    Line.of(
                        "%s, %s".formatted(ReviewFigureTables.label(row.clock()), row.key()),
                        row.due(),
                        (double) row.missed(),
                        row.compliance(),
                        row.p50Hours()))
            .toList());
  }

  private FigureTable promises(InstantRange range) {
    MarketingSla kept = promises.in(range);
    List<Line> lines =
        Stream.concat(
                Stream.of(
                    Line.of(
                        "Replies to rejections",
                        kept.answered().due(),
                        (double) kept.answered().missed(),
                        kept.answered().compliance())),
                kept.quality().months().stream()
                    .map(
                        month ->
                            Line.of(
                                "MQLs of %s that fit".formatted(month.month()),
                                month.mqls(),
                                (double) month.badFit(),
                                month.share() == null ? null : 1 - month.share())))
            .toList();
    return new FigureTable(
        "promises",
        "SLA of marketing",
        "Each rejection is answered in time; less than %.0f %% of a month's MQLs turn out not to fit."
            .formatted(kept.quality().limit() * 100),
        kept.diagnosis().stream().map(Diagnosis::text).toList(),
        List.of(
            new Column("All", Unit.COUNT, false),
            new Column("Missed", Unit.COUNT, false),
            new Column("Met", Unit.SHARE, true)),
        lines);
  }
}
