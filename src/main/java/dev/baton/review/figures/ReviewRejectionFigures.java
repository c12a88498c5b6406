package dev.baton.review.figures;

import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.insight.FigureQueries;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.rejection.RejectionReasonRow;
import dev.baton.insight.rejection.RejectionReport;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.rejection.Rejection;
import dev.baton.rejection.Rejections;
import dev.baton.review.figures.FigureTable.Column;
import dev.baton.review.figures.FigureTable.Line;
import dev.baton.review.figures.FigureTable.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rejections of a review: why, from where, and which of them wait. */
@Component
class ReviewRejectionFigures implements ReviewFigureTables {
  private static final Map<String, String> KINDS =
      Map.of("quality", "lead quality", "execution", "follow-up");

  private final FigureQueries queries;
  private final Rejections rejections;
  private final RejectionTaxonomy taxonomy;

  ReviewRejectionFigures(FigureQueries queries, Rejections rejections, RejectionTaxonomy taxonomy) {
    this.queries = queries;
    this.rejections = rejections;
    this.taxonomy = taxonomy;
  }

  @Override
  public Map<String, Function<InstantRange, FigureTable>> tables() {
    return Map.of(
        "reasons", this::reasons, "sources", this::sources, "contested", range -> contested());
  }

  private FigureTable reasons(InstantRange range) {
    RejectionReport report = queries.rejections(Dimension.SOURCE, range, ReviewFigureTables.VIEWER);
    Map<String, Long> counts =
        report.rows().stream()
            .collect(
                Collectors.groupingBy(
                    RejectionReasonRow::reason,
                    TreeMap::new,
                    Collectors.summingLong(RejectionReasonRow::count)));
    long all = report.total().count();
    List<String> says =
        report.kinds().entrySet().stream()
            .map(
                kind ->
                    "%d about %s."
                        .formatted(
                            kind.getValue(), KINDS.getOrDefault(kind.getKey(), kind.getKey())))
            .toList();
    return new FigureTable(
        "reasons",
        "Rejection reasons",
        "Rejections of these days by reason.",
        says,
        List.of(new Column("Rejections", Unit.COUNT, true), new Column("Share", Unit.SHARE, false)),
        largest(counts, reason -> taxonomy.label(reason), all));
  }

  private FigureTable sources(InstantRange range) {
    RejectionReport report = queries.rejections(Dimension.SOURCE, range, ReviewFigureTables.VIEWER);
    Map<String, Long> counts =
        report.rows().stream()
            .collect(
                Collectors.groupingBy(
                    RejectionReasonRow::key,
                    TreeMap::new,
                    Collectors.summingLong(RejectionReasonRow::count)));
    return new FigureTable(
        "sources",
        "Sources of rejections",
        "Rejections of these days by the lead's first source.",
        List.of(),
        List.of(new Column("Rejections", Unit.COUNT, true), new Column("Share", Unit.SHARE, false)),
        largest(counts, Function.identity(), report.total().count()));
  }

  private FigureTable contested() {
    return new FigureTable(
        "contested",
        "Open rejections",
        "As of now, whenever they were said.",
        List.of(),
        List.of(new Column("Rejections", Unit.COUNT, true)),
        List.of(
            Line.of("Disputed, a manager decides", rejections.count(Rejection.State.CONTESTED)),
            Line.of("Waiting for marketing", rejections.count(Rejection.State.OPEN))));
  }

  private static List<Line> largest(
      Map<String, Long> counts, Function<String, String> label, long all) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            count ->
                Line.of(
                    label.apply(count.getKey()),
                    count.getValue(),
                    all == 0 ? null : (double) count.getValue() / all))
        .toList();
  }
}
