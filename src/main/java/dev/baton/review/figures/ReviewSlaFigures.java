package dev.baton.review.figures;

import dev.baton.handoff.deadline.Deadlines;
import dev.baton.insight.FigureQueries;
import dev.baton.insight.funnel.Diagnosis;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.FirstTouchRow;
import dev.baton.insight.sla.FirstTouches;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.SlaReport.EarlierPeriod;
import dev.baton.insight.sla.SlaRow;
import dev.baton.insight.sla.marketing.MarketingSla;
import dev.baton.insight.sla.marketing.MarketingSlaFigures;
import dev.baton.review.figures.FigureTable.Column;
import dev.baton.review.figures.FigureTable.Line;
import dev.baton.review.figures.FigureTable.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The SLA of a review: what sales and marketing promised each other, and whether they kept it. */
@Component
class ReviewSlaFigures implements ReviewFigureTables {
  private final FigureQueries queries;
  private final FirstTouches firstTouches;
  private final MarketingSlaFigures promises;

  ReviewSlaFigures(FigureQueries queries, FirstTouches firstTouches, MarketingSlaFigures promises) {
    this.queries = queries;
    this.firstTouches = firstTouches;
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
        "People's answers that were due in these days, by team and clock; what is overdue is missed."
            + " Finding an owner is the system's and counted apart.",
        Stream.concat(before(slaReport).stream(), touched(range).stream()).toList(),
        List.of(
            new Column("Due", Unit.COUNT, false),
            new Column("Missed", Unit.COUNT, false),
            new Column("Met", Unit.SHARE, true),
            new Column("Median time", Unit.HOURS, false)),
        Stream.of(
                Stream.of(line("All people's clocks", slaReport.total())),
                slaReport.rows().stream()
                    .filter(row -> !Deadlines.ROUTE.equals(row.clock()))
                    .map(row -> line(named(row), row)),
                Stream.of(line(ReviewFigureTables.label(Deadlines.ROUTE), slaReport.assignment())))
            .flatMap(lines -> lines)
            .toList());
  }

  private static String named(SlaRow row) {
    return "%s, %s".formatted(ReviewFigureTables.label(row.clock()), row.key());
  }

  private static Line line(String label, SlaRow row) {
    return Line.of(label, row.due(), (double) row.missed(), row.compliance(), row.p50Hours());
  }

  /** Whether leads were only tried or reached too (rule R19). */
  private Optional<String> touched(InstantRange range) {
    FirstTouchRow all =
        firstTouches.report(SlaDimension.TEAM, range, ReviewFigureTables.VIEWER).total();
    return all.due() == 0
        ? Optional.empty()
        : Optional.of(
            "Of %d first touches that were due, %d were attempted and %d made contact."
                .formatted(all.due(), all.attempted(), all.contacted()));
  }

  /** The same headline over as long a time before. */
  private static Optional<String> before(SlaReport report) {
    return Optional.ofNullable(report.before())
        .map(EarlierPeriod::total)
        .filter(total -> total.compliance() != null)
        .map(
            total ->
                "In the same number of days before, %s of %d were met."
                    .formatted(
                        new Column("", Unit.SHARE, false).text(total.compliance()), total.due()));
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
